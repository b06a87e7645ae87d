import { minus, sum } from '../order/money';
import type { Failure } from '../outcome/failure';
import { POSTING_SCHEMA_VERSION, type Deed, type NewRecord, type PostedTransaction, type Posting } from '../postings/posting';
import type { Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { SALE, SALES_ORDER } from '../transaction/parts';
import { nameOfDocument } from './order-documents';
import type { OrderDocuments } from './to-document';

/** Where a document opens in QuickBooks' own pages: `<app>/invoice?txnId=12`. */
export const linkTo = (appUrl: string, type: string, id: string): string => `${appUrl}${type.toLowerCase()}?txnId=${encodeURIComponent(id)}`;

/** A document as a posting tells of it. */
export const posted = (key: string, document: Candidate, appUrl: string, done?: Deed): PostedTransaction => ({
	key,
	type: document.type,
	id: document.id,
	...(document.docNumber ? { docNumber: document.docNumber } : {}),
	txnDate: document.txnDate,
	total: document.total,
	link: linkTo(appUrl, document.type, document.id),
	...(done ? { done } : {}),
});

/** A document that was written in this run. */
export interface WrittenPart {
	key: string;
	document: Candidate;
	action: Deed;
}

/** What a run wrote of an order, also where a person has to look at it all the same. */
export interface WrittenOfOrder {
	parts: WrittenPart[];
	newRecords: NewRecord[];
}

const NOTHING_WRITTEN: WrittenOfOrder = { parts: [], newRecords: [] };

interface Said {
	outcome: Posting['outcome'];
	action: Posting['action'];
	summary: string;
	remarks?: string[];
	/** What stands of the order, by the plan's keys. */
	documents?: OrderDocuments;
	written?: WrittenOfOrder;
}

/** The posting of one order: what happened in words, with the figures of shop and books side by side. */
export function report(plan: TransactionPlan, appUrl: string, said: Said): Posting {
	const tenders = sum(plan.tenders.map((tender) => tender.amount));
	const documents = [...(said.documents ?? [])];
	const { parts, newRecords } = said.written ?? NOTHING_WRITTEN;
	const deeds = new Map(parts.map(({ key, action }) => [key, action]));
	const main = said.documents?.get(SALE) ?? said.documents?.get(SALES_ORDER);
	const stands = main !== undefined && said.outcome !== 'needsAttention';
	return {
		document: 'posting',
		schemaVersion: POSTING_SCHEMA_VERSION,
		outcome: said.outcome,
		action: said.action,
		summary: said.summary,
		order: plan.order,
		transactions: documents.map(([key, document]) => posted(key, document, appUrl, deeds.get(key))),
		...(newRecords.length > 0 ? { newRecords } : {}),
		shopTotal: plan.order.total,
		tenders,
		...(main ? { booksTotal: main.total } : {}),
		...(stands ? { difference: minus(minus(plan.order.total, tenders), main.total) } : {}),
		remarks: [...plan.remarks, ...(said.remarks ?? [])],
	};
}

/** The posting of an order that a person has to look at; what of it stands is named all the same. */
export const reportAttention = (
	plan: TransactionPlan,
	appUrl: string,
	failure: Failure,
	documents: OrderDocuments = new Map(),
	remarks: string[] = [],
	written: WrittenOfOrder = NOTHING_WRITTEN,
): Posting => ({
	...report(plan, appUrl, {
		outcome: 'needsAttention',
		action: 'refused',
		summary: `${failure.message}. ${failure.remedy}.`,
		documents,
		remarks,
		written,
	}),
	attention: {
		reason: failure.reason,
		message: failure.message,
		remedy: failure.remedy,
		...(failure.evidence ? { evidence: failure.evidence } : {}),
	},
});

/** The posting of an order of which something was written. */
export function reportWritten(
	plan: TransactionPlan,
	appUrl: string,
	documents: OrderDocuments,
	written: WrittenOfOrder,
	remarks: string[] = [],
): Posting {
	const main = documents.get(SALE) ?? documents.get(SALES_ORDER)!;
	return report(plan, appUrl, {
		outcome: 'posted',
		// What was done to the order's sale names the whole; a payment that came later updates it.
		action: written.parts.find(({ document }) => document === main)?.action ?? 'updated',
		summary: `${inWords(written.parts.map(({ document, action }) => ({ name: nameOfDocument(document), done: action })))}, ${main.total} ${plan.order.currency}`,
		documents,
		remarks,
		written,
	});
}

/** `Estimate 7 and Invoice 7 created, Payment of 5.00 adopted`: one clause for each thing done. */
export function inWords(deeds: Array<{ name: string; done: string }>): string {
	const clauses = new Map<string, string[]>();
	for (const { name, done } of deeds) clauses.set(done, [...(clauses.get(done) ?? []), name]);
	return [...clauses]
		.map(([done, names]) => `${[names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')} ${done}`)
		.join(', ');
}
