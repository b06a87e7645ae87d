import { cents, standingDocuments, type OfOrder } from '../judging/standing-documents';
import { count, noTally, type Tally } from '../judging/tally';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Kind } from './kinds';

/** Every order stands as its kind says, no customer was made twice, and an auditor finds nothing. */
export function judgeBooks(quickbooks: QuickBooksSimulator, orders: string[], kind: Kind, name: string): Tally {
	const tally = noTally();
	const books = standingDocuments(quickbooks);
	for (const id of orders) judgeDocuments(tally, `${name}: ${id}`, books.get(id) ?? new Map(), kind);
	judgeCompany(quickbooks, name, tally);
	return tally;
}

/** The documents that stand for one order are those of its kind, each once, to the cent, paid and balanced, and no other. */
export function judgeDocuments(tally: Tally, who: string, documents: OfOrder, { expected, balance, mayBePaid }: Pick<Kind, 'expected' | 'balance' | 'mayBePaid'>): void {
	const left = new Set(documents.keys());
	for (const [types, totals] of Object.entries(expected)) {
		const found = types.split('|').flatMap((type) => (left.delete(type), documents.get(type) ?? [])).map(({ TotalAmt }) => cents(TotalAmt));
		const said = `${who} stands as ${types} of ${found.join(' and ') || 'nothing'} instead of ${totals.join(' and ')}`;
		if (found.length < totals.length) count(tally, 'lost', said);
		else if (found.length > totals.length) count(tally, 'twice', said);
		else if (found.join() !== totals.join()) count(tally, 'wrong', said);
	}
	const [invoice] = documents.get('Invoice') ?? [];
	const payments = documents.get('Payment') ?? [];
	if (mayBePaid && invoice && payments.length === 1 && cents(payments[0]!.TotalAmt) === cents(invoice.TotalAmt) && cents(invoice.Balance) === '0.00') left.delete('Payment');
	for (const type of left) {
		const also = [...documents].map(([other, all]) => `${other} ${all.map(({ Id }) => Id).join()}`).join(', ');
		count(tally, 'twice', `${who} stands as ${type}, too: ${also}`);
	}
	for (const { Balance } of documents.get('Invoice') ?? []) {
		if (balance !== undefined && cents(Balance) !== balance) count(tally, 'wrong', `${who} has an invoice with ${cents(Balance)} open instead of ${balance}`);
	}
}

/** No customer was made twice, and an auditor finds nothing. */
export function judgeCompany(quickbooks: QuickBooksSimulator, name: string, tally: Tally): void {
	for (const type of ['Customer', 'Item']) {
		const names = quickbooks.company.all(type).map(({ DisplayName, Name }) => String(DisplayName ?? Name));
		for (const twin of new Set(names.filter((one, index) => names.indexOf(one) !== index))) count(tally, 'twice', `${name}: ${type} '${twin}'`);
	}
	for (const found of quickbooks.audit()) count(tally, 'wrong', `${name}: ${found}`);
}
