import type { Candidate } from '../postings/standing';

type Link = { TxnId?: unknown; TxnType?: unknown };

const linksOf = ({ record }: Candidate): Link[] => (Array.isArray(record.LinkedTxn) ? (record.LinkedTxn as Link[]) : []);

/** Ids of the documents of a type that QuickBooks links to this one. */
export const linkedIds = (document: Candidate, type: string): string[] =>
	linksOf(document).flatMap(({ TxnId, TxnType }) => (TxnType === type ? [String(TxnId)] : []));

/** Whether anything was done with a document: money received, deposited, given back. Its sales order is none of that. */
export const isSettled = (document: Candidate): boolean => linksOf(document).some(({ TxnType }) => TxnType !== 'Estimate');

/** The documents that settle or use this one, as `Payment/12`; not those that it stands on itself. */
export const settlingLinks = (document: Candidate): string[] =>
	linksOf(document).flatMap(({ TxnId, TxnType }) =>
		TxnType === 'Estimate' || (document.type === 'Payment' && TxnType === 'Invoice') ? [] : [`${String(TxnType)}/${String(TxnId)}`],
	);
