/** How far one reading through a window of updates has come. All instants are ISO 8601 in UTC with milliseconds. */
export interface Pass {
	/** Inclusive. */
	from: string;
	/** Exclusive; open when absent. */
	to?: string;
	/** The channel's own mark of the next page, when the pass was cut. */
	pageToken?: string;
	/** When the pass began, by our clock. */
	began?: string;
	/** The newest update met: where to begin again when the channel no longer knows its mark. */
	reached?: string;
}

/**
 * What is read, in this order: `recovery` after a start, `news` on every poll, `sweep` now and then.
 * See bookmark.ts for why there are three.
 */
export const PASS_KINDS = ['recovery', 'news', 'sweep'] as const;
export type PassKind = (typeof PASS_KINDS)[number];

/**
 * All that the reading of one shop remembers between polls. n8n keeps it in one text field of the workflow and writes it as
 * a whole, so every list in it has a limit, and it stays below about 150 KB.
 */
export interface ReadingState {
	version: 1;
	/** Channel and shop: another one begins anew. */
	source: string;
	/** When this node first polled this shop: the start date when the user gives none. */
	activatedAt: string;
	/** No order placed before this is ever given out. */
	start: string;
	/** The newest update seen; never the time of a poll. Absent until there was one. */
	bookmark?: string;
	/** When the last complete reading of news began. Whatever came to light since may lie behind the bookmark. */
	readSince?: string;
	/** Short hash of an order → short hash of its reading, and when it was updated (milliseconds). Covers the overlap. */
	seen: Record<string, [reading: string, updated: number]>;
	/** Updates up to here are not looked at again by the overlap: `seen` had no room for them. */
	seenFloor?: string;
	/** Short hash of an order given out → when (minutes), newest last; kept only where updates are not wanted. */
	givenOut: Record<string, number>;
	/** Time slot → the earliest update that a poll of that slot read from: how far back a lost batch may reach. */
	trail: Record<string, string>;
	/** When the last sweep began. */
	sweptAt: string;
	/** When the one before it began: a sweep's batches may get lost, too, so that what it brings again comes twice. */
	sweptBefore?: string;
	recovery?: Pass;
	news?: Pass;
	sweep?: Pass;
	/** A pass that the last poll had no room for at all: it has the first page of the next one, so that none starves. */
	waiting?: PassKind;
}

/** Orders in `seen`: about 40 bytes each. */
export const MOST_SEEN = 2_000;

/** Orders in `givenOut`: about 25 bytes each. An update of an order that fell out of it is given out once more. */
export const MOST_GIVEN_OUT = 3_000;

/** Slots in `trail`, spread over the recovery window or the time of two sweeps, whichever is longer. */
export const TRAIL_SLOTS = 48;
