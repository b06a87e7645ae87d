/** A shop's clock. Tests move it by hand; the demo lets it run. */
export interface ShopClock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Moves the clock forward, e.g. past the end of a token or to refill a rate limit. */
	advance(milliseconds: number): void;
	/** Puts the clock at an instant; state made from then on carries it. */
	set(instant: number | string): void;
}

const instantOf = (instant: number | string): number => (typeof instant === 'number' ? instant : Date.parse(instant));

/** A clock that stands still until it is moved. */
export function standingClock(start: number | string): ShopClock {
	let now = instantOf(start);
	return {
		now: () => now,
		advance: (milliseconds) => void (now += milliseconds),
		set: (instant) => void (now = instantOf(instant)),
	};
}

/** A clock that runs with the machine's, shifted by what it was advanced or set to. */
export function runningClock(): ShopClock {
	let shift = 0;
	return {
		now: () => Date.now() + shift,
		advance: (milliseconds) => void (shift += milliseconds),
		set: (instant) => void (shift = instantOf(instant) - Date.now()),
	};
}
