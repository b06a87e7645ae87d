import { readInstant } from '../channels/instant';
import type { QbRecord } from '../quickbooks/quickbooks';
import { metaOf } from './without-contents';

/** A record of QuickBooks that was written, or deleted. */
export interface Change {
	/** The entity: a document's type, or that of what was given back. */
	entity: string;
	id: string;
	/** When: an instant in UTC. */
	at: string;
	record: QbRecord;
}

/** What was given back changes what is left to ship, without always changing the document that sold it. */
export const REFUND_TYPES = ['CreditMemo', 'RefundReceipt'] as const;

export const isRefundType = (entity: string): entity is (typeof REFUND_TYPES)[number] => REFUND_TYPES.some((type) => type === entity);

export const changeOf = (entity: string, record: QbRecord): Change => ({
	entity,
	id: String(record.Id ?? ''),
	at: readInstant(metaOf(record).LastUpdatedTime) ?? new Date(0).toISOString(),
	record,
});

/** In the order of time; ids are one sequence over all transactions. */
export const byTime = (a: Change, b: Change): number => (a.at === b.at ? Number(a.id) - Number(b.id) : a.at < b.at ? -1 : 1);

/**
 * Where the next page begins: behind this change. A document that is changed while pages are read comes again at its new time;
 * one that comes to light late, in a second that was read, is found by the next poll's overlap.
 */
export interface PageMark {
	at: string;
	id: string;
}

export const writePageMark = ({ at, id }: PageMark): string => `${at}#${id}`;

/** `undefined` for a mark that this version did not write. */
export function readPageMark(text: string): PageMark | undefined {
	const [at = '', id, ...more] = text.split('#');
	return id !== undefined && more.length === 0 && readInstant(at) === at ? { at, id } : undefined;
}

export const isBehind = (change: Change, mark: PageMark): boolean =>
	change.at > mark.at || (change.at === mark.at && Number(change.id) > Number(mark.id));
