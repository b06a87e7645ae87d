import type { Clock } from '../outcome/clock';

/**
 * QuickBooks' limits for one company and app (Intuit, "Limits and throttles"): 40 batches and 500 requests a minute, ten at once.
 * Fewer run at once here, since other connections of the company count too.
 */
export interface PaceLimits {
	batchesPerMinute: number;
	requestsPerMinute: number;
	atOnce: number;
}

const PUBLISHED_LIMITS: PaceLimits = { batchesPerMinute: 40, requestsPerMinute: 500, atOnce: 5 };

/** A little more than the minute QuickBooks counts by. */
const WINDOW_MS = 60_500;

export type Paced = 'batch' | 'request';

interface Call {
	/** When it was answered; absent: it is under way and may arrive any time. */
	at?: number;
	kind: Paced;
}

/**
 * Keeps calls within the limits by waiting before they are sent: a sliding window a kind, so that an idle minute may be
 * followed by a burst. Waiters are served in order.
 */
export class Pacer {
	private sent: Call[] = [];
	private running = 0;
	private queue: Promise<void> = Promise.resolve();
	private freed: Array<() => void> = [];
	private restUntil = 0;

	constructor(private readonly limits: PaceLimits = PUBLISHED_LIMITS) {}

	/** Runs `work` as soon as the limits allow. */
	async run<T>(kind: Paced, clock: Clock, work: () => Promise<T>): Promise<T> {
		const turn = this.queue.then(() => this.admit(kind, clock));
		this.queue = turn.then(
			() => undefined,
			() => undefined,
		);
		const call = await turn;
		try {
			return await work();
		} finally {
			// It arrived some time before its answer: to count it by the answer is to be on the safe side.
			call.at = clock.now();
			this.running -= 1;
			this.freed.shift()?.();
		}
	}

	/** After a refusal for speed nobody sends for a while: other connections of the company have used up the minute. */
	rest(clock: Clock, milliseconds: number): void {
		this.restUntil = Math.max(this.restUntil, clock.now() + milliseconds);
	}

	private async admit(kind: Paced, clock: Clock): Promise<Call> {
		while (this.running >= this.limits.atOnce) await new Promise<void>((free) => this.freed.push(free));
		for (let wait = this.wait(kind, clock.now()); wait > 0; wait = this.wait(kind, clock.now())) {
			await clock.sleep(wait);
			if (clock.cancelled()) break;
		}
		this.running += 1;
		const call: Call = { kind };
		this.sent.push(call);
		return call;
	}

	private wait(kind: Paced, now: number): number {
		this.sent = this.sent.filter(({ at = now }) => at > now - WINDOW_MS);
		const timesOf = (calls: Call[]) => calls.map(({ at = now }) => at).sort((a, b) => a - b);
		const freeAgain = (times: number[], limit: number) => (times.length >= limit ? times.at(-limit)! + WINDOW_MS : 0);
		const until = [
			this.restUntil,
			freeAgain(timesOf(this.sent), this.limits.requestsPerMinute),
			kind === 'batch' ? freeAgain(timesOf(this.sent.filter((call) => call.kind === 'batch')), this.limits.batchesPerMinute) : 0,
		];
		return Math.max(0, ...until.map((at) => at - now));
	}
}

const pacers = new Map<string, Pacer>();

/** One pacer a company in this process, so that two workflows that post to it share its limits. */
export function pacerOf(company: string): Pacer {
	const known = pacers.get(company);
	if (known) return known;
	const made = new Pacer();
	pacers.set(company, made);
	return made;
}
