import { minus, sum } from '../order/money';
import type { Failure } from '../outcome/failure';
import { POSTING_SCHEMA_VERSION, type PostedTransaction, type Posting } from '../postings/posting';
import type { Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { nameOfDocument } from './order-documents';

/** Where a document opens in QuickBooks' own pages: `<app>/invoice?txnId=12`. */
export const linkTo = (appUrl: string, type: string, id: string): string => `${appUrl}${type.toLowerCase()}?txnId=${encodeURIComponent(id)}`;

const posted = (key: string, document: Candidate, appUrl: string): PostedTransaction => ({
	key,
	type: document.type,
	id: document.id,
	...(document.docNumber ? { docNumber: document.docNumber } : {}),
	txnDate: document.txnDate,
	total: document.total,
	link: linkTo(appUrl, document.type, document.id),
});

interface Said {
	outcome: Posting['outcome'];
	action: Posting['action'];
	summary: string;
	remarks?: string[];
	document?: Candidate;
}

/** The posting of one order: what happened in words, with the figures of shop and books side by side. */
export function report(plan: TransactionPlan, appUrl: string, said: Said): Posting {
	const tenders = sum(plan.tenders.map((tender) => tender.amount));
	const { document } = said;
	const stands = document !== undefined && said.outcome !== 'needsAttention';
	return {
		document: 'posting',
		schemaVersion: POSTING_SCHEMA_VERSION,
		outcome: said.outcome,
		action: said.action,
		summary: said.summary,
		order: plan.order,
		transactions: document ? [posted(plan.transactions[0]!.key, document, appUrl)] : [],
		shopTotal: plan.order.total,
		tenders,
		...(document ? { booksTotal: document.total } : {}),
		...(stands ? { difference: minus(minus(plan.order.total, tenders), document.total) } : {}),
		remarks: [...plan.remarks, ...(said.remarks ?? [])],
	};
}

/** The posting of an order that a person has to look at. */
export const reportAttention = (plan: TransactionPlan, appUrl: string, failure: Failure, document?: Candidate): Posting => ({
	...report(plan, appUrl, {
		outcome: 'needsAttention',
		action: 'refused',
		summary: `${failure.message}. ${failure.remedy}.`,
		...(document ? { document } : {}),
	}),
	attention: {
		reason: failure.reason,
		message: failure.message,
		remedy: failure.remedy,
		...(failure.evidence ? { evidence: failure.evidence } : {}),
	},
});

/** The posting of an order that was written. */
export const reportWritten = (
	plan: TransactionPlan,
	appUrl: string,
	document: Candidate,
	action: 'created' | 'updated' | 'adopted',
	remarks: string[] = [],
): Posting =>
	report(plan, appUrl, {
		outcome: 'posted',
		action,
		summary: `${nameOfDocument(document)} ${action}, ${document.total} ${plan.order.currency}`,
		document,
		remarks,
	});
