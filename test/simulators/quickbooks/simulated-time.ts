/** Where the simulator takes the time from; tests move it on instead of waiting. */
export interface SimulatedClock {
	/** Milliseconds since 1970. */
	now(): number;
}

/** A clock that runs with the real one (or stands still at `start`) and can be moved on by hand. */
export class MovableClock implements SimulatedClock {
	private moved = 0;

	/** @param start an instant at which the clock stands still until it is moved; without it the clock runs. */
	constructor(private readonly start?: Date | string) {}

	now(): number {
		return (this.start === undefined ? Date.now() : new Date(this.start).getTime()) + this.moved;
	}

	advance(milliseconds: number): void {
		this.moved += milliseconds;
	}
}

/** QuickBooks writes the company's time zone; the simulated company keeps to -07:00 all the year. */
const offset = '-07:00';
const offsetMs = -7 * 3_600_000;

/** `2026-03-01T10:20:30-07:00`, the form of MetaData. */
export function timestamp(now: number): string {
	return `${new Date(now + offsetMs).toISOString().slice(0, 19)}${offset}`;
}

/** `2026-03-01T10:20:30.123-07:00`, the form of an answer's `time`. */
export function answerTime(now: number): string {
	return `${new Date(now + offsetMs).toISOString().slice(0, 23)}${offset}`;
}

/** The company's calendar day, `2026-03-01`. */
export function day(now: number): string {
	return timestamp(now).slice(0, 10);
}

/** The day so many days later. */
export function dayAfter(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Instants by their text: a company of many documents has few of them, and each query compares them all. */
const known = new Map<string, number>();

/** An instant as a query may write it; without an offset it is meant in the company's zone. NaN when it is none. */
export function instant(text: string): number {
	const before = known.get(text);
	if (before !== undefined) return before;
	const found = parseInstant(text);
	known.set(text, found);
	return found;
}

function parseInstant(text: string): number {
	const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text);
	if (/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(`${text}T00:00:00${offset}`);
	return Date.parse(zoned ? text : `${text}${offset}`);
}
