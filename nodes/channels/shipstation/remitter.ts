import type { OrderTax } from '../../order/order';

/** What a store of the account is. */
export interface KnownStore {
	name?: string | undefined;
	/** ShipStation's word for where the store sells: `Amazon`, `WooCommerce`; `ShipStation` for orders that were typed in. */
	marketplace?: string | undefined;
}

/** What the user says of tax on orders from marketplaces. */
export type MarketplaceTax = 'needsAttention' | 'marketplace' | 'seller';

/** Where sellers sell for themselves, in ShipStation's words and in lower case. */
const OWN_STOREFRONTS: ReadonlySet<string> = new Set([
	'3dcart', 'adobe commerce', 'big cartel', 'bigcommerce', 'custom store', 'ecwid', 'lightspeed ecom', 'magento', 'magento 2', 'opencart',
	'prestashop', 'shift4shop', 'shipstation', 'shopify', 'shopware', 'square', 'square online', 'squarespace', 'volusion', 'weebly', 'wix',
	'woocommerce', 'zen cart',
]);

/**
 * Who remits the tax of an order. ShipStation has no word on it. On their own storefront it is the seller; of any other
 * store nobody knows, so the user says it, and until they do the books ask.
 */
export function remitterOf(store: KnownStore | undefined, choice: MarketplaceTax): NonNullable<OrderTax['remittedBy']> {
	if (store?.marketplace !== undefined && OWN_STOREFRONTS.has(store.marketplace.toLowerCase())) return 'seller';
	return choice === 'needsAttention' ? 'unknown' : choice;
}
