import { isZero } from '../order/money';
import type { Order, OrderPayment, OrderRefund } from '../order/order';
import { withCurrency } from './amounts';
import type { Buyer } from './buyer';
import { bookName, CUSTOMER_NAME_LIMIT, NAME_PART_LIMIT } from './names';
import type { SyncSettings } from './sync-settings';
import { marketplaceTax } from './tax';
import { fit, oneLine } from './text-limits';

/** QuickBooks takes 1,000 (API Explorer: CustomerMemo). */
const CUSTOMER_MEMO_LIMIT = 1000;
/** QuickBooks takes 4,000 (API Explorer: PrivateNote); the rest is kept free for the mark. */
const PRIVATE_NOTE_LIMIT = 3500;
/** QuickBooks takes 21 (API Explorer: PaymentRefNum). */
const REFERENCE_LIMIT = 21;

/** What the customer reads: the builder's text, then, if wanted, the order's own note. */
export function customerMemo(order: Order, { memo }: SyncSettings): string | undefined {
	const parts = [memo.customer, memo.orderNote ? (order.note ?? '') : ''].map((part) => part.trim()).filter(Boolean);
	return parts.length > 0 ? fit(parts.join('\n'), CUSTOMER_MEMO_LIMIT) : undefined;
}

/** What the bookkeeper reads: the builder's text, where the order is to be found, how it was paid, and what is not in the books. */
export function privateNote(order: Order, buyer: Buyer, captured: OrderPayment[], { memo }: SyncSettings): string {
	const label = order.name && order.name !== order.number ? `${order.number} (${order.name})` : order.number;
	const methods = [...new Set(captured.map(({ method, methodTitle }) => oneLine(methodTitle || method)).filter(Boolean))];
	const longReferences = captured.map(referenceOf).filter((reference) => reference.length > REFERENCE_LIMIT);
	const atMarketplace = marketplaceTax(order);
	const parts = [
		memo.private.trim(),
		`${oneLine(order.channel)} order ${oneLine(label)}${methods.length > 0 ? `, paid by ${methods.join(', ')}` : ''}`,
		oneLine(order.url ?? ''),
		...longReferences.map((reference) => `Payment reference: ${reference}`),
		isZero(atMarketplace) ? '' : `Tax of ${withCurrency(atMarketplace, order.currency)} is remitted by the marketplace and is not in this transaction`,
		wholeNames(buyer),
	];
	return fit(parts.filter(Boolean).join('\n'), PRIVATE_NOTE_LIMIT);
}

/** The first payment's reference, when QuickBooks can hold it: a cut reference would be another one. */
export function paymentReference(captured: OrderPayment[]): string | undefined {
	const reference = captured.filter(({ tender }) => tender === 'money').map(referenceOf)[0];
	return reference && reference.length <= REFERENCE_LIMIT ? reference : undefined;
}

/** What a payment is found by in QuickBooks: the processor's reference when it fits, otherwise the order's number. */
export function referenceFor(order: Order, payment: OrderPayment): string | undefined {
	const reference = referenceOf(payment);
	const found = reference && reference.length <= REFERENCE_LIMIT ? reference : oneLine(order.number);
	return found && found.length <= REFERENCE_LIMIT ? found : undefined;
}

/** What the bookkeeper reads on a payment. */
export function paymentNote(order: Order, payment: OrderPayment): string {
	const method = oneLine(payment.methodTitle || payment.method);
	const reference = referenceOf(payment);
	const parts = [
		`Payment of ${oneLine(order.channel)} order ${oneLine(order.number)}${method ? ` by ${method}` : ''}`,
		reference.length > REFERENCE_LIMIT ? `Payment reference: ${reference}` : '',
	];
	return fit(parts.filter(Boolean).join('\n'), PRIVATE_NOTE_LIMIT);
}

/** What the bookkeeper reads on a refund. */
export function refundNote(order: Order, refund: OrderRefund): string {
	const methods = [...new Set(refund.payments.map(({ method }) => oneLine(method)).filter(Boolean))];
	const parts = [
		`Refund of ${oneLine(order.channel)} order ${oneLine(order.number)}${methods.length > 0 ? ` by ${methods.join(', ')}` : ''}`,
		oneLine(refund.reason ?? ''),
		oneLine(order.url ?? ''),
	];
	return fit(parts.filter(Boolean).join('\n'), PRIVATE_NOTE_LIMIT);
}

const referenceOf = ({ reference }: OrderPayment): string => oneLine(reference ?? '');

/** The customer's whole name, where the customer's own fields had to cut it. */
function wholeNames({ person, company, firstName, lastName }: Buyer): string {
	const cut =
		bookName(person).length > CUSTOMER_NAME_LIMIT ||
		[firstName, lastName, company].some((name) => bookName(name).length > NAME_PART_LIMIT);
	return cut ? `Customer: ${[person, company].filter(Boolean).join(', ')}` : '';
}
