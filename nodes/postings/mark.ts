import type { OrderIdentity } from '../order/order-key';

/** One readable line in a document's private note: whose it is, and what it was made from. */
export interface Mark extends OrderIdentity {
	/** Hash of the order's facts when it was posted; see `nodes/order/facts.ts`. */
	facts: string;
	/** Hash of the document as we left it; see `as-posted.ts`. */
	posted: string;
}

const LABEL = '[order-sync]';

// Ids are the channel's: whatever could break the line, or could not be kept by a US company (ISO-8859-1), is percent-encoded.
const encode = (part: string): string => part.replace(/[%|\s[\]]|[^\x20-\x7e]/gu, (character) => encodeURIComponent(character)) || '-';
const decode = (part: string): string => {
	try {
		return part === '-' ? '' : decodeURIComponent(part);
	} catch {
		return part;
	}
};

export const writeMark = (mark: Mark): string =>
	`${LABEL} ${encode(mark.channel)} | ${encode(mark.accountId)} | ${encode(mark.id)} | facts ${mark.facts} | posted ${mark.posted}`;

const PATTERN = /\[order-sync\] (\S+) \| (\S+) \| (\S+) \| facts ([0-9a-f]{12}) \| posted ([0-9a-f]{12})/;

/** The mark in a private note, wherever a person may have moved it. */
export function readMark(note: unknown): Mark | undefined {
	const found = typeof note === 'string' ? PATTERN.exec(note) : null;
	if (!found) return undefined;
	const [, channel, accountId, id, facts, posted] = found as unknown as [string, string, string, string, string, string];
	return { channel: decode(channel), accountId: decode(accountId), id: decode(id), facts, posted };
}

/** The bookkeeper's words first, the mark on a line of its own. */
export const noteWithMark = (note: string | undefined, mark: Mark): string =>
	[note?.trim(), writeMark(mark)].filter(Boolean).join('\n');

/** A private note without our line: what is sent on to other systems. */
export const withoutMark = (note: string): string =>
	note
		.split('\n')
		.filter((line) => !PATTERN.test(line))
		.join('\n')
		.trim();

export const isMarkOf = (mark: Mark | undefined, order: OrderIdentity): mark is Mark =>
	mark !== undefined && mark.channel === order.channel && mark.accountId === order.accountId && mark.id === order.id;
