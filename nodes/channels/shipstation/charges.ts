import { absolute, compare, isNegative, isPositive, isZero, minorUnits, minus, plus, sum, type Money } from '../../order/money';
import type { OrderInput, OrderTax } from '../../order/order';
import { Big } from '../../vendor/decimal';
import type { ShipStationItem, ShipStationOrder } from './shipstation-order';
import { spread } from './spread';

type LineInput = OrderInput['lines'][number];
type ChargeInput = NonNullable<OrderInput['fees']>[number];

/** What an order charges. */
export interface Charges {
	lines: LineInput[];
	shipping: ChargeInput[];
	fees: ChargeInput[];
	discounts: NonNullable<OrderInput['discounts']>;
	taxes: OrderTax[];
	/** What had to be decided, a sentence each. */
	checks: string[];
}

interface Rules {
	currency: string;
	remittedBy: OrderTax['remittedBy'];
}

const amountOf = (item: ShipStationItem): Money => new Big(item.unitPrice).times(item.quantity).toFixed();

const titleOf = (item: ShipStationItem, otherwise: string): string => item.name ?? item.sku ?? otherwise;

/**
 * Items are lines. One below zero is a discount: ShipStation does not say of what, so each line bears its share. One that is
 * an adjustment upwards is a fee. Tax is the order's: it goes to the items that say they were taxed, else to all of them.
 */
export function chargesOf(order: ShipStationOrder, { currency, remittedBy }: Rules): Charges {
	const decimals = minorUnits(currency);
	const priced = order.items.map((item) => ({ item, amount: amountOf(item) }));
	const reductions = priced.filter(({ amount }) => isNegative(amount));
	const surcharges = priced.filter(({ item, amount }) => item.adjustment && !isNegative(amount));
	const products = priced.filter(({ item, amount }) => !item.adjustment && !isNegative(amount));

	const gross = products.map(({ amount }) => amount);
	const off = sum(reductions.map(({ amount }) => absolute(amount)));
	// More off than there is on: no line can bear it, so it stands by itself and below zero.
	const borne = compare(off, sum(gross)) <= 0;
	const discounts = borne ? spread(off, gross, decimals) : gross.map(() => '0');
	const nets = gross.map((amount, index) => minus(amount, discounts[index]!));

	const tax = taxShares(order, products.map(({ item }) => item), nets, decimals);
	const taxed = (share: Money) => ({
		tax: remittedBy === 'marketplace' ? '0' : share,
		taxes: isZero(share) ? [] : [{ name: 'Tax', amount: share, remittedBy }],
	});
	return {
		lines: products.map(({ item, amount }, index) => ({
			id: item.lineItemKey ?? item.orderItemId ?? String(index + 1),
			kind: item.sku === undefined && item.productId === undefined ? 'custom' : 'product',
			sku: item.sku,
			productId: item.productId,
			title: titleOf(item, `Item ${index + 1}`),
			quantity: item.quantity,
			unitPrice: item.unitPrice,
			gross: amount,
			discount: discounts[index]!,
			net: nets[index]!,
			...taxed(tax.lines[index]!),
		})),
		shipping: isZero(order.shippingAmount) ? [] : [{ ...plainCharge(order.requestedShippingService ?? 'Shipping', order.shippingAmount), code: order.serviceCode, ...taxed(tax.shipping) }],
		fees: [...surcharges, ...(borne ? [] : reductions)].map(({ item, amount }) => plainCharge(titleOf(item, 'Adjustment'), amount, item.lineItemKey ?? item.orderItemId)),
		discounts: borne ? reductions.map(({ item, amount }) => ({ title: titleOf(item, 'Discount'), code: item.sku, type: 'other', amount: absolute(amount), target: 'order' })) : [],
		taxes: isZero(order.taxAmount) ? [] : [{ name: 'Tax', amount: order.taxAmount, remittedBy }],
		checks: tax.checks,
	};
}

const plainCharge = (title: string, amount: Money, id = ''): ChargeInput => ({ id, title, gross: amount, net: amount });

interface TaxShares {
	lines: Money[];
	shipping: Money;
	checks: string[];
}

/** The order's tax in shares; an item's own `taxAmount` only says that it was taxed, and how much in relation to others. */
function taxShares(order: ShipStationOrder, items: ShipStationItem[], nets: Money[], decimals: number): TaxShares {
	const { taxAmount: tax, shippingAmount: shipping } = order;
	const none: TaxShares = { lines: items.map(() => '0'), shipping: '0', checks: [] };
	if (!isPositive(tax)) return isZero(tax) ? none : { ...none, checks: [`the tax of ${tax} is below zero and belongs to no line`] };
	const own = items.map(({ taxAmount }) => (isPositive(taxAmount) ? taxAmount : '0'));
	if (own.some((share) => !isZero(share))) return { ...none, lines: spread(tax, own, decimals) };
	if (nets.some(isPositive)) {
		const checks = items.length > 1 ? ['ShipStation does not say which items were taxed: the tax is spread over all of them'] : [];
		return { ...none, lines: spread(tax, nets, decimals), checks };
	}
	return isPositive(shipping) ? { ...none, shipping: tax } : { ...none, checks: [`the tax of ${tax} belongs to no line`] };
}

/** What a marketplace remits of the order's tax: outside the seller's books. */
export const marketplaceTaxOf = (taxes: readonly OrderTax[]): Money =>
	taxes.filter(({ remittedBy }) => remittedBy === 'marketplace').reduce((total, { amount }) => plus(total, amount), '0');
