import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { cents, salesOf, standingDocuments } from './standing-documents';
import { count, noTally, type Tally } from './tally';

/** An order that has to stand once. */
export interface Sold {
	id: string;
	/** Decimal string. */
	total: string;
}

/** Holds the company's documents against the orders, and its ledger against itself. */
export function judgeOrders(quickbooks: QuickBooksSimulator, orders: Sold[], name: string): Tally {
	const tally = { ...noTally(), cases: 1 };
	const books = standingDocuments(quickbooks);
	for (const { id, total } of orders) {
		const totals = salesOf(books.get(id)).map(({ TotalAmt }) => cents(TotalAmt));
		const said = `${name}: order ${id} of ${cents(total)} stands as ${totals.join(' and ') || 'nothing'}`;
		if (totals.length === 0) count(tally, 'lost', said);
		else if (totals.length > 1) count(tally, 'twice', said);
		else if (totals[0] !== cents(total)) count(tally, 'wrong', said);
	}
	for (const found of quickbooks.audit()) count(tally, 'wrong', `${name}: ${found}`);
	return tally;
}
