import { Big } from 'big.js';
import { add } from './compute-order';
import type { ShopifyOrderRecord, TransactionRecord } from './order-record';

export type FinancialStatus =
	'AUTHORIZED' | 'PAID' | 'PARTIALLY_PAID' | 'PARTIALLY_REFUNDED' | 'PENDING' | 'REFUNDED' | 'VOIDED';

const succeeded = (order: ShopifyOrderRecord, ...kinds: Array<TransactionRecord['kind']>): TransactionRecord[] =>
	order.transactions.filter(({ kind, status }) => status === 'SUCCESS' && kinds.includes(kind));

const sum = (transactions: readonly TransactionRecord[]): Big => add(transactions.map(({ amount }) => amount));

export const totalOf = (order: ShopifyOrderRecord): string => order.spoiltTotal ?? order.amounts.total;

/** Payments that were captured, gift cards included. */
export const paymentsOf = (order: ShopifyOrderRecord): TransactionRecord[] => succeeded(order, 'SALE', 'CAPTURE');

export const receivedOf = (order: ShopifyOrderRecord): Big => sum(paymentsOf(order));

export const refundedOf = (order: ShopifyOrderRecord): Big => sum(succeeded(order, 'REFUND'));

export function financialStatus(order: ShopifyOrderRecord): FinancialStatus {
	const received = receivedOf(order);
	const refunded = refundedOf(order);
	if (refunded.gt(0)) return refunded.gte(received) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
	if (received.gte(totalOf(order))) return 'PAID';
	if (received.gt(0)) return 'PARTIALLY_PAID';
	if (succeeded(order, 'VOID').length > 0) return 'VOIDED';
	return succeeded(order, 'AUTHORIZATION').length > 0 ? 'AUTHORIZED' : 'PENDING';
}

export interface CurrentAmounts {
	readonly subtotal: Big;
	readonly tax: Big;
	readonly shipping: Big;
	readonly total: Big;
	/** Given back beyond what lines and shipping explain; negative. */
	readonly discrepancy: Big;
}

/** The order after its returns. */
export function currentAmounts(order: ShopifyOrderRecord): CurrentAmounts {
	const lines = order.refunds.flatMap((refund) => refund.lines);
	const shipping = order.refunds.flatMap((refund) => refund.shipping);
	const lineBack = add(lines.map(({ subtotal }) => subtotal));
	const shippingBack = add(shipping.map(({ subtotal }) => subtotal));
	const taxBack = add([...lines, ...shipping].map(({ tax }) => tax));
	const back = lineBack.plus(shippingBack).plus(order.draft.taxesIncluded === true ? 0 : taxBack);
	return {
		subtotal: new Big(order.amounts.subtotal).minus(lineBack),
		tax: new Big(order.amounts.tax).minus(taxBack),
		shipping: new Big(order.amounts.shipping?.price ?? 0).minus(shippingBack),
		total: new Big(totalOf(order)).minus(back),
		discrepancy: add(order.refunds.map((refund) => refund.discrepancy?.amount ?? '0')),
	};
}
