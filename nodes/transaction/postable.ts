import type { Order } from '../order/order';
import { refused, type Failure } from '../outcome/failure';
import type { PlannedTransaction } from './plan';

/** Intuit, "Limits": lines of one transaction. */
const MOST_LINES = 10_000;

/** Why what was planned for an order cannot be posted, or `undefined` when it can. */
export const whyNotPostable = (transactions: PlannedTransaction[], order: Order): Failure | undefined =>
	namedTwice(transactions, order) ?? tooLong(transactions, order);

/** A payment or refund that is named twice would be booked twice, and nobody could tell the two apart. */
function namedTwice(transactions: PlannedTransaction[], { number }: Order): Failure | undefined {
	const known = new Set<string>();
	for (const { key } of transactions) {
		if (known.has(key)) {
			return refused(
				'named-twice',
				`Order '${number}' names the ${key.replace(' ', " '")}' twice`,
				'Compare the payments and refunds of the order with the shop, or correct them in the node that made this item',
			);
		}
		known.add(key);
	}
	return undefined;
}

function tooLong(transactions: PlannedTransaction[], { number }: Order): Failure | undefined {
	for (const transaction of transactions) {
		const lines = transaction.type === 'Payment' ? 0 : transaction.lines.length;
		if (lines > MOST_LINES) {
			return refused(
				'too-many-lines',
				`Order '${number}' takes ${lines} lines, and a transaction of QuickBooks has at most ${MOST_LINES}`,
				'Book this order by hand, in parts',
				{ lines, limit: MOST_LINES },
			);
		}
	}
	return undefined;
}
