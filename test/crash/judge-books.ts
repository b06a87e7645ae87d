import type { SmallBusiness } from '../../demo/small-business';
import { standingDocuments } from '../judging/standing-documents';
import { noTally, type Tally } from '../judging/tally';
import { judgeCompany, judgeDocuments } from '../races/judge-books';
import type { Kind } from '../races/kinds';

type Stands = (total: string) => Pick<Kind, 'expected' | 'balance'>;

/** What the workflows make of an order that was paid. */
const asSalesReceipt: Stands = (total) => ({ expected: { SalesReceipt: [total] } });
const asPaidInvoice: Stands = (total) => ({ expected: { Invoice: [total], Payment: [total] }, balance: '0.00' });

/** Holds the books against what the two shops know of their own orders, and has them audited; `orders` is how many. */
export function judgeBooks({ quickbooks, woocommerce, shopify }: SmallBusiness): Tally & { orders: number } {
	const verdict = { ...noTally(), orders: 0 };
	for (const [channel, orders, stands] of [
		['woocommerce', woocommerce.orders(), asSalesReceipt],
		['shopify', shopify.orders(), asPaidInvoice],
	] as const) {
		const books = standingDocuments(quickbooks, channel);
		for (const { id, number, total, paid, addsUp, refunded } of orders) {
			if (!paid || !addsUp || refunded !== '0.00') continue;
			verdict.orders += 1;
			judgeDocuments(verdict, `${channel} order ${number}`, books.get(id) ?? new Map(), stands(total));
		}
	}
	judgeCompany(quickbooks, 'the books', verdict);
	return verdict;
}
