import { createHash } from 'crypto';
import { plain } from './money';
import type { Order } from './order';

const charge = (line: Order['shipping'][number] | Order['lines'][number]) => [
	plain(line.gross),
	plain(line.discount),
	plain(line.tax),
];

/**
 * Hash of what the books are made from: amounts, lines, customer, dates, payments, refunds, cancellation. Never of
 * `updatedAt`, notes, our settings or our version, so that neither an upgrade nor a changed setting rewrites history.
 * @returns twelve hex digits
 */
export function factsHash(order: Order): string {
	// Arrays keep their order, so plain JSON is canonical here.
	const facts = [
		order.currency,
		order.localDate,
		order.status === 'cancelled' ? (order.cancelledAt ?? true) : null,
		order.customer && [order.customer.email?.toLowerCase(), order.customer.firstName, order.customer.lastName, order.customer.company],
		order.lines.map((line) => [line.kind, line.sku, line.sku ? null : line.title, plain(line.quantity), ...charge(line)]),
		order.shipping.map(charge),
		order.fees.map((fee) => [fee.title, ...charge(fee)]),
		[order.totals.total, order.totals.tip, order.totals.duties, order.totals.rounding].map(plain),
		order.payments
			.filter((payment) => payment.status === 'success' && payment.kind !== 'authorization')
			.map((payment) => [payment.id, payment.kind, payment.method, payment.tender, plain(payment.amount), payment.at]),
		order.refunds.map((refund) => [refund.id, refund.at, plain(refund.amount)]),
	];
	return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
}
