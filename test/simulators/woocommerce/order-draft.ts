/** An address as WooCommerce keeps it; empty strings where nothing is known. */
export interface WooAddress {
	readonly first_name: string;
	readonly last_name: string;
	readonly company: string;
	readonly address_1: string;
	readonly address_2: string;
	readonly city: string;
	readonly state: string;
	readonly postcode: string;
	readonly country: string;
	readonly phone: string;
}

export interface WooBilling extends WooAddress {
	readonly email: string;
}

export interface WooProduct {
	readonly id: number;
	readonly name: string;
	readonly sku: string;
	/** Decimal string, as the shop shows it: with tax where the shop's prices include it. */
	readonly price: string;
	/** `''` is the standard class, `none` makes a product untaxed. */
	readonly taxClass?: string;
	/** Needs no shipping and no processing. */
	readonly virtual?: boolean;
	readonly variationId?: number;
	readonly parentName?: string;
}

export interface DraftLine {
	readonly product: WooProduct;
	readonly quantity: number;
}

export interface DraftCoupon {
	readonly id: number;
	readonly code: string;
	readonly type: 'percent' | 'fixed_cart';
	/** Percent, or an amount in the order's currency. */
	readonly amount: string;
	readonly freeShipping?: boolean;
}

export interface DraftShipping {
	readonly title: string;
	readonly methodId: string;
	readonly total: string;
}

export interface DraftFee {
	readonly name: string;
	/** Before tax; negative for a store credit. WooCommerce taxes negative fees whatever `taxable` says. */
	readonly total: string;
	readonly taxable: boolean;
}

export type WooStatus =
	| 'auto-draft'
	| 'cancelled'
	| 'checkout-draft'
	| 'completed'
	| 'failed'
	| 'on-hold'
	| 'pending'
	| 'processing'
	| 'refunded'
	| 'trash';

/** What a customer or the shop's staff put into an order; WooCommerce computes the rest. */
export interface WooOrderDraft {
	readonly billing: WooBilling;
	/** Default: as billing. Taxes follow it. */
	readonly shipping?: WooAddress;
	/** 0 is a guest. */
	readonly customerId?: number;
	readonly lines: readonly DraftLine[];
	readonly coupons?: readonly DraftCoupon[];
	readonly shippingLines?: readonly DraftShipping[];
	readonly fees?: readonly DraftFee[];
	readonly paymentMethod?: { readonly id: string; readonly title: string };
	/** Default `pending`. */
	readonly status?: WooStatus;
	readonly currency?: string;
	readonly pricesIncludeTax?: boolean;
	readonly customerNote?: string;
	/** `checkout`, `admin`, `rest-api`. */
	readonly createdVia?: string;
	readonly meta?: Readonly<Record<string, string>>;
	/** Set by plugins for sequential numbers; default the id. */
	readonly number?: string;
}
