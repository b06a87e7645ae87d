import { Big } from 'big.js';
import { isVoided } from '../../nodes/postings/standing';
import { readMark } from '../../nodes/postings/mark';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Entity } from '../simulators/quickbooks/wire-values';
import { count, noTally, type Tally } from './judge-orders';
import type { Kind } from './kinds';

const TYPES = ['Estimate', 'SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo'];

export const cents = (value: unknown): string => new Big(String(value ?? 0)).toFixed(2);

/** The documents that stand for each order, by order and type. */
export function standingDocuments({ company }: QuickBooksSimulator): Map<string, Map<string, Entity[]>> {
	const books = new Map<string, Map<string, Entity[]>>();
	for (const type of TYPES) {
		for (const document of company.all(type)) {
			const id = readMark(document.PrivateNote)?.id;
			if (id === undefined || document.TxnStatus === 'Rejected' || isVoided({ type, total: String(document.TotalAmt), note: String(document.PrivateNote) })) continue;
			const ofOrder = books.get(id) ?? new Map<string, Entity[]>();
			books.set(id, ofOrder.set(type, [...(ofOrder.get(type) ?? []), document]));
		}
	}
	return books;
}

/** Every order stands as its kind says: each document once, to the cent, paid and balanced. */
export function judgeBooks(quickbooks: QuickBooksSimulator, orders: string[], { expected, balance, mayBePaid }: Kind, name: string): Tally {
	const tally = noTally();
	const books = standingDocuments(quickbooks);
	for (const id of orders) {
		const ofOrder = books.get(id) ?? new Map<string, Entity[]>();
		const left = new Set(ofOrder.keys());
		for (const [types, totals] of Object.entries(expected)) {
			const found = types.split('|').flatMap((type) => (left.delete(type), ofOrder.get(type) ?? [])).map(({ TotalAmt }) => cents(TotalAmt));
			const said = `${name}: ${types} of ${id} stands as ${found.join(' and ') || 'nothing'} instead of ${totals.join(' and ')}`;
			if (found.length < totals.length) count(tally, 'lost', said);
			else if (found.length > totals.length) count(tally, 'twice', said);
			else if (found.join() !== totals.join()) count(tally, 'wrong', said);
		}
		const [invoice] = ofOrder.get('Invoice') ?? [];
		const payments = ofOrder.get('Payment') ?? [];
		if (mayBePaid && invoice && payments.length === 1 && cents(payments[0]!.TotalAmt) === cents(invoice.TotalAmt) && cents(invoice.Balance) === '0.00') left.delete('Payment');
		for (const type of left) {
			const also = [...ofOrder].map(([other, documents]) => `${other} ${documents.map(({ Id }) => Id).join()}`).join(', ');
			count(tally, 'twice', `${name}: ${id} stands as ${type}, too: ${also}`);
		}
		for (const { Balance } of ofOrder.get('Invoice') ?? []) {
			if (balance !== undefined && cents(Balance) !== balance) count(tally, 'wrong', `${name}: the invoice of ${id} has ${cents(Balance)} open instead of ${balance}`);
		}
	}
	judgeCompany(quickbooks, name, tally);
	return tally;
}

/** No customer was made twice, and an auditor finds nothing. */
export function judgeCompany(quickbooks: QuickBooksSimulator, name: string, tally: Tally): void {
	for (const type of ['Customer', 'Item']) {
		const names = quickbooks.company.all(type).map(({ DisplayName, Name }) => String(DisplayName ?? Name));
		for (const twin of new Set(names.filter((one, index) => names.indexOf(one) !== index))) count(tally, 'twice', `${name}: ${type} '${twin}'`);
	}
	for (const found of quickbooks.audit()) count(tally, 'wrong', `${name}: ${found}`);
}
