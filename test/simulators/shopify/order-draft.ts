export interface ShopifyAddress {
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly company: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly city: string | null;
	readonly province: string | null;
	readonly provinceCode: string | null;
	readonly zip: string | null;
	readonly country: string;
	/** ISO 3166, two letters. */
	readonly countryCodeV2: string;
	readonly phone: string | null;
}

export interface ShopifyCustomer {
	/** Numeric id as text. */
	readonly id: string;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly email: string | null;
}

export interface ShopifyProduct {
	/** Numeric ids as text; null on a custom line. */
	readonly productId: string | null;
	readonly variantId: string | null;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly sku: string | null;
	readonly vendor: string | null;
	/** Decimal string in the shop's currency; with tax where the shop's prices include it. */
	readonly price: string;
	readonly taxable: boolean;
	readonly giftCard?: boolean;
	readonly requiresShipping?: boolean;
}

/** A discount on the whole order, spread over its lines by price. */
export interface DraftDiscount {
	readonly kind: 'code' | 'automatic' | 'manual';
	/** The code, or the title staff or customers see. */
	readonly title: string;
	readonly value: { readonly percentage: number } | { readonly amount: string };
}

/** What goes into an order; Shopify computes the rest. */
export interface ShopifyOrderDraft {
	readonly lines: ReadonlyArray<{ readonly product: ShopifyProduct; readonly quantity: number }>;
	readonly customer?: ShopifyCustomer;
	/** Default: the customer's. */
	readonly email?: string | null;
	readonly billingAddress?: ShopifyAddress;
	/** Taxes follow it; where there is none, the billing address. */
	readonly shippingAddress?: ShopifyAddress;
	readonly discount?: DraftDiscount;
	readonly shipping?: { readonly title: string; readonly code: string; readonly price: string };
	/** Decimal string. */
	readonly tip?: string;
	readonly taxesIncluded?: boolean;
	/** Tax that the channel, not the seller, remits. */
	readonly channelLiable?: boolean | null;
	/** What the customer saw: amounts of the shop times `rate`. */
	readonly presentment?: { readonly currency: string; readonly rate: string };
	readonly note?: string;
	readonly tags?: readonly string[];
	readonly test?: boolean;
	/** `web`, `pos`, a marketplace's id. */
	readonly sourceName?: string;
}
