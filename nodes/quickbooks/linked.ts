import { sum, type Money } from '../order/money';
import type { Candidate } from '../postings/standing';

type Link = { TxnId?: unknown; TxnType?: unknown };

const linksOf = ({ record }: Candidate): Link[] => (Array.isArray(record.LinkedTxn) ? (record.LinkedTxn as Link[]) : []);

/** Ids of the documents of a type that QuickBooks links to this one. */
export const linkedIds = (document: Candidate, type: string): string[] =>
	linksOf(document).flatMap(({ TxnId, TxnType }) => (TxnType === type ? [String(TxnId)] : []));

/** How much of a payment goes to this invoice. */
export const appliedTo = ({ record }: Candidate, invoice: Candidate): Money =>
	sum(
		(Array.isArray(record.Line) ? (record.Line as Array<{ Amount?: number; LinkedTxn?: Link[] }>) : [])
			.filter(({ LinkedTxn = [] }) => LinkedTxn.some(({ TxnId, TxnType }) => TxnType === 'Invoice' && TxnId === invoice.id))
			.map(({ Amount = 0 }) => String(Amount)),
	);

/** Whether anything was done with a document: money received, deposited, given back. Its sales order is none of that. */
export const isSettled = (document: Candidate): boolean => linksOf(document).some(({ TxnType }) => TxnType !== 'Estimate');

/** The documents that settle or use this one, as `Payment/12`; not those that it stands on itself. */
export const settlingLinks = (document: Candidate): string[] =>
	linksOf(document).flatMap(({ TxnId, TxnType }) =>
		TxnType === 'Estimate' || (document.type === 'Payment' && TxnType === 'Invoice') ? [] : [`${String(TxnType)}/${String(TxnId)}`],
	);
