import type { OrderPage } from './channel';
import { earliest, instant, latest, shift } from './instant';
import type { Batch } from './batch';
import { orderHash, readingHash } from './order-hash';
import { isHistoric, isWanted, type ReadingRules } from './reading-rules';
import { MOST_GIVEN_OUT, MOST_SEEN, PASS_KINDS, TRAIL_SLOTS, type Pass, type PassKind, type ReadingState } from './reading-state';

/*
 * How a shop is read without losing an order. What holds at all times:
 *
 * 1. The bookmark is the newest update that was read (or the present, where a shop's clock runs ahead). It never goes back
 *    and never moves because time passed.
 * 2. Every update that came to light since the last reading began, up to the overlap late, is read by the next poll; what the overlap brings back is
 *    recognised by order and fingerprint.
 * 3. n8n may save this state and then never run the batch that belongs to it. So the first poll after a start reads the
 *    recovery window again, whatever the bookmark says, back to where the polls of that window began; and a sweep reads the
 *    last days again, which also finds refunds that did not count as an update. Both give out all that they read, also what
 *    is known: that it was given out does not mean that it was worked on.
 * 4. A pass that does not fit into one poll goes on in the next one from where it was cut.
 * 5. What was placed before the start is given out by none of them.
 */

/** A second: the resolution of a shop's clock, so that a window's end takes its last second in. */
const SECOND = 1_000;
const MINUTE = 60_000;

/** The state of a shop that was never read. */
export function newState(source: string, rules: ReadingRules, now: string): ReadingState {
	// Shops keep whole seconds: what is placed within the second of the activation would otherwise seem older.
	const activatedAt = instant(Math.floor(Date.parse(now) / SECOND) * SECOND);
	return { version: 1, source, activatedAt, start: rules.startDate ?? activatedAt, seen: {}, givenOut: {}, trail: {}, sweptAt: now };
}

/**
 * Prepares a poll: what is to be read, and from where. Works on a copy of what was saved.
 * @param firstAfterStart whether n8n started, or this node was switched on, since the last poll
 */
export function beginPoll(
	saved: ReadingState | undefined,
	source: string,
	rules: ReadingRules,
	now: string,
	firstAfterStart: boolean,
): { state: ReadingState; began: 'continued' | 'activated' | 'source-changed' | 'start-moved-back' } {
	const { state, began } = continueOrBegin(saved, source, rules, now);
	const { bookmark, start } = state;
	const floor = shift(start, -rules.overlap);
	if (bookmark !== undefined && firstAfterStart && began === 'continued') {
		const lost = earliest(shift(bookmark, -rules.recoveryWindow), ...Object.values(state.trail));
		state.givenOut = finished(state.givenOut, rules.recoveryWindow);
		state.recovery = { from: latest(floor, lost), to: latest(endOfSeen(state, bookmark), state.recovery?.to) };
	}
	if (bookmark !== undefined && isSweepDue(state, rules, now)) {
		const window = { from: latest(floor, shift(now, -rules.sweepWindow)), to: endOfSeen(state, bookmark) };
		if (window.from < window.to) state.sweep = window;
		state.sweptAt = now;
	}
	state.news ??= { from: latest(floor, overlapBegin(state, rules), state.seenFloor, rules.filter.updatedSince), began: now };
	leaveTrail(state, rules, now);
	return { state, began };
}

/**
 * Where the overlap begins. A shop may show an update some minutes after the time that it carries; while a long reading
 * goes on, such a one can come to light behind the place that was read last. So it counts from the reading's beginning.
 */
const overlapBegin = ({ bookmark, readSince }: ReadingState, rules: ReadingRules): string | undefined =>
	bookmark && shift(earliest(bookmark, readSince), -rules.overlap);

function continueOrBegin(saved: ReadingState | undefined, source: string, rules: ReadingRules, now: string) {
	if (!saved) return { state: newState(source, rules, now), began: 'activated' as const };
	if (saved.source !== source) return { state: newState(source, rules, now), began: 'source-changed' as const };
	const start = rules.startDate ?? saved.activatedAt;
	if (start < saved.start) {
		const state = { ...newState(source, rules, now), activatedAt: saved.activatedAt, start };
		return { state, began: 'start-moved-back' as const };
	}
	return { state: { ...structuredClone(saved), start }, began: 'continued' as const };
}

const isSweepDue = (state: ReadingState, rules: ReadingRules, now: string): boolean =>
	rules.sweepInterval > 0 && state.sweep === undefined && shift(state.sweptAt, rules.sweepInterval) <= now;

/** Behind the newest update that was read. Where a shop's clock runs ahead, that is after the bookmark. */
const endOfSeen = ({ seen }: ReadingState, bookmark: string): string =>
	instant(Object.values(seen).reduce((end, [, updated]) => Math.max(end, updated), Date.parse(bookmark)) + SECOND);

/** The orders whose runs are surely over. One of another run may be lost, and may have been updated since. */
function finished(givenOut: ReadingState['givenOut'], recoveryWindow: number): ReadingState['givenOut'] {
	const entries = Object.entries(givenOut);
	const newest = entries.at(-1)?.[1] ?? 0;
	return Object.fromEntries(entries.filter(([, minute]) => minute < newest - recoveryWindow / MINUTE));
}

/** A batch of this poll may get lost, and reaches back to where its passes begin. The sweep's is found by the next sweep. */
function leaveTrail(state: ReadingState, rules: ReadingRules, now: string): void {
	const slotLength = Math.max(1, Math.floor(rules.recoveryWindow / TRAIL_SLOTS));
	const slot = Math.floor(Date.parse(now) / slotLength);
	const kept = Object.entries(state.trail).filter(([name]) => Number(name) >= slot - TRAIL_SLOTS && Number(name) <= slot);
	state.trail = Object.fromEntries(kept);
	const begins = [state.news, state.recovery].map((pass) => pass?.reached ?? pass?.from);
	state.trail[slot] = earliest(now, state.trail[slot], ...begins);
}

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
export function takePage(
	state: ReadingState,
	kind: PassKind,
	page: OrderPage,
	rules: ReadingRules,
	now: string,
	batch: Batch,
): void {
	const pass = state[kind];
	if (!pass) return;
	for (const order of page.orders) {
		const hash = orderHash(order);
		const reading = readingHash(order);
		const updated = order.updatedAt === undefined ? undefined : instant(order.updatedAt);
		const known = state.seen[hash]?.[0] === reading;
		pass.reached = latest(pass.reached ?? pass.from, updated);
		state.seen[hash] = [reading, Date.parse(updated ?? pass.reached)];
		if (kind === 'news' && updated) state.bookmark = latest(earliest(updated, now), state.bookmark);

		if (isHistoric(order, state.start)) {
			if (!known) batch.historic += 1;
			continue;
		}
		const repeated = kind === 'news' && (known || (rules.updates === 'newOnly' && hash in state.givenOut));
		if (repeated || batch.has(hash, reading) || !isWanted(order, rules.filter)) continue;
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
