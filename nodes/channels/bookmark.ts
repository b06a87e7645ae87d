import type { Batch } from './batch';
import { overlapBegin } from './begin-poll';
import { earliest, instant, latest, readInstant } from './instant';
import type { Changing, PageOf, Readable } from './readable';
import type { ReadingRules } from './reading-rules';
import { MOST_GIVEN_OUT, MOST_SEEN, PASS_KINDS, type Pass, type PassKind, type ReadingState } from './reading-state';

/*
 * How a shop is read without losing an order. What holds at all times:
 *
 * 1. The bookmark is the newest update that was read (or the present, where a shop's clock runs ahead). It never goes back
 *    and never moves because time passed.
 * 2. Every update that came to light since the last reading began, up to the overlap late, is read by the next poll; what
 *    the overlap brings back is recognised by order and fingerprint.
 * 3. n8n may save this state and then never run the batch that belongs to it, or lose the worker that runs it, and never start
 *    again. So the first poll after a start reads the recovery window again, whatever the bookmark says, back to where the polls
 *    of that window began; and a sweep reads the last days again, back to where the polls since the last sweep but one began, which
 *    also finds refunds that did not count as an update. Both give out all that they read, also what is known: that it was given out
 *    does not mean that it was worked on.
 * 4. A pass that does not fit into one poll goes on in the next one from where it was cut.
 * 5. What was placed before the start is given out by none of them.
 */

const SECOND = 1_000;
const MINUTE = 60_000;

/** The pass to read the next page of; `undefined` when this poll has read everything. */
export function nextPass(state: ReadingState): { kind: PassKind; pass: Pass } | undefined {
	const kinds = state.waiting ? [state.waiting, ...PASS_KINDS] : PASS_KINDS;
	for (const kind of kinds) {
		const pass = state[kind];
		if (pass) return { kind, pass };
	}
	return undefined;
}

/** Begins a pass again at the newest update it has met: for a page mark that the channel refuses. */
export function withoutToken(pass: Pass): Pass {
	const again = { ...pass, from: pass.reached ?? pass.from };
	delete again.pageToken;
	return again;
}

/** Takes in a page: moves the pass and the bookmark on, and adds to the batch what is to be given out. */
export function takePage<T extends Changing>(
	state: ReadingState,
	kind: PassKind,
	page: PageOf<T>,
	rules: ReadingRules,
	now: string,
	batch: Batch<T>,
	things: Readable<T>,
): void {
	const pass = state[kind];
	if (!pass) return;
	for (const order of page.orders) {
		const hash = things.hashOf(order);
		const reading = things.readingOf(order);
		const updated = readInstant(order.updatedAt);
		const known = state.seen[hash]?.[0] === reading;
		pass.reached = latest(pass.reached ?? pass.from, updated);
		state.seen[hash] = [reading, Date.parse(updated ?? pass.reached)];
		if (kind === 'news' && updated) state.bookmark = latest(earliest(updated, now), state.bookmark);

		if (things.isHistoric(order, state.start)) {
			if (!known) batch.historic += 1;
			continue;
		}
		const repeated = kind === 'news' && (known || (rules.updates === 'newOnly' && hash in state.givenOut));
		if (repeated || batch.has(hash, reading) || !things.isWanted(order, rules.filter)) continue;
		batch.add(hash, reading, order);
		if (rules.updates === 'newOnly') remember(state.givenOut, hash, now);
	}
	if (page.next !== undefined) {
		pass.pageToken = page.next;
		return;
	}
	delete state[kind];
	if (kind === 'news' && pass.began) state.readSince = pass.began;
}

/** Puts an order at the end, as the one given out last. */
function remember(givenOut: ReadingState['givenOut'], hash: string, now: string): void {
	delete givenOut[hash];
	givenOut[hash] = Math.floor(Date.parse(now) / MINUTE);
}

/** Brings the state back within its limits; to be called once, at the end of a poll. */
export function endPoll(state: ReadingState, rules: ReadingRules): void {
	const givenOut = rules.updates === 'newOnly' ? Object.entries(state.givenOut).slice(-MOST_GIVEN_OUT) : [];
	state.givenOut = Object.fromEntries(givenOut);
	const { bookmark } = state;
	const begin = overlapBegin(state, rules);
	if (bookmark === undefined || begin === undefined) return;
	const newestFirst = Object.entries(state.seen)
		.filter(([, [, updated]]) => updated >= Date.parse(begin))
		.sort(([, a], [, b]) => b[1] - a[1]);
	const forgotten = newestFirst[MOST_SEEN]?.[1][1];
	// Reading again what there is no room to recognise would give it out on every poll: the overlap is shortened instead,
	// but never to less than the bookmark's own second.
	const floor = forgotten === undefined ? undefined : earliest(instant(forgotten + SECOND), bookmark);
	if (floor !== undefined) state.seenFloor = latest(floor, state.seenFloor);
	state.seen = Object.fromEntries(newestFirst.slice(0, MOST_SEEN));
}
