import type { OrderQuery } from '../channels/channel';
import { instant } from '../channels/instant';
import type { PageOf } from '../channels/readable';
import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import { ask } from '../quickbooks/ask';
import type { QuickBooks } from '../quickbooks/quickbooks';
import { byTime, changeOf, isRefundType, REFUND_TYPES, type Change } from './change';
import { typeAndId } from './document-key';
import { fetchChanges } from './fetch-changes';
import { lookUpDetails } from './look-up-details';
import type { DocumentType, QbDocument } from './qb-document';
import { salesOfRefunds } from './sold-by';
import { toQbDocument } from './to-qb-document';

/** A company whose documents are read. */
export interface DocumentsSession {
	quickbooks: QuickBooks;
	clock: Clock;
	/** Which documents are read. */
	types: readonly DocumentType[];
}

/**
 * One page of documents by when they were changed, each with all that it needs to be shipped. Three calls as a rule, for up to a
 * thousand documents. A refund brings the document that sold it.
 */
export async function fetchDocuments(session: DocumentsSession, query: OrderQuery): Promise<Outcome<PageOf<QbDocument>>> {
	if (query.order === 'newest') return await fetchNewest(session, query.pageSize);
	const { quickbooks, types } = session;
	const page = await fetchChanges(session, [...types, ...REFUND_TYPES], query);
	if (!page.ok) return page;
	const { changes, next } = page.value;
	const own = changes.filter(({ entity }) => !isRefundType(entity));
	const known = new Map(own.map((change) => [typeAndId({ type: change.entity, id: change.id }), change]));
	const refunded = await salesOfRefunds(quickbooks, changes.filter(({ entity }) => isRefundType(entity)), types, known);
	if (!refunded.ok) return refunded;
	const documents = await toDocuments(session, [...own, ...refunded.value].sort(byTime));
	return documents.ok ? succeed({ orders: documents.value, ...(next === undefined ? {} : { next }) }) : documents;
}

/** The newest documents of each type, for the test step in the editor. */
async function fetchNewest(session: DocumentsSession, count: number): Promise<Outcome<PageOf<QbDocument>>> {
	const rows = await ask(
		session.quickbooks,
		session.types.map((type) => `select * from ${type} orderby MetaData.CreateTime DESC maxresults ${count}`),
	);
	if (!rows.ok) return rows;
	const changes = rows.value.flatMap((records, index) => records.map((record) => changeOf(session.types[index]!, record)));
	const documents = await toDocuments(session, changes.sort(byTime).reverse().slice(0, count));
	return documents.ok ? succeed({ orders: documents.value }) : documents;
}

async function toDocuments({ quickbooks, clock }: DocumentsSession, changes: Change[]): Promise<Outcome<QbDocument[]>> {
	if (changes.length === 0) return succeed([]);
	const details = await lookUpDetails(quickbooks, changes);
	if (!details.ok) return details;
	const context = { realmId: quickbooks.realmId, appUrl: quickbooks.appUrl, fetchedAt: instant(clock.now()) };
	return succeed(changes.map(({ entity, record }) => toQbDocument(entity as DocumentType, record, details.value, context)));
}
