import { DateTime } from '../vendor/luxon';

/** An instant as ISO 8601 in UTC with milliseconds; instants so written compare as text. */
export const instant = (time: number | string): string => new Date(time).toISOString();

/** Years of more than four digits are written with a sign, and then compare as older than any other. */
const isOfFourDigits = (year: number): boolean => year >= 0 && year <= 9999;

/** The instant that a channel wrote; `undefined` for none, and for what cannot be read as one. */
export function readInstant(text: string | undefined): string | undefined {
	const time = new Date(text ?? Number.NaN);
	return isOfFourDigits(time.getUTCFullYear()) ? time.toISOString() : undefined;
}

/** As `readInstant`, for what is in UTC without saying so, and written without milliseconds where it has none. */
export const readUtc = (text: string | undefined): string | undefined =>
	text === undefined ? undefined : writeUtc(DateTime.fromISO(text, { zone: 'utc' }));

/** ISO 8601 in UTC, without milliseconds where there are none; `undefined` for what is no time. */
export const writeUtc = (time: DateTime | undefined): string | undefined =>
	time?.isValid && isOfFourDigits(time.toUTC().year) ? (time.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;

/** The instant `milliseconds` later; earlier when negative. */
export const shift = (time: string, milliseconds: number): string => instant(Date.parse(time) + milliseconds);

export const earliest = (first: string, ...others: Array<string | undefined>): string =>
	others.reduce<string>((soonest, time) => (time !== undefined && time < soonest ? time : soonest), first);

export const latest = (first: string, ...others: Array<string | undefined>): string =>
	others.reduce<string>((newest, time) => (time !== undefined && time > newest ? time : newest), first);
