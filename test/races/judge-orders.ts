import { Big } from 'big.js';
import { readMark } from '../../nodes/postings/mark';
import { isVoided } from '../../nodes/postings/standing';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';

/** What a suite counts, and in words what it found. */
export interface Tally {
	cases: number;
	lost: number;
	twice: number;
	wrong: number;
	words: string[];
}

/** An order that has to stand once. */
export interface Sold {
	id: string;
	/** Decimal string. */
	total: string;
}

export const noTally = (): Tally => ({ cases: 0, lost: 0, twice: 0, wrong: 0, words: [] });

export function count(tally: Tally, what: 'lost' | 'twice' | 'wrong', words: string, times = 1): void {
	tally[what] += times;
	tally.words.push(words);
}

export function addUp(tallies: Tally[]): Tally {
	const sum = noTally();
	for (const tally of tallies) {
		for (const figure of ['cases', 'lost', 'twice', 'wrong'] as const) sum[figure] += tally[figure];
		sum.words.push(...tally.words);
	}
	return sum;
}

const cents = (value: unknown): string => new Big(String(value ?? 0)).toFixed(2);

/** Totals of the documents that stand for each order, by the orders' ids: what the company itself holds, whatever anybody reported. */
export function standingTotals({ company }: QuickBooksSimulator, types: readonly string[] = ['SalesReceipt', 'Invoice']): Map<string, string[]> {
	const totals = new Map<string, string[]>();
	for (const type of types) {
		for (const { TotalAmt, PrivateNote, TxnStatus } of company.all(type)) {
			const id = readMark(PrivateNote)?.id;
			if (id === undefined || TxnStatus === 'Rejected' || isVoided({ type, total: String(TotalAmt), note: String(PrivateNote) })) continue;
			totals.set(id, [...(totals.get(id) ?? []), cents(TotalAmt)]);
		}
	}
	return totals;
}

/** Holds the company's documents against the orders, and its ledger against itself. */
export function judgeOrders(quickbooks: QuickBooksSimulator, orders: Sold[], name: string): Tally {
	const tally = { ...noTally(), cases: 1 };
	const books = standingTotals(quickbooks);
	for (const { id, total } of orders) {
		const totals = books.get(id) ?? [];
		const said = `${name}: order ${id} of ${cents(total)} stands as ${totals.join(' and ') || 'nothing'}`;
		if (totals.length === 0) count(tally, 'lost', said);
		else if (totals.length > 1) count(tally, 'twice', said);
		else if (totals[0] !== cents(total)) count(tally, 'wrong', said);
	}
	for (const found of quickbooks.audit()) count(tally, 'wrong', `${name}: ${found}`);
	return tally;
}
