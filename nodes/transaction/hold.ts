import { compare, isZero, sum } from '../order/money';
import type { Order } from '../order/order';
import { withCurrency } from './amounts';
import { leftOut } from './left-out';
import type { PaymentState } from './payment-state';
import type { TransactionPlan } from './plan';
import type { SyncSettings } from './sync-settings';

export type Hold = NonNullable<TransactionPlan['hold']>;

/**
 * Why an order that QuickBooks does not hold yet is not to be posted now. It is planned all the same, so that what was
 * posted earlier can be compared with it.
 */
export function holdOf(
	order: Order,
	payment: PaymentState,
	type: 'SalesReceipt' | 'Invoice' | undefined,
	settings: SyncSettings,
): Hold | undefined {
	if (order.isTest && settings.testOrders === 'hold') {
		return { reason: 'test-order', message: `Order '${order.number}' is a test order of the shop.` };
	}
	if (order.status === 'draft') return { reason: 'draft', message: `Order '${order.number}' is still a draft.` };
	if (order.status === 'cancelled') {
		const when = order.cancelledAt ? ` on ${order.cancelledAt}` : '';
		return { reason: 'cancelled', message: `Order '${order.number}' was cancelled${when}.` };
	}
	if (settings.refunds.ofUnposted === 'skip' && isGivenBack(order)) {
		return { reason: 'refunded', message: `Order '${order.number}' was given back wholly before it was posted.` };
	}
	if (type === 'SalesReceipt' && !payment.covered) {
		return { reason: 'waiting-for-payment', message: waitingMessage(order, payment) };
	}
	const filtered = leftOut(order, settings.filters);
	return filtered && { reason: 'left-out', by: filtered.by, message: `Order '${order.number}' is left out by '${filtered.by}': ${filtered.why}.` };
}

function isGivenBack({ refunds, totals }: Order): boolean {
	const given = sum(refunds.map(({ amount }) => amount));
	return !isZero(given) && compare(given, totals.total) >= 0;
}

function waitingMessage(order: Order, payment: PaymentState): string {
	const of = `${withCurrency(payment.paid, order.currency)} of ${withCurrency(order.totals.total, order.currency)}`;
	const authorised = order.payments.some(({ kind, status }) => kind === 'authorization' && status === 'success');
	const why = authorised ? '; an authorisation is not a payment yet' : '';
	return `Order '${order.number}' has captured payments of ${of}: ${withCurrency(payment.due, order.currency)} is still to be paid${why}.`;
}
