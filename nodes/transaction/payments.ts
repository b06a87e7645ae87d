import { paymentFacts } from '../order/facts';
import { compare, isPositive, isZero, minus, type Money } from '../order/money';
import type { Order, OrderPayment } from '../order/order';
import { inBooks, withCurrency } from './amounts';
import { paymentNote, referenceFor } from './memo';
import { paymentKey } from './parts';
import type { PaymentState } from './payment-state';
import type { PlannedPayment } from './plan';
import { storeDay } from './store-day';
import type { SyncSettings } from './sync-settings';
import { marketplaceTax } from './tax';
import { accountOf, methodOf } from './ways-of-paying';

/**
 * The money received for an order, one payment a tender, oldest first. Each settles what the ones before it left open; what is
 * too much stays as the customer's credit. Gift cards and store credit are lines of the invoice, or payments to a clearing account: a
 * liability takes no deposit.
 * @param documentTotal what the invoice says
 */
export function paymentsOf(
	order: Order,
	payment: PaymentState,
	documentTotal: Money,
	settings: SyncSettings,
): { payments: PlannedPayment[]; remarks: string[] } {
	let open = documentTotal;
	let notOurs = marketplaceTax(order);
	const payments: PlannedPayment[] = [];
	for (const whole of moneyOf(order, payment, settings)) {
		const kept = keptByMarketplace(whole, open, notOurs);
		notOurs = minus(notOurs, kept);
		const received = { ...whole, amount: minus(whole.amount, kept) };
		if (isZero(received.amount)) continue;
		const applied = compare(received.amount, open) > 0 ? open : received.amount;
		open = minus(open, applied);
		const redeems = received.tender !== 'money';
		const depositAccount = accountOf(received, settings);
		const paymentMethod = methodOf(received, settings);
		const reference = referenceFor(order, received);
		payments.push({
			key: paymentKey(received.id),
			facts: paymentFacts(whole),
			type: 'Payment',
			txnDate: received.at ? storeDay(received.at, order) : order.paidAt ? storeDay(order.paidAt, order) : order.localDate,
			currency: order.currency,
			documentTotal: inBooks(received.amount, order.currency),
			applied: inBooks(applied, order.currency),
			...(redeems ? { redeems } : {}),
			...(depositAccount ? { depositAccount } : {}),
			...(paymentMethod ? { paymentMethod } : {}),
			...(reference ? { paymentReference: reference } : {}),
			privateNote: paymentNote(order, received),
		});
	}
	const credit = payments.reduce((all, { documentTotal: amount, applied }) => minus(all, minus(applied, amount)), '0');
	const remarks = isZero(credit)
		? []
		: [`${withCurrency(credit, order.currency)} of the payments is more than the invoice and stays as the customer's credit.`];
	return { payments, remarks };
}

/** A customer pays the tax that a marketplace remits, too; that part of what is too much never comes to the seller. */
function keptByMarketplace({ amount, tender }: OrderPayment, open: Money, tax: Money): Money {
	const tooMuch = minus(amount, open);
	if (tender !== 'money' || isZero(tax) || !isPositive(tooMuch)) return '0';
	return compare(tooMuch, tax) < 0 ? tooMuch : tax;
}

/** Captured money in the order it came; where the shop only says that the order is paid, its total. */
function moneyOf(order: Order, { captured, byWord, paid }: PaymentState, { redeemed }: SyncSettings): OrderPayment[] {
	const all = byWord
		? [{ id: 'paid', kind: 'sale' as const, status: 'success' as const, method: '', tender: 'money' as const, amount: paid, currency: order.currency }]
		: captured.filter(({ tender }) => tender === 'money' || redeemed === 'payment');
	return all.filter(({ amount }) => !isZero(amount)).sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
}
