import { DateTime } from 'luxon';

/**
 * ShipStation keeps Californian wall-clock times without an offset, and sorts and filters by them: in the hour that autumn
 * has twice, two instants an hour apart look the same.
 */
const ZONE = 'America/Los_Angeles';

/** `2016-02-16T15:16:53.7070000` */
export type WallTime = string;

export const wallTime = (instant: number): WallTime =>
	DateTime.fromMillis(instant, { zone: ZONE }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'0000'");

/** `2015-07-02` */
export const wallDay = (instant: number): string => DateTime.fromMillis(instant, { zone: ZONE }).toFormat('yyyy-MM-dd');

/** Items carry three digits: `2015-08-17T09:24:14.78`, trailing zeros dropped. */
export const itemTime = (wall: WallTime): string => wall.replace(/0000$/, '').replace(/\.?0+$/, '');

const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?))?([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * A date as a caller writes it: `2015-06-29 08:46:27`, with a `T`, without a time, or with an offset (not documented, sent
 * by a client in the field).
 * @returns undefined for what is no date
 */
export function readTime(text: string): WallTime | undefined {
	const match = TIME.exec(text.trim());
	if (match === null) return undefined;
	const [, day = '', time = '00:00:00', offset] = match;
	const padded = time.length < 5 || time.indexOf(':') === 1 ? `0${time}` : time;
	const iso = `${day}T${padded.length === 5 ? `${padded}:00` : padded}`;
	if (offset !== undefined) {
		const instant = DateTime.fromISO(`${iso}${offset}`);
		return instant.isValid ? wallTime(instant.toMillis()) : undefined;
	}
	// A wall-clock time is text here: zones would move the one that spring leaves out.
	if (!DateTime.fromISO(iso, { zone: 'utc' }).isValid) return undefined;
	const [seconds = '', fraction = ''] = iso.split('.');
	return `${seconds}.${fraction.padEnd(7, '0')}`;
}
