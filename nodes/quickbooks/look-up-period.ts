import { orderKey } from '../order/order-key';
import { succeed, type Outcome } from '../outcome/outcome';
import { readMark } from '../postings/mark';
import { isVoided, type Candidate } from '../postings/standing';
import { SALE, SALES_ORDER } from '../transaction/parts';
import { askAll } from './ask';
import { candidateOf } from './candidate';
import { linkedIds } from './linked';
import { ORDER_DOCUMENTS } from './order-documents';
import { literal } from './query';
import type { QuickBooks } from './quickbooks';

/** A shop and the calendar days, both inclusive, that are compared. */
export interface ShopPeriod {
	channel: string;
	accountId: string;
	firstDay: string;
	lastDay: string;
}

/**
 * The documents of the books that stand for a shop's orders of these days, by the mark in their notes; one query a type and
 * thousand documents. An invoice that was made of a sales order is dated later than its order, so the sales order speaks for it.
 */
export async function lookUpPeriod(quickbooks: QuickBooks, period: ShopPeriod): Promise<Outcome<Candidate[]>> {
	const { channel, accountId, firstDay, lastDay } = period;
	const dated = `TxnDate >= ${literal(firstDay)} and TxnDate <= ${literal(lastDay)}`;
	const rows = await askAll(quickbooks, ORDER_DOCUMENTS.map((type) => `select * from ${type} where ${dated}`));
	if (!rows.ok) return rows;
	const documents = ORDER_DOCUMENTS.flatMap((type, index) => rows.value[index]!.map((record) => candidateOf(type, record)));
	return succeed(
		documents.filter((document) => {
			const mark = readMark(document.note);
			const speaks = mark?.part === SALES_ORDER || (mark?.part === SALE && linkedIds(document, 'Estimate').length === 0);
			return speaks && !isVoided(document) && orderKey({ ...mark, id: '' }) === orderKey({ channel, accountId, id: '' });
		}),
	);
}
