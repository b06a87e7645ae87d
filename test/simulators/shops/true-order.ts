/** How a customer settled (part of) an order. */
export interface Tender {
	/** The shop's word: `stripe`, `shopify_payments`, `gift_card`. */
	readonly method: string;
	/** Decimal string in the order's currency. */
	readonly amount: string;
	/** A redeemed gift card settles a liability; it is not money received. */
	readonly kind: 'money' | 'giftCard';
}

/** What a shop itself holds to be true of one of its orders: tests and the demo compare the books with it. */
export interface TrueOrder {
	readonly channel: 'woocommerce' | 'shopify';
	/** The shop's name. */
	readonly shop: string;
	/** The channel's own key, as text. */
	readonly id: string;
	/** What people see. */
	readonly number: string;
	/** ISO 8601 in UTC. */
	readonly placedAt: string;
	readonly currency: string;
	/** What the customer was charged, tax included; refunds never change it. Decimal string. */
	readonly total: string;
	/** Money and gift cards received, without authorisations; empty while unpaid. */
	readonly tenders: readonly Tender[];
	/** Whether what was received covers the total. */
	readonly paid: boolean;
	/** Decimal string; `0.00` when nothing was given back. */
	readonly refunded: string;
	/** The channel's own word: `processing`, `PAID`, `cancelled`. */
	readonly status: string;
	/** Whether the total equals lines + shipping + fees + tips + tax, to the cent. */
	readonly addsUp: boolean;
}
