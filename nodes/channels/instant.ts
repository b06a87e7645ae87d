/** An instant as ISO 8601 in UTC with milliseconds; instants so written compare as text. */
export const instant = (time: number | string): string => new Date(time).toISOString();

/** The instant that a channel wrote; `undefined` for none, and for what cannot be read as one. */
export function readInstant(text: string | undefined): string | undefined {
	const time = text === undefined ? Number.NaN : Date.parse(text);
	return Number.isNaN(time) ? undefined : instant(time);
}

/** The instant `milliseconds` later; earlier when negative. */
export const shift = (time: string, milliseconds: number): string => instant(Date.parse(time) + milliseconds);

export const earliest = (first: string, ...others: Array<string | undefined>): string =>
	others.reduce<string>((soonest, time) => (time !== undefined && time < soonest ? time : soonest), first);

export const latest = (first: string, ...others: Array<string | undefined>): string =>
	others.reduce<string>((newest, time) => (time !== undefined && time > newest ? time : newest), first);
