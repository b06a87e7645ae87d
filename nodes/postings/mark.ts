import type { OrderIdentity } from '../order/order-key';
import { SALE } from '../transaction/parts';
import { cutAt } from '../transaction/text-limits';

/** One readable line in a document's private note: whose it is, and what it was made from. */
export interface Mark extends OrderIdentity {
	/** Which part of the order the document is: the `key` of the plan's transaction. */
	part: string;
	/** Hash of that part's facts when it was posted; see `nodes/order/facts.ts`. */
	facts: string;
	/** Hash of the document as we left it; see `as-posted.ts`. */
	posted: string;
}

const LABEL = '[order-sync]';

/** Stands for an empty part; a part that is a hyphen itself is encoded. */
const NOTHING = '-';

/**
 * Ids are the channel's: whatever could break the line, or could not be kept by a US company (ISO-8859-1), is
 * percent-encoded. Half a surrogate pair cannot be sent to anybody and becomes U+FFFD.
 */
function encode(part: string): string {
	if (part === '') return NOTHING;
	if (part === NOTHING) return '%2D';
	return part
		.replace(/\p{Surrogate}/gu, '\uFFFD')
		.replace(/[%|\s[\]]|[^\x20-\x7e]/gu, (character) => encodeURIComponent(character));
}

function decode(part: string): string {
	try {
		return part === NOTHING ? '' : decodeURIComponent(part);
	} catch {
		return part;
	}
}

export function writeMark({ channel, accountId, id, part, facts, posted }: Mark): string {
	const whose = [channel, accountId, id].map(encode).join(' | ');
	// Most orders are one document: their marks stay short.
	const which = part === SALE ? '' : ` | part ${encode(part)}`;
	return `${LABEL} ${whose}${which} | facts ${facts} | posted ${posted}`;
}

const PATTERN = /\[order-sync\] (\S+) \| (\S+) \| (\S+)(?: \| part (\S+))? \| facts ([0-9a-f]{12}) \| posted ([0-9a-f]{12})/;
const AT_LABEL = new RegExp(PATTERN, 'y');

/**
 * The mark in a private note, wherever a person may have moved it. We write it last, so the last one counts: words of a
 * shop's customer that look like a mark stand above it.
 */
export function readMark(note: unknown): Mark | undefined {
	const found = typeof note === 'string' ? lastMark(note) : undefined;
	if (!found) return undefined;
	const [, channel = '', accountId = '', id = '', part = SALE, facts = '', posted = ''] = found;
	return { channel: decode(channel), accountId: decode(accountId), id: decode(id), part: decode(part), facts, posted };
}

/** From the end, and only where the label stands: a run reads the notes of all that was made since its oldest order was placed. */
function lastMark(note: string): RegExpExecArray | undefined {
	for (let at = note.lastIndexOf(LABEL); at >= 0; at = note.slice(0, at).lastIndexOf(LABEL)) {
		AT_LABEL.lastIndex = at;
		const found = AT_LABEL.exec(note);
		if (found) return found;
	}
	return undefined;
}

/** Characters that QuickBooks takes in a private note (API Explorer: PrivateNote). */
export const NOTE_LIMIT = 4000;

/** The bookkeeper's words first, the mark on a line of its own; where both do not fit, the words give way. */
export function noteWithMark(note: string | undefined, mark: Mark): string {
	const line = writeMark(mark);
	const words = cutAt(note?.trim() ?? '', NOTE_LIMIT - line.length - 1).trim();
	return words ? `${words}\n${line}` : line;
}

/** A private note without our line: what is sent on to other systems. */
export const withoutMark = (note: string): string =>
	note
		.split('\n')
		.filter((line) => !PATTERN.test(line))
		.join('\n')
		.trim();

export const isMarkOf = (mark: Mark | undefined, order: OrderIdentity): mark is Mark =>
	mark !== undefined && (['channel', 'accountId', 'id'] as const).every((field) => encode(mark[field]) === encode(order[field]));

export const isMarkOfPart = (mark: Mark | undefined, order: OrderIdentity, part: string): mark is Mark =>
	isMarkOf(mark, order) && encode(mark.part) === encode(part);

/** Whether somebody's note speaks of this package at all. */
export const isMarked = (note: string): boolean => note.includes(LABEL);
