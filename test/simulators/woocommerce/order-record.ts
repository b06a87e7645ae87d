import type { WooOrderDraft, WooStatus } from './order-draft';
import type {
	WireAmounts,
	WireFeeLine,
	WireLine,
	WireMeta,
	WireOrder,
	WireShippingLine,
	WireTaxLine,
} from './wire-order';

/** A refund as the store keeps it; instants in milliseconds, whole seconds as in WooCommerce's tables. */
export interface WooRefundRecord {
	readonly id: number;
	readonly createdAt: number;
	/** Positive decimal string. */
	readonly amount: string;
	readonly reason: string;
	readonly refundedPayment: boolean;
	readonly metaId: number;
	readonly partial: boolean;
	readonly lines: WireLine[];
	readonly shippingLines: WireShippingLine[];
	readonly taxLines: WireTaxLine[];
	readonly feeLines: WireFeeLine[];
}

/** An order as the store keeps it. */
export interface WooOrderRecord {
	readonly id: number;
	readonly orderKey: string;
	readonly createdAt: number;
	draft: WooOrderDraft;
	amounts: WireAmounts;
	modifiedAt: number;
	paidAt: number | null;
	completedAt: number | null;
	status: WooStatus;
	paymentMethod: { readonly id: string; readonly title: string };
	transactionId: string;
	meta: WireMeta[];
	refunds: WooRefundRecord[];
	/** Fields that a plugin or a hand in the database spoilt; they win over what was computed. */
	spoilt: Partial<WireOrder>;
}
