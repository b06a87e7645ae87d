import { compare, isPositive, isZero, minus, negate, sum, type Money } from '../order/money';
import type { Order, OrderCharge } from '../order/order';
import { inBooks } from './amounts';
import { couponItem, DESCRIPTION_LIMIT, namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedDiscountLine, PlannedItemLine, PlannedLine } from './plan';
import { accountFor, type SyncSettings } from './sync-settings';
import { fit, oneLine } from './text-limits';

/** A charge as a line of the document, and what the discount line takes off for it. */
export interface Discounted {
	amount: Money;
	discount: Money;
}

/**
 * In the US a line stands at its price and what was given is taken off apart. Where tax goes by codes QuickBooks computes it
 * from each line, so the prices themselves are lower, unless the shop taxed the full price. A discount that is no reduction
 * lowers nothing apart.
 */
export function discounted(charge: OrderCharge, { tax, discounts }: SyncSettings): Discounted {
	const inPrices = tax.mode === 'codes' ? discounts.beforeTax : discounts.as === 'prices';
	const apart = !inPrices && isPositive(charge.discount);
	return apart ? { amount: charge.gross, discount: charge.discount } : { amount: charge.net, discount: '0' };
}

/** What is taken off, for lines, shipping and fees together: one discount line, or an item a coupon; none when nothing was given. */
export function discountLines(order: Order, settings: SyncSettings): PlannedLine[] {
	const charges = [...order.lines, ...order.shipping, ...order.fees];
	const takenOff = (some: OrderCharge[]) => inBooks(sum(some.map((charge) => discounted(charge, settings).discount)), order.currency);
	const amount = takenOff(charges);
	if (isZero(amount)) return [];
	if (settings.discounts.as !== 'itemPerCoupon') {
		// Elsewhere than in the US QuickBooks would lower the tax for a discount line.
		return [settings.tax.mode === 'codes' ? discountItem(order, amount, settings) : discountLine(order, amount, settings)];
	}
	return couponLines(order, amount, takenOff(charges.filter(({ tax }) => !isZero(tax))), settings);
}

/** What the lines of `discountLines` take off a document, positive. */
export const takenOffBy = (lines: PlannedLine[]): Money =>
	sum(lines.map(({ kind, amount }) => (kind === 'discount' ? amount : negate(amount))));

function discountLine(order: Order, amount: Money, settings: SyncSettings): PlannedDiscountLine {
	const account = accountFor(settings, 'discount');
	return {
		kind: 'discount',
		description: describe(order),
		amount,
		...(settings.discounts.beforeTax ? { beforeTax: true } : {}),
		...(account ? { account } : {}),
	};
}

const discountItem = (order: Order, amount: Money, settings: SyncSettings): PlannedItemLine =>
	itemLine({ item: namedItem('discount', settings), description: describe(order), amount: inBooks(negate(amount), order.currency) }, settings);

/**
 * A negative line for each coupon, and one for what no coupon explains. What was taken off taxed goods lowers what is taxable, unless
 * the shop taxed the full price; a coupon on both makes two lines.
 */
function couponLines(order: Order, amount: Money, ofTaxed: Money, settings: SyncSettings): PlannedItemLine[] {
	const coupons = order.discounts
		.filter((discount) => isPositive(inBooks(discount.amount, order.currency)))
		.map((discount) => ({ name: oneLine(discount.code || discount.title), amount: inBooks(discount.amount, order.currency) }));
	const told = sum(coupons.map((coupon) => coupon.amount));
	const named = compare(told, amount) <= 0 ? coupons : [];
	const rest = named.length > 0 ? minus(amount, told) : amount;
	let taxable = settings.discounts.beforeTax ? ofTaxed : '0';
	return [...named, { name: '', amount: rest }].flatMap(({ name, amount: whole }) => {
		const taxed = compare(whole, taxable) < 0 ? whole : taxable;
		taxable = minus(taxable, taxed);
		return [
			{ amount: taxed, taxed: true },
			{ amount: minus(whole, taxed), taxed: false },
		]
			.filter((part) => !isZero(part.amount))
			.map((part) =>
				itemLine(
					{
						item: name ? couponItem(name, settings) : namedItem('discount', settings),
						description: name ? `Discount: ${name}` : 'Discount',
						amount: inBooks(negate(part.amount), order.currency),
						taxed: part.taxed,
					},
					settings,
				),
			);
	});
}

function describe(order: Order): string {
	const names = order.discounts.map(({ code, title }) => oneLine(code || title)).filter(Boolean);
	const text = names.length > 0 ? `Discount: ${[...new Set(names)].join(', ')}` : 'Discount';
	return fit(text, DESCRIPTION_LIMIT);
}
