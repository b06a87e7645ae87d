import { compare, isPositive, isZero, minus, type Money } from '../../order/money';
import type { Order, OrderInput } from '../../order/order';
import { instantOf } from '../../shipstation/pacific-time';
import type { ShipStationOrder } from './shipstation-order';

/** What came in for an order. */
export interface Received {
	/** Without tax that a marketplace keeps for the authority. */
	amount: Money;
	status: Order['paymentStatus'];
	payments: NonNullable<OrderInput['payments']>;
	checks: string[];
}

/**
 * ShipStation keeps one amount, and no list. What a marketplace collects and remits itself never reaches the seller: it is
 * taken off a payment that covers it. A payment date without an amount is no payment: many channels fill it in regardless.
 * @param total what the order comes to for the seller
 */
export function receivedFor(order: ShipStationOrder, total: Money, marketplaceTax: Money, currency: string): Received {
	const { amountPaid, orderTotal } = order;
	const covers = compare(amountPaid, orderTotal) >= 0;
	const amount = covers && !isZero(marketplaceTax) ? minus(amountPaid, marketplaceTax) : amountPaid;
	const at = instantOf(order.paymentDate);
	const waits = order.orderStatus === 'awaiting_payment';
	const paid = isPositive(amount) && !waits;
	return {
		amount,
		status: statusOf(amount, total, waits),
		payments: paid
			? [{ id: 'paid', kind: 'sale', status: 'success', method: order.paymentMethod ?? 'unknown', amount, currency, ...(at === undefined ? {} : { at }) }]
			: [],
		checks: [
			...(at !== undefined && !isPositive(amountPaid) && isPositive(orderTotal) ? ["ShipStation has a payment date and no amount paid: the order counts as unpaid"] : []),
			...(waits && isPositive(amountPaid) ? [`ShipStation awaits payment and has an amount paid of ${amountPaid} ${currency}: the order counts as unpaid`] : []),
		],
	};
}

function statusOf(amount: Money, total: Money, waits: boolean): Order['paymentStatus'] {
	if (waits) return 'unpaid';
	if (compare(amount, total) >= 0) return 'paid';
	return isPositive(amount) ? 'partial' : 'unpaid';
}
