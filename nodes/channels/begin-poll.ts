import { earliest, instant, latest, shift } from './instant';
import type { ReadingRules } from './reading-rules';
import { TRAIL_SLOTS, type ReadingState } from './reading-state';

/** A second: the resolution of a shop's clock, so that a window's end takes its last second in. */
const SECOND = 1_000;
const MINUTE = 60_000;

/** The state of a shop that was never read. */
function newState(source: string, rules: ReadingRules, now: string): ReadingState {
	// Shops keep whole seconds: what is placed within the second of the activation would otherwise seem older.
	const activatedAt = instant(Math.floor(Date.parse(now) / SECOND) * SECOND);
	return { version: 1, source, activatedAt, start: rules.startDate ?? activatedAt, seen: {}, givenOut: {}, trail: {}, sweptAt: now };
}

/**
 * Prepares a poll: what is to be read, and from where. Works on a copy of what was saved.
 * @param afterBreak whether n8n started since the last poll, or gives this one another state than that one left
 */
export function beginPoll(
	saved: ReadingState | undefined,
	source: string,
	rules: ReadingRules,
	now: string,
	afterBreak: boolean,
): { state: ReadingState; began: 'continued' | 'activated' | 'source-changed' | 'start-moved-back' } {
	const { state, began } = continueOrBegin(saved, source, rules, now);
	const { bookmark, start } = state;
	const floor = shift(start, -rules.overlap);
	if (bookmark !== undefined && afterBreak && began === 'continued') {
		const lost = earliest(shift(bookmark, -rules.recoveryWindow), ...trailSince(state, rules, shift(now, -rules.recoveryWindow)));
		state.givenOut = finished(state.givenOut, rules.recoveryWindow);
		state.recovery = { from: latest(floor, lost), to: latest(endOfSeen(state, bookmark), state.recovery?.to) };
	}
	if (bookmark !== undefined && isSweepDue(state, rules, now)) {
		const lost = earliest(shift(now, -rules.sweepWindow), ...trailSince(state, rules, state.sweptBefore ?? state.sweptAt));
		const window = { from: latest(floor, lost), to: endOfSeen(state, bookmark) };
		if (window.from < window.to) state.sweep = window;
		state.sweptBefore = state.sweptAt;
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
export const overlapBegin = ({ bookmark, readSince }: ReadingState, rules: ReadingRules): string | undefined =>
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
	const slot = slotOf(now, rules);
	const kept = Object.entries(state.trail).filter(([name]) => Number(name) >= slot - TRAIL_SLOTS && Number(name) <= slot);
	state.trail = Object.fromEntries(kept);
	const begins = [state.news, state.recovery].map((pass) => pass?.reached ?? pass?.from);
	state.trail[slot] = earliest(now, state.trail[slot], ...begins);
}

/** How far back the batches reach that were given out since an instant. */
function trailSince({ trail }: ReadingState, rules: ReadingRules, since: string): string[] {
	const slot = slotOf(since, rules);
	return Object.entries(trail).flatMap(([name, begin]) => (Number(name) >= slot ? [begin] : []));
}

/** The trail is of use to the first poll after a start and to the next two sweeps, whichever look back further. */
const slotOf = (time: string, { recoveryWindow, sweepInterval }: ReadingRules): number =>
	Math.floor(Date.parse(time) / Math.max(1, Math.floor(Math.max(recoveryWindow, 2 * sweepInterval) / TRAIL_SLOTS)));
