import type { SimulatedClock } from './simulated-time';

/** Published limits of one company, as numbers a test may change or lift. */
export interface LimitSettings {
	/** Requests in any 60 seconds, batches counted as one. */
	perMinute: number;
	/** Batch requests in any 60 seconds. */
	batchesPerMinute: number;
	/** Requests in work at the same time. */
	concurrent: number;
	/** Requests in any second; lifted by default, since a loopback answers far faster than a server over the internet. */
	perSecond: number;
	/** How a request over the limit is answered. */
	status: 429 | 403;
}

export const publishedLimits: LimitSettings = {
	perMinute: 500,
	batchesPerMinute: 40,
	concurrent: 10,
	perSecond: Number.POSITIVE_INFINITY,
	status: 429,
};

export const liftedLimits: LimitSettings = {
	perMinute: Number.POSITIVE_INFINITY,
	batchesPerMinute: Number.POSITIVE_INFINITY,
	concurrent: Number.POSITIVE_INFINITY,
	perSecond: Number.POSITIVE_INFINITY,
	status: 429,
};

/** Lets requests in or turns them away, by sliding windows on the simulated clock. */
export class Limits {
	private inWork = 0;
	private readonly requests: number[] = [];
	private readonly batches: number[] = [];

	constructor(
		readonly settings: LimitSettings,
		private readonly clock: SimulatedClock,
	) {}

	/** Lets the request in and answers how to let it out again, or undefined when it is over a limit. */
	enter(isBatch: boolean): (() => void) | undefined {
		const now = this.clock.now();
		forget(this.requests, now);
		forget(this.batches, now);
		const { perMinute, perSecond, batchesPerMinute, concurrent } = this.settings;
		const inLastSecond = this.requests.filter((at) => at > now - 1000).length;
		if (this.inWork >= concurrent || this.requests.length >= perMinute || inLastSecond >= perSecond) return undefined;
		if (isBatch && this.batches.length >= batchesPerMinute) return undefined;
		this.requests.push(now);
		if (isBatch) this.batches.push(now);
		this.inWork += 1;
		return () => {
			this.inWork -= 1;
		};
	}
}

function forget(times: number[], now: number): void {
	while ((times[0] ?? now) <= now - 60_000) times.shift();
}
