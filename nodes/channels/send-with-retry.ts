import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { waitBeforeRetry, type RetryPolicy } from '../outcome/retry';
import type { ChannelAnswer, ChannelRequest, ChannelSession } from './channel';

/** A reading may be repeated freely; after three attempts the next poll is the better moment. */
const READING: RetryPolicy = { attempts: 3, firstWait: 1_000, longestWait: 8_000, rateLimitWait: 10_000 };

/** A shop that asks for more than a minute is left alone until the next poll. */
const LONGEST_RETRY_AFTER = 60_000;

/** Tells an answer that is of use from one that is not. */
export type JudgeAnswer = (answer: ChannelAnswer) => Failure | undefined;

/**
 * Sends a request that only reads, and again after a broken connection, a 5xx or a refusal for speed, within bounds.
 * @returns the first answer that the judge has nothing against
 */
export async function sendWithRetry(
	session: ChannelSession,
	request: ChannelRequest,
	judge: JudgeAnswer,
): Promise<Outcome<ChannelAnswer>> {
	for (let attempt = 1; ; attempt += 1) {
		const sent = await session.send(request);
		const failure = sent.ok ? judge(sent.value) : sent.failure;
		if (sent.ok && !failure) return succeed(sent.value);
		if (!failure) return sent;
		const asked = sent.ok ? retryAfter(sent.value, session.clock.now()) : undefined;
		const wait = waitBeforeRetry(failure, attempt, READING, asked === undefined ? {} : { milliseconds: asked });
		if (wait === undefined || wait > LONGEST_RETRY_AFTER || session.clock.cancelled()) return fail(failure);
		await session.clock.sleep(wait);
		if (session.clock.cancelled()) return fail(failure);
	}
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now. */
function retryAfter(answer: ChannelAnswer, now: number): number | undefined {
	const header = answer.headers['retry-after'];
	if (header === undefined) return undefined;
	if (/^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1_000);
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
