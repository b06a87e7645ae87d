import type { ShopifyOrderDraft, ShopifyProduct } from './order-draft';

/** All amounts are decimal strings in the shop's currency; all instants milliseconds; all ids numeric text. */
export interface LineTax {
	readonly title: string;
	/** A share: 0.0725. */
	readonly rate: number;
	readonly amount: string;
}

export interface OrderLineRecord {
	readonly id: string;
	readonly product: ShopifyProduct;
	readonly quantity: number;
	/** Price times quantity, before discounts. */
	readonly gross: string;
	/** This line's part of the order's discount. */
	readonly discount: string;
	/** Gross less discount; with tax where the order's prices include it. */
	readonly net: string;
	readonly taxes: readonly LineTax[];
}

export interface ShippingRecord {
	readonly id: string;
	readonly title: string;
	readonly code: string;
	readonly price: string;
	readonly taxes: readonly LineTax[];
}

/** What Shopify computes from an order's contents. */
export interface OrderAmounts {
	readonly lines: readonly OrderLineRecord[];
	readonly shipping: ShippingRecord | undefined;
	readonly subtotal: string;
	readonly discounts: string;
	readonly tax: string;
	readonly tip: string;
	readonly total: string;
}

export interface TransactionRecord {
	readonly id: string;
	readonly kind: 'AUTHORIZATION' | 'CAPTURE' | 'REFUND' | 'SALE' | 'VOID';
	readonly status: 'FAILURE' | 'PENDING' | 'SUCCESS';
	/** `shopify_payments`, `gift_card`, `manual`. */
	readonly gateway: string;
	readonly amount: string;
	readonly at: number;
	readonly parentId: string | null;
	readonly paymentId: string;
}

export interface RefundRecord {
	readonly id: string;
	readonly at: number;
	readonly note: string | null;
	readonly lines: ReadonlyArray<{
		readonly id: string;
		readonly lineId: string;
		readonly quantity: number;
		readonly subtotal: string;
		readonly tax: string;
	}>;
	readonly shipping: ReadonlyArray<{ readonly id: string; readonly subtotal: string; readonly tax: string }>;
	/** Money given back beyond what lines and shipping explain; negative, as Shopify shows it. */
	readonly discrepancy: { readonly id: string; readonly amount: string } | undefined;
	readonly transactionIds: readonly string[];
}

export interface ShopifyOrderRecord {
	readonly id: string;
	readonly number: number;
	readonly createdAt: number;
	readonly originalTotal: string;
	draft: ShopifyOrderDraft;
	amounts: OrderAmounts;
	updatedAt: number;
	cancelledAt: number | null;
	cancelReason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF' | null;
	closedAt: number | null;
	edited: boolean;
	transactions: TransactionRecord[];
	refunds: RefundRecord[];
	/** A total that the parts do not explain, as orders brought in by faulty apps have. */
	spoiltTotal: string | undefined;
}
