import { Big } from 'big.js';
import { readMark } from '../../nodes/postings/mark';
import { isVoided } from '../../nodes/postings/standing';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Entity } from '../simulators/quickbooks/wire-values';

/** What stands in the company of one order, by type. */
export type OfOrder = Map<string, Entity[]>;

const TYPES = ['Estimate', 'SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo'];

export const cents = (value: unknown): string => new Big(String(value ?? 0)).toFixed(2);

/** The documents that stand for each order, of one channel or of all, by the orders' ids: what the company itself holds, whatever anybody reported. */
export function standingDocuments({ company }: QuickBooksSimulator, channel?: string): Map<string, OfOrder> {
	const books = new Map<string, OfOrder>();
	for (const type of TYPES) {
		for (const document of company.all(type)) {
			const mark = readMark(document.PrivateNote);
			if (mark === undefined || mark.channel !== (channel ?? mark.channel)) continue;
			if (document.TxnStatus === 'Rejected' || isVoided({ type, total: String(document.TotalAmt), note: String(document.PrivateNote) })) continue;
			const ofOrder: OfOrder = books.get(mark.id) ?? new Map<string, Entity[]>();
			books.set(mark.id, ofOrder.set(type, [...(ofOrder.get(type) ?? []), document]));
		}
	}
	return books;
}

/** An order's receipts and invoices. */
export const salesOf = (documents: OfOrder | undefined): Entity[] => ['SalesReceipt', 'Invoice'].flatMap((type) => documents?.get(type) ?? []);
