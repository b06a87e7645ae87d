import { canonicalHash } from '../order/canonical-hash';
import { ORDER_SCHEMA_VERSION, type UnreadableOrder } from '../order/order';

/** Where an order comes from, and when it was read: what every mapper is told beside the payload. */
export interface ReadingContext {
	channel: string;
	accountId: string;
	/** Base address for links to orders. */
	shopUrl: string;
	/** The store's IANA time zone, when it is known. */
	timeZone?: string;
	/** ISO 8601 in UTC. */
	fetchedAt?: string;
}

interface Known {
	id?: unknown;
	number?: unknown;
	placedAt?: string;
	updatedAt?: string;
}

/**
 * An order that could not be read, with what is known of it.
 * @param payload what the channel sent: another payload gives another fingerprint
 */
export const unreadableOrder = (
	context: ReadingContext,
	known: Known,
	reason: string,
	payload: unknown,
): UnreadableOrder => ({
	document: 'order',
	schemaVersion: ORDER_SCHEMA_VERSION,
	status: 'unreadable',
	channel: context.channel,
	accountId: context.accountId,
	id: shortText(known.id) ?? '',
	...withText('number', shortText(known.number)),
	sample: false,
	...withText('placedAt', known.placedAt),
	...withText('updatedAt', known.updatedAt),
	reason,
	fingerprint: canonicalHash({ payload, reason }, 32),
	...withText('fetchedAt', context.fetchedAt),
});

const shortText = (value: unknown): string | undefined =>
	(typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value).slice(0, 100) : undefined;

const withText = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
