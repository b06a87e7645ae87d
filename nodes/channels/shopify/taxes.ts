import { sum } from '../../order/money';
import type { OrderTax } from '../../order/order';
import type { ShopifyOrder, ShopifyTaxLine } from './shopify-order';

/**
 * Where the seller sells for themselves: the online store, the till, orders entered by hand. `sourceName` of everything else
 * is an app's or a marketplace's.
 */
const OWN_STOREFRONT: ReadonlySet<string | undefined> = new Set([undefined, 'web', 'pos', 'shopify_draft_order']);

export type Remitter = (line: ShopifyTaxLine) => OrderTax['remittedBy'];

/**
 * Who remits the taxes of an order. Where Shopify does not know (`channelLiable` null) the seller does on their own
 * storefront; on an order that came from elsewhere it stays unknown, and the books ask.
 */
export const remitterOf =
	(order: ShopifyOrder): Remitter =>
	(line) => {
		if (order.merchantOfRecordApp || line.channelLiable === true) return 'marketplace';
		if (line.channelLiable === false || OWN_STOREFRONT.has(order.sourceName)) return 'seller';
		return 'unknown';
	};

export const toTaxes = (lines: ShopifyTaxLine[], remitter: Remitter): OrderTax[] =>
	lines.map((line) => ({
		name: line.title ?? 'Tax',
		...(line.ratePercentage === undefined ? {} : { rate: line.ratePercentage }),
		amount: line.priceSet,
		remittedBy: remitter(line),
	}));

export const ofMarketplace = (taxes: OrderTax[]): string =>
	sum(taxes.filter((tax) => tax.remittedBy === 'marketplace').map((tax) => tax.amount));

/** What the seller owes, and what nobody has been found to owe: the books ask about that. */
export const ofSeller = (taxes: OrderTax[]): string =>
	sum(taxes.filter((tax) => tax.remittedBy !== 'marketplace').map((tax) => tax.amount));

/** The taxes of the whole order, one entry a name, rate and remitter: those of its lines as they are booked. */
export function taxesInAll(charged: Array<{ taxes: OrderTax[] }>): OrderTax[] {
	const all = new Map<string, OrderTax>();
	for (const tax of charged.flatMap(({ taxes }) => taxes)) {
		const key = JSON.stringify([tax.name, tax.rate, tax.remittedBy]);
		all.set(key, { ...tax, amount: sum([all.get(key)?.amount ?? '0', tax.amount]) });
	}
	return [...all.values()];
}
