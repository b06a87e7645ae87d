import { hash } from 'crypto';
import { plain } from './money';
import type { Order, OrderPayment, OrderRefund } from './order';

const charge = (line: Order['shipping'][number] | Order['lines'][number]) => [
	plain(line.gross),
	plain(line.discount),
	plain(line.tax),
];

/**
 * Hash of what a sale is made from: amounts, lines, customer, date. Never of `updatedAt`, notes, our settings or our version, so
 * that neither an upgrade nor a changed setting rewrites history; and not of payments, refunds and cancellation, which are
 * documents of their own or decided by what stands.
 * @returns twelve hex digits
 */
export function saleFacts(order: Order): string {
	// Arrays keep their order, so plain JSON is canonical here.
	return hashOf([
		order.currency,
		order.localDate,
		order.customer && [order.customer.email?.toLowerCase(), order.customer.firstName, order.customer.lastName, order.customer.company],
		order.lines.map((line) => [line.kind, line.sku, line.sku ? null : line.title, plain(line.quantity), ...charge(line)]),
		order.shipping.map(charge),
		order.fees.map((fee) => [fee.title, ...charge(fee)]),
		[order.totals.total, order.totals.tip, order.totals.duties, order.totals.rounding].map(plain),
	]);
}

/** Hash of what a payment is made from. */
export const paymentFacts = ({ id, method, tender, amount, currency, at }: OrderPayment): string =>
	hashOf([id, method, tender, plain(amount), currency, at]);

/** Hash of what a refund is made from. */
export const refundFacts = ({ id, at, amount, currency, lines, shipping, fees, adjustment }: OrderRefund): string =>
	hashOf([
		id,
		at,
		plain(amount),
		currency,
		lines.map((line) => [line.lineId, plain(line.quantity), plain(line.net), plain(line.tax)]),
		[...shipping, ...fees].map(({ net, tax }) => [plain(net), plain(tax)]),
		plain(adjustment),
	]);

const hashOf = (facts: unknown[]): string => hash('sha256', JSON.stringify(facts)).slice(0, 12);
