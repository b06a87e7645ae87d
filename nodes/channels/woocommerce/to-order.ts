import { describeIssues } from '../../order/describe-issues';
import { isZero, plus, sum } from '../../order/money';
import type { Order, OrderInput, UnreadableOrder } from '../../order/order';
import { z } from '../../vendor/zod';
import { finishOrder } from '../finish-order';
import { unreadableOrder, type ReadingContext } from '../unreadable-order';
import { instantOf, localDayOf } from './dates';
import { toFees, toLines, toShipping } from './lines';
import { paymentStatusOf, redeemed, toPayments } from './payments';
import { toAddress, toCustomer } from './people';
import { toRefund } from './refunds';
import { orderTaxes } from './taxes';
import { metaText, wooOrderSchema, wooRefundSchema, type WooOrder, type WooRefund } from './woocommerce-order';

/** What WooCommerce said about one order: the order, and its refunds from their own resource. */
export interface WooReading {
	order: unknown;
	refunds: unknown[];
}

const readingSchema = z.object({ order: wooOrderSchema, refunds: z.array(wooRefundSchema) });

/** WooCommerce's own word is kept in `channelStatus`; a status of a plugin counts as open. */
const STATUS = new Map<string, Order['status']>([
	['completed', 'completed'],
	['refunded', 'completed'],
	['cancelled', 'cancelled'],
]);

/** Maps an order of the REST API wc/v3 to the canonical order; see MAPPINGS.md. Pure, and never throws. */
export function toOrder(reading: WooReading, context: ReadingContext): Order | UnreadableOrder {
	const parsed = readingSchema.safeParse(reading);
	if (!parsed.success) {
		const known = knownOf(reading.order);
		const name = known.number ?? known.id;
		const issues = parsed.error.issues.map((issue) => ({
			...issue,
			// In the sentence the order's fields stand by themselves: 'line_items[0].quantity'.
			path: issue.path[0] === 'order' && issue.path.length > 1 ? issue.path.slice(1) : issue.path,
		}));
		const which = typeof name === 'string' || typeof name === 'number' ? `Order ${name}` : 'An order without an id';
		return unreadableOrder(context, known, `${which} cannot be read: ${describeIssues({ issues })}`, reading);
	}
	const { order, refunds } = parsed.data;
	const placedAt = instantOf(order.date_created_gmt);
	if (placedAt === undefined) {
		const reason = `Order ${order.number ?? order.id} cannot be read: 'date_created_gmt' must be an instant, e.g. "2026-03-01T09:30:00"`;
		return unreadableOrder(context, knownOf(reading.order), reason, reading);
	}
	const { draft, checks } = assemble(order, refunds, placedAt, context);
	return finishOrder(draft, checks, context, reading);
}

function assemble(
	order: WooOrder,
	wooRefunds: WooRefund[],
	placedAt: string,
	context: ReadingContext,
): { draft: OrderInput; checks: string[] } {
	const currency = order.currency ?? '';
	const giftCards = redeemed(order);
	const refunds = wooRefunds.map((refund) => toRefund(refund, order, currency));
	const refunded = sum(refunds.map((refund) => refund.amount));
	const local = localDayOf(order.date_created, placedAt, context.timeZone);
	const checks = [
		...(local.check === undefined ? [] : [local.check]),
		...(isZero(giftCards)
			? []
			: [`gift cards paid ${giftCards} ${currency}; the shop's own total of ${order.total} is less by that`]),
		...(wooRefunds.length === order.refunds.length
			? []
			: [`'refunds' names ${order.refunds.length} and the shop gave the details of ${wooRefunds.length}`]),
	];
	const draft: OrderInput = {
		channel: context.channel,
		accountId: context.accountId,
		id: order.id,
		number: order.number ?? order.id,
		name: `#${order.number ?? order.id}`,
		url: `${context.shopUrl.replace(/\/+$/, '')}/wp-admin/admin.php?page=wc-orders&action=edit&id=${encodeURIComponent(order.id)}`,
		sourceName: order.created_via,
		status: STATUS.get(order.status) ?? 'open',
		channelStatus: order.status,
		paymentStatus: paymentStatusOf(order, refunded, giftCards),
		fulfillmentStatus: order.status === 'completed' ? 'fulfilled' : undefined,
		isTest: metaText(order.meta_data, '_wcpay_mode') === 'test',
		placedAt,
		updatedAt: instantOf(order.date_modified_gmt),
		paidAt: instantOf(order.date_paid_gmt),
		storeTimeZone: context.timeZone,
		localDate: local.day,
		currency,
		taxInclusive: order.prices_include_tax,
		taxExempt: metaText(order.meta_data, 'is_vat_exempt') === 'yes',
		customer: toCustomer(order),
		billTo: toAddress(order.billing),
		shipTo: toAddress(order.shipping),
		lines: toLines(order),
		shipping: toShipping(order),
		fees: toFees(order),
		discounts: order.coupon_lines.map((coupon) => ({
			code: coupon.code,
			title: coupon.code ?? 'Coupon',
			type: coupon.discount_type === undefined ? 'other' : coupon.discount_type.includes('percent') ? 'percentage' : 'fixed',
			amount: coupon.discount,
			target: 'order',
		})),
		taxes: orderTaxes(order.tax_lines),
		totals: { total: plus(order.total, giftCards), refunded },
		payments: toPayments(order, currency),
		refunds,
		note: order.customer_note,
		fetchedAt: context.fetchedAt,
	};
	return { draft, checks };
}

/** What can be said of an order that cannot be read. */
function knownOf(order: unknown) {
	const fields = (typeof order === 'object' && order !== null ? order : {}) as Record<string, unknown>;
	const time = (value: unknown) => (typeof value === 'string' ? instantOf(value) : undefined);
	return {
		id: fields['id'],
		number: fields['number'],
		placedAt: time(fields['date_created_gmt']),
		updatedAt: time(fields['date_modified_gmt']),
	};
}
