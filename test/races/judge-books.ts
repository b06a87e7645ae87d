import { Big } from 'big.js';
import { isVoided } from '../../nodes/postings/standing';
import { readMark } from '../../nodes/postings/mark';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Entity } from '../simulators/quickbooks/wire-values';
import { count, noTally, type Tally } from './judge-orders';
import type { Kind } from './kinds';

const TYPES = ['Estimate', 'SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo'];

export const cents = (value: unknown): string => new Big(String(value ?? 0)).toFixed(2);

/** The documents that stand for each order, of one channel or of all, by order and type. */
export function standingDocuments({ company }: QuickBooksSimulator, channel?: string): Map<string, Map<string, Entity[]>> {
	const books = new Map<string, Map<string, Entity[]>>();
	for (const type of TYPES) {
		for (const document of company.all(type)) {
			const mark = readMark(document.PrivateNote);
			if (mark === undefined || mark.channel !== (channel ?? mark.channel)) continue;
			if (document.TxnStatus === 'Rejected' || isVoided({ type, total: String(document.TotalAmt), note: String(document.PrivateNote) })) continue;
			const ofOrder = books.get(mark.id) ?? new Map<string, Entity[]>();
			books.set(mark.id, ofOrder.set(type, [...(ofOrder.get(type) ?? []), document]));
		}
	}
	return books;
}

/** Every order stands as its kind says: each document once, to the cent, paid and balanced. */
export function judgeBooks(quickbooks: QuickBooksSimulator, orders: string[], kind: Kind, name: string): Tally {
	const tally = noTally();
	const books = standingDocuments(quickbooks);
	for (const id of orders) judgeDocuments(tally, `${name}: ${id}`, books.get(id) ?? new Map<string, Entity[]>(), kind);
	judgeCompany(quickbooks, name, tally);
	return tally;
}

/** The documents that stand for one order are those of its kind, and no other. */
export function judgeDocuments(tally: Tally, who: string, ofOrder: Map<string, Entity[]>, { expected, balance, mayBePaid }: Pick<Kind, 'expected' | 'balance' | 'mayBePaid'>): void {
	const left = new Set(ofOrder.keys());
	for (const [types, totals] of Object.entries(expected)) {
		const found = types.split('|').flatMap((type) => (left.delete(type), ofOrder.get(type) ?? [])).map(({ TotalAmt }) => cents(TotalAmt));
		const said = `${who} stands as ${types} of ${found.join(' and ') || 'nothing'} instead of ${totals.join(' and ')}`;
		if (found.length < totals.length) count(tally, 'lost', said);
		else if (found.length > totals.length) count(tally, 'twice', said);
		else if (found.join() !== totals.join()) count(tally, 'wrong', said);
	}
	const [invoice] = ofOrder.get('Invoice') ?? [];
	const payments = ofOrder.get('Payment') ?? [];
	if (mayBePaid && invoice && payments.length === 1 && cents(payments[0]!.TotalAmt) === cents(invoice.TotalAmt) && cents(invoice.Balance) === '0.00') left.delete('Payment');
	for (const type of left) {
		const also = [...ofOrder].map(([other, documents]) => `${other} ${documents.map(({ Id }) => Id).join()}`).join(', ');
		count(tally, 'twice', `${who} stands as ${type}, too: ${also}`);
	}
	for (const { Balance } of ofOrder.get('Invoice') ?? []) {
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
