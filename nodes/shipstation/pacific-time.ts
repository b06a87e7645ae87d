import { writeUtc } from '../channels/instant';
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
export const instantOf = (pacific: string | undefined): string | undefined => writeUtc(pacificTime(pacific));

/** The calendar day that a date of ShipStation's stands on, in California: `2016-02-16`. */
export function dayOf(pacific: string | undefined): string | undefined {
	const time = pacificTime(pacific);
	return writeUtc(time) === undefined ? undefined : time?.toFormat('yyyy-MM-dd');
}

/** Whether a date of ShipStation's stands at midnight sharp: a channel that knows only the day sends that. */
export function isMidnight(pacific: string | undefined): boolean {
	const time = pacificTime(pacific);
	return time?.isValid === true && time.hour === 0 && time.minute === 0 && time.second === 0 && time.millisecond === 0;
}

/** A real instant as ShipStation writes it: `2016-02-16T23:16:53Z` becomes `2016-02-16 15:16:53`. */
export const toPacific = (instant: string): string => written(DateTime.fromISO(instant, { zone: PACIFIC }));

/** A day without a time (a transaction's date) as ShipStation writes it. Not converted: midnight UTC is the day before in California. */
export const dayToPacific = (day: string): string => `${day} 00:00:00`;

/**
 * Where a window must begin by ShipStation's wall clock to hold everything from an instant on. In the hour that autumn has
 * twice, 1:10 may be later than 1:40: the window then begins before that hour, 65 minutes before its end.
 */
export function windowStart(instant: string): string {
	const time = DateTime.fromISO(instant, { zone: PACIFIC });
	return isTwice(time) ? wallTime(time, time.hour - 1, 55) : written(time);
}

/** Where a window must end by ShipStation's wall clock to hold everything up to an instant. */
export function windowEnd(instant: string): string {
	const time = DateTime.fromISO(instant, { zone: PACIFIC });
	return isTwice(time) ? wallTime(time, time.hour + 1, 5) : written(time);
}

/** As wall clocks go, the hour after 1:xx is 2:00, whichever of both 1:xx it is. */
const wallTime = (day: DateTime, hour: number, minute: number): string =>
	`${day.toFormat('yyyy-MM-dd')} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;

const isTwice = (time: DateTime): boolean => time.getPossibleOffsets().length > 1;

const written = (time: DateTime): string => time.toFormat('yyyy-MM-dd HH:mm:ss');

/** Luxon reads seven digits of a second and keeps three. Which of two equal hours it takes depends on the season it runs in. */
const pacificTime = (text: string | undefined): DateTime | undefined =>
	text === undefined ? undefined : DateTime.fromISO(text.replace(' ', 'T'), { zone: PACIFIC }).getPossibleOffsets().at(0);
