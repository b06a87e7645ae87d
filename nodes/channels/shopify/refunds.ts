import { compare, isZero, minus, sum } from '../../order/money';
import type { OrderInput } from '../../order/order';
import { instantOf } from './dates';
import type { Removed } from './edits';
import { tenderOf } from './payments';
import type { ShopifyOrder, ShopifyRefund } from './shopify-order';

type RefundInput = NonNullable<OrderInput['refunds']>[number];

/** The transactions decide where there are any: one that failed or waits has given nothing back yet. */
function amountOf(refund: ShopifyRefund): string {
	const moved = refund.transactions.filter(({ kind }) => kind === undefined || kind === 'REFUND');
	if (moved.length === 0) return refund.totalRefundedSet;
	return sum(moved.filter(({ status }) => status === undefined || status === 'SUCCESS').map(({ amountSet }) => amountSet));
}

/**
 * A refund. Where prices contain tax, so does the subtotal of a refunded line, and it is taken out. What belongs to no line
 * and no shipping (goodwill, returned duties, restocking) is the adjustment, whichever way it goes.
 */
function toRefund(refund: ShopifyRefund, order: ShopifyOrder): RefundInput {
	const withoutTax = (subtotal: string, tax: string) => (order.taxesIncluded ? minus(subtotal, tax) : subtotal);
	const amount = amountOf(refund);
	const lines = refund.refundLineItems.map((line) => ({
		lineId: line.lineItem.id,
		quantity: line.quantity,
		net: withoutTax(line.subtotalSet, line.totalTaxSet),
		tax: line.totalTaxSet,
		restocked: line.restockType !== undefined && line.restockType !== 'NO_RESTOCK',
	}));
	const shipping = refund.refundShippingLines.map((line) => ({
		net: withoutTax(line.subtotalAmountSet, line.taxAmountSet),
		tax: line.taxAmountSet,
	}));
	return {
		id: refund.id,
		at: instantOf(refund.processedAt ?? refund.createdAt) ?? '',
		reason: refund.note,
		amount,
		currency: order.currencyCode,
		lines,
		shipping,
		adjustment: minus(amount, sum([...lines, ...shipping].flatMap(({ net, tax }) => [net, tax]))),
		payments: refund.transactions
			.filter(({ kind, status }) => (kind === undefined || kind === 'REFUND') && status === 'SUCCESS')
			.map((transaction) => ({
				id: transaction.id,
				method: transaction.gateway ?? 'unknown',
				amount: transaction.amountSet,
				tender: tenderOf(transaction.gateway),
			})),
	};
}

/**
 * Whether a refund is only the shadow of an order edit: no money moved, and it names units that the edit has already taken
 * off the order. As a refund it would take them off twice.
 */
const isShadowOfEdit = (refund: ShopifyRefund, removed: Map<string, Removed>): boolean =>
	isZero(amountOf(refund)) &&
	refund.refundShippingLines.length === 0 &&
	refund.refundLineItems.length > 0 &&
	refund.refundLineItems.every(({ lineItem, quantity }) => {
		const units = removed.get(lineItem.id)?.quantity;
		return units !== undefined && compare(quantity, units) <= 0;
	});

export const toRefunds = (order: ShopifyOrder, removed: Map<string, Removed>): RefundInput[] =>
	order.refunds.filter((refund) => !isShadowOfEdit(refund, removed)).map((refund) => toRefund(refund, order));
