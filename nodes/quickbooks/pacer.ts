import type { Clock } from '../outcome/clock';

/**
 * QuickBooks' limits for one company and app (Intuit, "Limits and throttles"): 40 batches and 500 requests a minute, ten at once
 * or ten a second. Fewer run at once here, since other connections of the company count too.
 */
export interface PaceLimits {
	batchesPerMinute: number;
	requestsPerMinute: number;
	/** Of those that are no batches: they are short, and batches may follow at once in the places of all of them. */
	requestsPerSecond: number;
	atOnce: number;
}

const PUBLISHED_LIMITS: PaceLimits = { batchesPerMinute: 40, requestsPerMinute: 500, requestsPerSecond: 3, atOnce: 6 };

/** A little more than the minute and the second that QuickBooks counts by. */
const MINUTE_MS = 60_250;
const SECOND_MS = 1_050;

export type Paced = 'batch' | 'request';

/**
 * A call counts from its arrival, which nobody tells. It is at most so much later than its answer less what the quickest of the last
 * calls of its sort took: that one was on its way, too. The later calls, which must not come too early, are on their way at least as long
 * as the quickest but for a little.
 */
const ON_ITS_WAY_MS = 200;
const LAST_CALLS = 20;

interface Call {
	/** The latest moment at which it may have arrived; absent: it is under way and may arrive any time. */
	at?: number;
	kind: Paced;
}

/**
 * So many questions are asked one by one when batches run short: when most of this minute's are used up, or one had to wait lately. In a
 * back-fill that is always so, also right after its minute has begun anew. A run with nothing new soon after a small one should still ask in
 * few calls.
 */
const FEW = 6;
const MOST = 7 / 8;

/**
 * Keeps calls within the limits by waiting before they are sent: a sliding window a kind, so that an idle minute may be
 * followed by a burst. Waiters of a kind are served in order.
 */
export class Pacer {
	private sent: Call[] = [];
	private running = 0;
	private readonly queues: Record<Paced, Promise<void>> = { batch: Promise.resolve(), request: Promise.resolve() };
	private writesWaiting = 0;
	private requestsWaiting = 0;
	private freed: Array<() => void> = [];
	/** How long the last calls took, in milliseconds: reads are much quicker than writes. */
	private readonly took: Record<Paced | 'write', number[]> = { batch: [], request: [], write: [] };
	private restUntil = 0;
	/** When the last batch that had to wait could go. */
	private batchWaitedUntil = -Infinity;

	constructor(private readonly limits: PaceLimits = PUBLISHED_LIMITS) {}

	/**
	 * Runs `work` as soon as the limits allow.
	 * @param writes whether it writes anything
	 */
	async run<T>(kind: Paced, clock: Clock, work: () => Promise<T>, writes = false): Promise<T> {
		if (writes) this.writesWaiting += 1;
		if (kind === 'request') this.requestsWaiting += 1;
		const turn = this.queues[kind].then(() => this.admit(kind, clock));
		this.queues[kind] = turn.then(
			() => undefined,
			() => undefined,
		);
		const call = await turn;
		if (writes) this.writesWaiting -= 1;
		if (kind === 'request') this.requestsWaiting -= 1;
		const sent = clock.now();
		try {
			return await work();
		} finally {
			const answered = clock.now();
			const last = this.took[writes ? 'write' : kind];
			last.splice(0, last.length - LAST_CALLS + 1);
			last.push(answered - sent);
			call.at = answered - Math.max(0, Math.min(...last) - ON_ITS_WAY_MS);
			this.running -= 1;
			for (const wake of this.freed.splice(0)) wake();
		}
	}

	/**
	 * Whether this many questions are better asked one by one: batches are what limits a back-fill, and single requests are counted
	 * apart. So: a single one always; a few when batches run short; any number when batches have to wait and writes are among them.
	 */
	askOneByOne(questions: number, clock: Clock): boolean {
		const now = clock.now();
		const waits = this.wait('batch', now) > 0 || this.batchWaitedUntil > now - MINUTE_MS;
		const short = waits || this.sent.filter((call) => call.kind === 'batch').length >= this.limits.batchesPerMinute * MOST;
		const worthIt = questions === 1 || (questions <= FEW ? short : waits && this.writesWaiting > 0);
		return worthIt && this.sent.length + this.requestsWaiting + questions <= this.limits.requestsPerMinute - this.limits.batchesPerMinute;
	}

	/** After a refusal for speed nobody sends for a while: other connections of the company have used up the minute. */
	rest(clock: Clock, milliseconds: number): void {
		this.restUntil = Math.max(this.restUntil, clock.now() + milliseconds);
	}

	private async admit(kind: Paced, clock: Clock): Promise<Call> {
		while (!clock.cancelled()) {
			const wait = this.wait(kind, clock.now());
			// A call that is under way ends by its answer, not by the clock.
			if (this.running >= this.limits.atOnce || this.underWay(kind) >= this.limitOf(kind)) await new Promise<void>((free) => this.freed.push(free));
			else if (wait > 0) {
				if (kind === 'batch') this.batchWaitedUntil = clock.now() + wait;
				await clock.sleep(wait);
			} else break;
		}
		this.running += 1;
		const call: Call = { kind };
		this.sent.push(call);
		return call;
	}

	private underWay(kind: Paced): number {
		return this.sent.filter((call) => call.kind === kind && call.at === undefined).length;
	}

	private limitOf(kind: Paced): number {
		return kind === 'batch' ? this.limits.batchesPerMinute : this.limits.requestsPerSecond;
	}

	private wait(kind: Paced, now: number): number {
		this.sent = this.sent.filter(({ at = now }) => at > now - MINUTE_MS);
		const timesOf = (calls: Call[]) => calls.map(({ at = now }) => at).sort((a, b) => a - b);
		const freeAgain = (times: number[], limit: number, window: number) => (times.length >= limit ? times.at(-limit)! + window : 0);
		const ofKind = timesOf(this.sent.filter((call) => call.kind === kind));
		const until = [
			this.restUntil,
			freeAgain(timesOf(this.sent), this.limits.requestsPerMinute, MINUTE_MS),
			freeAgain(ofKind, this.limitOf(kind), kind === 'batch' ? MINUTE_MS : SECOND_MS),
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
