import { canonicalHash } from './canonical-hash';
import { round } from './money';
import type { Order } from './order';

// `5.0` and `5.00` are one fact; six decimals keep every amount the schema allows.
const amount = (value: string) => round(value, 6);

const charge = (line: Order['shipping'][number] | Order['lines'][number]) => [
	amount(line.gross),
	amount(line.discount),
	amount(line.tax),
];

/**
 * Hash of what the books are made from: amounts, lines, customer, dates, payments, refunds, cancellation. Never of
 * `updatedAt`, notes, our settings or our version, so that neither an upgrade nor a changed setting rewrites history.
 * @returns twelve hex digits
 */
export function factsHash(order: Order): string {
	return canonicalHash(
		{
			currency: order.currency,
			date: order.localDate,
			cancelled: order.status === 'cancelled' ? (order.cancelledAt ?? true) : undefined,
			customer: order.customer && [
				order.customer.email?.toLowerCase(),
				order.customer.firstName,
				order.customer.lastName,
				order.customer.company,
			],
			lines: order.lines.map((line) => [line.kind, line.sku, line.sku ? undefined : line.title, amount(line.quantity), ...charge(line)]),
			shipping: order.shipping.map(charge),
			fees: order.fees.map((fee) => [fee.title, ...charge(fee)]),
			totals: [order.totals.total, order.totals.tip, order.totals.duties, order.totals.rounding].map(amount),
			payments: order.payments
				.filter((payment) => payment.status === 'success' && payment.kind !== 'authorization')
				.map((payment) => [payment.id, payment.kind, payment.method, payment.tender, amount(payment.amount), payment.at]),
			refunds: order.refunds.map((refund) => [refund.id, refund.at, amount(refund.amount)]),
		},
		12,
	);
}
