import { canonicalHash } from '../order/canonical-hash';
import type { Readable } from '../channels/readable';
import { documentKey } from './document-key';
import { isStanding, type QbDocument, type StandingDocument } from './qb-document';

/** Which documents are wanted; what QuickBooks itself cannot filter by. Names are compared without regard to case. */
export interface DocumentFilter {
	/** Names or ids; empty for every one. */
	classes: string[];
	locations: string[];
	/** A custom field that must be filled, and its value where one is asked for. */
	customField?: { name: string; value: string };
	paidOnly: boolean;
	withShippingAddress: boolean;
	/** Only documents without a tracking number. */
	notShippedYet: boolean;
}

/**
 * Whether a document passes. One that was deleted or could not be read always does: nobody may lose it to a guess. A voided one has no money
 * and may have lost its address, so only what stays on it is asked for.
 */
export function isWantedDocument(document: QbDocument, filter: DocumentFilter): boolean {
	if (!isStanding(document)) return true;
	if (!isAmong(document.class, filter.classes) || !isAmong(document.location, filter.locations)) return false;
	if (filter.customField && !hasField(document, filter.customField)) return false;
	if (document.status === 'voided') return true;
	if (filter.paidOnly && !document.paid) return false;
	if (filter.withShippingAddress && document.shipTo === undefined) return false;
	return !(filter.notShippedYet && document.trackingNumber !== undefined);
}

function isAmong(one: StandingDocument['class'], wanted: readonly string[]): boolean {
	if (wanted.length === 0) return true;
	if (one === undefined) return false;
	// QuickBooks names a class or location with those above it: `Shops:ShipStation`.
	const names = [one.id, one.name, one.name?.split(':').at(-1)].map(plain);
	return wanted.some((name) => names.includes(plain(name)));
}

const hasField = ({ customFields }: StandingDocument, { name, value }: NonNullable<DocumentFilter['customField']>): boolean =>
	customFields.some((field) => plain(field.name) === plain(name) && (value === '' || plain(field.value) === plain(value)));

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

/** Documents as things that are read without loss. */
export const documentsBy = (filter: DocumentFilter): Readable<QbDocument> => ({
	hashOf: (document) => canonicalHash(documentKey(document), 12),
	readingOf: ({ fingerprint = '' }) => fingerprint.slice(0, 8),
	isHistoric: (document, start) => 'createdAt' in document && document.createdAt !== undefined && document.createdAt < start,
	isWanted: (document) => isWantedDocument(document, filter),
});
