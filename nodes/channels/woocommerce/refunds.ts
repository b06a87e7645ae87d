import { absolute, minus, sum } from '../../order/money';
import type { OrderInput } from '../../order/order';
import { instantOf } from './dates';
import { metaText, type WooOrder, type WooRefund } from './woocommerce-order';

type RefundInput = NonNullable<OrderInput['refunds']>[number];

/** WooCommerce writes which line a refund's line gives back into this key, on lines and on fees. */
const REFUNDED_ITEM = '_refunded_item_id';

const taken = (line: { total: string; total_tax: string }) => ({ net: absolute(line.total), tax: absolute(line.total_tax) });

/**
 * A refund's amounts are negative in WooCommerce and positive here. An amount that belongs to no line (a refund by amount
 * alone has no lines at all) is the adjustment.
 */
export function toRefund(refund: WooRefund, order: WooOrder, currency: string): RefundInput {
	const amount = absolute(refund.amount);
	const lines = refund.line_items.map((line) => ({
		lineId: metaText(line.meta_data, REFUNDED_ITEM) ?? '',
		quantity: absolute(line.quantity),
		...taken(line),
	}));
	const shipping = refund.shipping_lines.map(taken);
	const fees = refund.fee_lines.map((fee) => ({ feeId: metaText(fee.meta_data, REFUNDED_ITEM) ?? '', ...taken(fee) }));
	const explained = sum([...lines, ...shipping, ...fees].flatMap(({ net, tax }) => [net, tax]));
	return {
		id: refund.id,
		at: instantOf(refund.date_created_gmt) ?? refund.date_created_gmt,
		reason: refund.reason,
		amount,
		currency,
		lines,
		shipping,
		fees,
		adjustment: minus(amount, explained),
		payments:
			instantOf(order.date_paid_gmt) === undefined
				? []
				: [{ id: refund.id, method: order.payment_method ?? 'unknown', amount, tender: 'money' }],
	};
}
