import type { ChannelAnswer, ChannelRequest, SendToChannel } from '../channels/channel';
import type { Clock } from '../outcome/clock';
import type { Failure } from '../outcome/failure';
import { succeed } from '../outcome/outcome';
import { waitBeforeRetry, type RetryPolicy } from '../outcome/retry';
import { faultOf } from './faults';
import { waitAsked, type Pacer } from './pacer';

/** What is needed to ask ShipStation anything. */
export interface Access {
	send: SendToChannel;
	clock: Clock;
	pacer: Pacer;
}

/** A request that only reads may be repeated freely. The window for which a refusal for speed holds is a minute. */
const READING: RetryPolicy = { attempts: 3, firstWait: 1_000, longestWait: 8_000, rateLimitWait: 60_000 };

/** Refused for speed, a request was certainly not carried out, so a writing one is repeated too. */
const LIMITED_ATTEMPTS = 6;

/** More than this nobody waits in one go; the next run is the better moment. */
const LONGEST_WAIT = 120_000;

/** How often a request is sent in all: refused for speed, and unanswered or answered by a service that is down. */
export interface Attempts {
	limited: number;
	down: number;
}

/** The first good answer, or why there is none; with the answer that said so, if one did. */
export type Asked = { ok: true; value: ChannelAnswer } | { ok: false; failure: Failure; answer?: ChannelAnswer };

/**
 * Sends a request within the limit, and again after a refusal for speed. One that only reads is repeated after a broken
 * connection or a 5xx as well; one that writes is not, since nobody knows what became of it.
 */
export async function ask(access: Access, request: ChannelRequest, most: Partial<Attempts> = {}): Promise<Asked> {
	const { clock, pacer } = access;
	const attempts: Attempts = { limited: 0, down: 0 };
	const limitedPolicy = { ...READING, attempts: most.limited ?? LIMITED_ATTEMPTS };
	const downPolicy = { ...READING, attempts: request.method === 'GET' ? (most.down ?? READING.attempts) : 1 };
	for (;;) {
		const sent = await pacer.run(clock, async () => {
			if (clock.cancelled()) return CANCELLED;
			const answered = await access.send(request);
			if (answered.ok) pacer.heed(answered.value, clock);
			return answered;
		});
		const failure: Failure | undefined = sent.ok ? faultOf(sent.value) : sent.failure;
		if (sent.ok && !failure) return succeed(sent.value);
		if (!failure || sent === CANCELLED) return sent;
		const failed: Asked = { ok: false, failure, ...(sent.ok ? { answer: sent.value } : {}) };
		const limited = failure.cause === 'rate-limited';
		const asked = limited && sent.ok ? waitAsked(sent.value) : undefined;
		const wait = limited
			? waitBeforeRetry(failure, (attempts.limited += 1), limitedPolicy, asked === undefined ? {} : { milliseconds: asked })
			: waitBeforeRetry(failure, (attempts.down += 1), downPolicy);
		if (wait === undefined || wait > LONGEST_WAIT || clock.cancelled()) return failed;
		if (limited) pacer.rest(clock, wait);
		else await clock.sleep(wait);
		if (clock.cancelled()) return failed;
	}
}

const CANCELLED = {
	ok: false as const,
	failure: {
		cause: 'temporarily-unavailable',
		reason: 'execution-cancelled',
		message: 'ShipStation was not asked any further, as the execution was cancelled',
		remedy: 'Nothing is lost: the next run asks again',
	} satisfies Failure,
};
