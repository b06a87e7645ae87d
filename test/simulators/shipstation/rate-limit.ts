import type { ShopClock } from '../shops/shop-clock';

/** Requests a window for one key; the window begins anew when it is over. */
export class RateLimit {
	private left: number;
	private began: number;

	/** @param limit requests a window; 40 a minute unless ShipStation has agreed on another */
	constructor(
		private readonly clock: ShopClock,
		readonly limit = 40,
		private readonly windowMs = 60_000,
	) {
		this.left = limit;
		this.began = clock.now();
	}

	/** Takes one request out of the window; false when there is none left. */
	take(): boolean {
		this.roll();
		if (this.left <= 0) return false;
		this.left -= 1;
		return true;
	}

	/** Another integration with the same key has used up the window. */
	drain(): void {
		this.roll();
		this.left = 0;
	}

	/** The three headers of every answer; Reset is the whole seconds until the next window. */
	headers(): Record<string, string> {
		this.roll();
		return {
			'X-Rate-Limit-Limit': String(this.limit),
			'X-Rate-Limit-Remaining': String(this.left),
			'X-Rate-Limit-Reset': String(Math.max(1, Math.ceil((this.began + this.windowMs - this.clock.now()) / 1000))),
		};
	}

	private roll(): void {
		const now = this.clock.now();
		if (now - this.began < this.windowMs) return;
		this.began = now;
		this.left = this.limit;
	}
}
