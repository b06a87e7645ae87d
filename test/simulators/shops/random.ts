/** A small seeded generator (mulberry32): the same seed gives the same shop on every machine and Node version. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0 up to, but not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from `low` to `high`, both included. */
	integer(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T {
		const picked = list[this.integer(0, list.length - 1)];
		if (picked === undefined) throw new Error('nothing to pick from');
		return picked;
	}

	/** `count` different members of a list, in the list's order; the whole list if it is shorter. */
	sample<T>(list: readonly T[], count: number): T[] {
		const chosen = new Set<number>();
		while (chosen.size < Math.min(count, list.length)) chosen.add(this.integer(0, list.length - 1));
		return list.filter((_, index) => chosen.has(index));
	}
}
