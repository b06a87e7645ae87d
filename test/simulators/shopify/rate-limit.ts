import type { ShopClock } from '../shops/shop-clock';

export interface ThrottleStatus {
	readonly maximumAvailable: number;
	readonly currentlyAvailable: number;
	readonly restoreRate: number;
}

/** A query dearer than this is refused whatever is available. */
export const MAX_QUERY_COST = 1000;

/** The bucket of points of an app in a shop: it refills all the time, at 100 points a second on the Standard plan. */
export class RateLimit {
	private available: number;
	private asOf: number;

	constructor(
		private readonly clock: ShopClock,
		private readonly maximum = 2000,
		private readonly restoreRate = 100,
	) {
		this.available = maximum;
		this.asOf = clock.now();
	}

	get status(): ThrottleStatus {
		this.refill();
		return {
			maximumAvailable: this.maximum,
			currentlyAvailable: Math.floor(this.available),
			restoreRate: this.restoreRate,
		};
	}

	canAfford(cost: number): boolean {
		return this.status.currentlyAvailable >= cost;
	}

	take(cost: number): void {
		this.refill();
		this.available = Math.max(0, this.available - cost);
	}

	/** Another integration has used up the bucket. */
	drain(): void {
		this.take(this.maximum);
	}

	private refill(): void {
		const now = this.clock.now();
		const seconds = Math.max(0, now - this.asOf) / 1000;
		this.available = Math.min(this.maximum, this.available + seconds * this.restoreRate);
		this.asOf = now;
	}
}
