import type { Candidate } from '../postings/standing';
import type { QbRecord } from './quickbooks';

/** A record of QuickBooks as a document that may be an order's. */
export const candidateOf = (type: string, record: QbRecord): Candidate => ({
	type,
	id: record.Id!,
	...(typeof record.DocNumber === 'string' ? { docNumber: record.DocNumber } : {}),
	total: String(record.TotalAmt ?? '0'),
	txnDate: String(record.TxnDate ?? ''),
	note: String(record.PrivateNote ?? ''),
	record,
});

/** What QuickBooks asks for with every change: the version that is changed. */
export const syncToken = (document: Candidate): string => String(document.record.SyncToken ?? '0');

/** When QuickBooks made a record, in ISO 8601. */
export const createdAt = ({ MetaData }: QbRecord): string => (MetaData as { CreateTime?: string } | undefined)?.CreateTime ?? new Date(0).toISOString();
