import { compare, isNegative, minus, sum, type Money } from '../order/money';
import type { Order, OrderPayment } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { fitsBooks, withCurrency } from './amounts';
import { marketplaceTax } from './tax';

/** What has really been paid for an order. */
export interface PaymentState {
	/** Captured payments and sales that went through; an authorisation is none. */
	captured: OrderPayment[];
	/** Those of them that redeem a gift card or store credit. */
	tenders: OrderPayment[];
	/** Captured money, tenders apart. */
	money: Money;
	/** Captured money and tenders. */
	paid: Money;
	/** What is still to be paid; `0` when it is covered. */
	due: Money;
	covered: boolean;
	/** The shop says that the order is paid and lists no payment. */
	byWord: boolean;
	remarks: string[];
}

const saysPaid = new Set<Order['paymentStatus']>(['paid', 'partiallyRefunded', 'refunded']);

/**
 * Adds up the captured payments. An order that lists none is taken as paid only when the shop says so in so many words.
 * Fails where a payment is in another currency than the order: how much of it covers the order nobody can tell.
 */
export function paymentState(order: Order): Outcome<PaymentState> {
	const captured = order.payments.filter(
		(payment) => payment.status === 'success' && (payment.kind === 'sale' || payment.kind === 'capture'),
	);
	const strange = captured.find(
		(payment) => payment.currency !== order.currency || isNegative(payment.amount) || !fitsBooks(payment.amount, order.currency),
	);
	if (strange) {
		return fail(
			refused(
				'payment-unclear',
				`Payment '${strange.id}' of order '${order.number}' is ${strange.amount} ${strange.currency}, and the order is in ${order.currency}`,
				"Correct the payment in the shop, or give its amount in the order's own currency",
				{ payment: strange.id, amount: strange.amount, currency: strange.currency },
			),
		);
	}
	const tenders = captured.filter((payment) => payment.tender !== 'money');
	const { total } = order.totals;
	const byWord = captured.length === 0 && order.payments.length === 0 && saysPaid.has(order.paymentStatus);
	const paid = byWord ? total : sum(captured.map((payment) => payment.amount));
	const tendered = sum(tenders.map((payment) => payment.amount));
	if (compare(tendered, total) > 0) {
		return fail(
			refused(
				'tenders-exceed-total',
				`Gift cards and store credit of ${tendered} ${order.currency} were redeemed for order '${order.number}', whose total is ${total} ${order.currency}`,
				'Compare the payments with the shop, and book this order by hand',
				{ tenders: tendered, total, currency: order.currency },
			),
		);
	}
	const covered = compare(paid, total) >= 0;
	return succeed({
		captured,
		tenders,
		money: minus(paid, tendered),
		paid,
		due: covered ? '0' : minus(total, paid),
		covered,
		byWord,
		remarks: remarksOn(order, paid, byWord),
	});
}

function remarksOn(order: Order, paid: Money, byWord: boolean): string[] {
	const { total } = order.totals;
	const remarks: string[] = [];
	if (byWord && compare(total, '0') > 0) remarks.push('The order lists no payments; it is taken as paid because the shop says so.');
	// The customer pays the tax that a marketplace remits as well.
	const tooMuch = compare(paid, total) > 0 ? minus(minus(paid, total), marketplaceTax(order)) : '0';
	if (compare(tooMuch, '0') > 0) remarks.push(`${withCurrency(tooMuch, order.currency)} more was paid than the order's total.`);
	return remarks;
}
