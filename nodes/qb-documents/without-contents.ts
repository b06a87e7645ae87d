import { readInstant } from '../channels/instant';
import { canonicalHash } from '../order/canonical-hash';
import type { QbRecord } from '../quickbooks/quickbooks';
import type { DocumentContext } from './details';
import { QB_DOCUMENT_SCHEMA_VERSION, type DeletedDocument, type DocumentType, type UnreadableDocument } from './qb-document';

/** What every document begins with. */
export const identityOf = (type: DocumentType, id: string, { realmId }: DocumentContext) =>
	({ document: 'qbDocument', schemaVersion: QB_DOCUMENT_SCHEMA_VERSION, realmId, type, id, sample: false }) as const;

/** QuickBooks says of a deleted document which it was and when, and nothing else. */
export function deletedDocument(type: DocumentType, record: QbRecord, context: DocumentContext): DeletedDocument {
	const identity = { ...identityOf(type, String(record.Id), context), status: 'deleted' as const };
	return {
		...identity,
		...at('updatedAt', metaOf(record).LastUpdatedTime),
		fingerprint: canonicalHash(identity, 32),
		...at('fetchedAt', context.fetchedAt),
	};
}

/** A document that could not be read, with what is known of it. */
export function unreadableDocument(type: DocumentType, record: QbRecord, context: DocumentContext, reason: string): UnreadableDocument {
	const { CreateTime, LastUpdatedTime } = metaOf(record);
	const { DocNumber: number } = record;
	return {
		...identityOf(type, String(record.Id ?? '') || 'unknown', context),
		status: 'unreadable',
		...(typeof number === 'string' && number !== '' ? { docNumber: number } : {}),
		...at('createdAt', CreateTime),
		...at('updatedAt', LastUpdatedTime),
		reason,
		fingerprint: canonicalHash({ record, reason }, 32),
		...at('fetchedAt', context.fetchedAt),
	};
}

/** When QuickBooks made and last changed a record. */
export const metaOf = ({ MetaData }: QbRecord): { CreateTime?: string; LastUpdatedTime?: string } =>
	(MetaData ?? {}) as { CreateTime?: string; LastUpdatedTime?: string };

function at<K extends string>(key: K, time: string | undefined): { [P in K]?: string } {
	const instant = readInstant(time);
	return (instant === undefined ? {} : { [key]: instant }) as { [P in K]?: string };
}
