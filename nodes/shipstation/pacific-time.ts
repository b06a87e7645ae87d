import { DateTime } from '../vendor/luxon';

/**
 * ShipStation's clock is in California: every date it gives and takes is Pacific time (PST or PDT) without saying so.
 * https://www.shipstation.com/docs/api/requirements/
 */
export const PACIFIC = 'America/Los_Angeles';

/**
 * The instant of a date of ShipStation's: `2016-02-16T15:16:53.7070000` is `2016-02-16T23:16:53.707Z`. In the hour that
 * autumn has twice it is the first of both.
 * @returns ISO 8601 in UTC; `undefined` for what is no date
 */
export function instantOf(pacific: string | undefined): string | undefined {
	const time = pacificTime(pacific);
	return time?.isValid ? (time.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/** The calendar day that a date of ShipStation's stands on, in California: `2016-02-16`. */
export function dayOf(pacific: string | undefined): string | undefined {
	const time = pacificTime(pacific);
	return time?.isValid ? time.toFormat('yyyy-MM-dd') : undefined;
}

/** Whether a date of ShipStation's stands at midnight sharp: a channel that knows only the day sends that. */
export function isMidnight(pacific: string | undefined): boolean {
	const time = pacificTime(pacific);
	return time?.isValid === true && time.hour === 0 && time.minute === 0 && time.second === 0 && time.millisecond === 0;
}

/** A real instant as ShipStation writes it: `2016-02-16T23:16:53Z` becomes `2016-02-16 15:16:53`. */
export const toPacific = (instant: string): string => DateTime.fromISO(instant, { zone: PACIFIC }).toFormat('yyyy-MM-dd HH:mm:ss');

/** A day without a time (a transaction's date) as ShipStation writes it. Not converted: midnight UTC is the day before in California. */
export const dayToPacific = (day: string): string => `${day} 00:00:00`;

/** Luxon reads at most nine digits of a second and keeps three. */
const pacificTime = (text: string | undefined): DateTime | undefined =>
	text === undefined ? undefined : DateTime.fromISO(text.replace(' ', 'T'), { zone: PACIFIC });
