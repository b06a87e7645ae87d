import { DateTime } from '../vendor/luxon';
import type { Pass } from './reading-state';

/** The periods that can be asked for. Weeks begin on Monday (ISO 8601). */
export type PeriodChoice =
	| { kind: 'yesterday' | 'lastWeek' | 'lastMonth' }
	/** Calendar days of the store, both inclusive: `2026-03-01`. */
	| { kind: 'range'; firstDay: string; lastDay: string };

/** Instants at the store's midnight: `from` inclusive, `to` exclusive. */
export interface PeriodWindow {
	from: string;
	to: string;
}

/** What is remembered between polls about periods. */
export interface PeriodState {
	version: 1;
	source: string;
	/** Which choice this is about; another one begins anew. */
	choice: string;
	/** The last period that was given out in full, and when. */
	done?: PeriodWindow & { at: string };
	/** A period that is being read over several polls. */
	reading?: PeriodReading;
}

export interface PeriodReading extends PeriodWindow {
	pass: Pass;
	/** Orders given out so far; those that could not be read are not among them. */
	orders: number;
	unreadable: number;
	/** Short hashes of the orders of the last second read: a page may begin with them again. */
	seam: string[];
}

const UNIT = { yesterday: 'day', lastWeek: 'week', lastMonth: 'month' } as const;

/** One string for a choice, to notice when the user makes another one. */
export const choiceKey = (choice: PeriodChoice): string =>
	choice.kind === 'range' ? `range/${choice.firstDay}/${choice.lastDay}` : choice.kind;

const windowOf = (from: DateTime, to: DateTime): PeriodWindow => ({
	from: from.toUTC().toJSDate().toISOString(),
	to: to.toUTC().toJSDate().toISOString(),
});

/**
 * The period to give out next: the one after the last, once it is over, so that none is left out when n8n was down; at
 * first the latest that is over.
 * @param now instant
 * @param zone IANA name of the store's zone
 */
export function duePeriod(choice: PeriodChoice, zone: string, now: string, done?: PeriodWindow): PeriodWindow | undefined {
	const present = DateTime.fromISO(now, { zone });
	if (choice.kind === 'range') {
		const from = DateTime.fromISO(choice.firstDay, { zone }).startOf('day');
		const to = DateTime.fromISO(choice.lastDay, { zone }).startOf('day').plus({ days: 1 });
		return done || !(to > from) || to > present ? undefined : windowOf(from, to);
	}
	const unit = UNIT[choice.kind];
	const latestStart = present.startOf(unit).minus({ [unit]: 1 });
	if (!done) return windowOf(latestStart, present.startOf(unit));
	// A store that changed its time zone has its midnight elsewhere now: the next period begins where the last one ended all
	// the same, so that no hour is left out or counted twice, and ends at a midnight of the new zone.
	const nearestMidnight = DateTime.fromISO(done.to, { zone }).plus({ hours: 12 }).startOf(unit);
	const to = nearestMidnight.plus({ [unit]: 1 });
	return to > present ? undefined : windowOf(DateTime.fromISO(done.to), to);
}
