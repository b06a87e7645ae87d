import { Big } from 'big.js';
import type { ShopifyAddress, ShopifyOrderDraft } from './order-draft';
import type { LineTax, OrderAmounts, OrderLineRecord } from './order-record';

/** A tax as the shop has registered it. */
export interface ShopifyTaxRate {
	readonly title: string;
	/** A share: 0.0725. */
	readonly rate: number;
	readonly countryCode: string;
	/** Every province when left out. */
	readonly provinceCode?: string;
	readonly onShipping: boolean;
}

/** Gives a part of an order its id; the same key gives the same id when an order is computed again. */
export type PartId = (key: string) => string;

const CENT = new Big('0.01');

export const add = (amounts: ReadonlyArray<string | Big>): Big =>
	amounts.reduce<Big>((sum, amount) => sum.plus(amount), new Big(0));

/** Computes an order as Shopify does: the discount spread over the lines, tax rounded half up by line and rate. */
export function computeOrder(draft: ShopifyOrderDraft, rates: readonly ShopifyTaxRate[], idOf: PartId): OrderAmounts {
	const address = draft.shippingAddress ?? draft.billingAddress;
	const applicable = rates.filter((rate) => appliesTo(rate, address));
	const included = draft.taxesIncluded ?? false;
	const grosses = draft.lines.map(({ product, quantity }) => new Big(product.price).times(quantity));
	const discounts = spreadDiscount(draft, grosses);
	const lines = draft.lines.map(({ product, quantity }, index): OrderLineRecord => {
		const gross = grosses[index] ?? new Big(0);
		const discount = discounts[index] ?? new Big(0);
		const net = gross.minus(discount);
		return {
			id: idOf(`line ${index} ${product.sku ?? product.title}`),
			product,
			quantity,
			gross: gross.toFixed(2),
			discount: discount.toFixed(2),
			net: net.toFixed(2),
			taxes: product.taxable ? taxesOn(net, applicable, included) : [],
		};
	});
	const shipping =
		draft.shipping === undefined
			? undefined
			: {
					id: idOf('shipping'),
					...draft.shipping,
					taxes: taxesOn(
						new Big(draft.shipping.price),
						applicable.filter((rate) => rate.onShipping),
						included,
					),
				};
	const subtotal = add(lines.map(({ net }) => net));
	const tax = add(
		[...lines, ...(shipping === undefined ? [] : [shipping])].flatMap(({ taxes }) => taxes.map(({ amount }) => amount)),
	);
	const tip = new Big(draft.tip ?? 0);
	return {
		lines,
		shipping,
		subtotal: subtotal.toFixed(2),
		discounts: add(discounts).toFixed(2),
		tax: tax.toFixed(2),
		tip: tip.toFixed(2),
		total: subtotal
			.plus(shipping?.price ?? 0)
			.plus(tip)
			.plus(included ? 0 : tax)
			.toFixed(2),
	};
}

const appliesTo = (rate: ShopifyTaxRate, address: ShopifyAddress | undefined): boolean =>
	address !== undefined &&
	rate.countryCode === address.countryCodeV2 &&
	(rate.provinceCode === undefined || rate.provinceCode === address.provinceCode);

function taxesOn(amount: Big, rates: readonly ShopifyTaxRate[], included: boolean): LineTax[] {
	const all = rates.reduce((sum, rate) => sum.plus(rate.rate), new Big(0));
	return rates.map(({ title, rate }) => {
		const tax = included ? amount.times(rate).div(all.plus(1)) : amount.times(rate);
		return { title, rate, amount: tax.round(2, Big.roundHalfUp).toFixed(2) };
	});
}

/** By price, rounded down, the cents left over from the first line on; gift cards are never discounted. */
function spreadDiscount(draft: ShopifyOrderDraft, grosses: readonly Big[]): Big[] {
	const eligible = grosses.map((gross, index) => (draft.lines[index]?.product.giftCard === true ? new Big(0) : gross));
	const whole = add(eligible);
	if (draft.discount === undefined || whole.eq(0)) return grosses.map(() => new Big(0));
	const { value } = draft.discount;
	const wanted =
		'amount' in value ? new Big(value.amount) : whole.times(value.percentage).div(100).round(2, Big.roundHalfUp);
	const discount = wanted.gt(whole) ? whole : wanted;
	const shares = eligible.map((gross) => discount.times(gross).div(whole).round(2, Big.roundDown));
	let missing = discount.minus(add(shares));
	for (let index = 0; missing.gt(0); index = (index + 1) % shares.length) {
		const share = shares[index] ?? new Big(0);
		if (share.plus(CENT).gt(eligible[index] ?? 0)) continue;
		shares[index] = share.plus(CENT);
		missing = missing.minus(CENT);
	}
	return shares;
}
