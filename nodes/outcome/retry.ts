import type { Failure } from './failure';

/** What the service said about waiting, if anything. */
export interface WaitHint {
	milliseconds?: number;
}

/** Attempts in all, and the waits between them where the service gives none. */
export interface RetryPolicy {
	attempts: number;
	firstWait: number;
	longestWait: number;
	/** The wait after a refusal for speed, where the answer names none. */
	rateLimitWait: number;
}

/**
 * Pure decision: how long to wait before the next attempt, or `undefined` for no further attempt.
 * @param attempt 1 for the attempt that just failed
 */
export function waitBeforeRetry(
	failure: Failure,
	attempt: number,
	policy: RetryPolicy,
	hint: WaitHint = {},
): number | undefined {
	if (attempt >= policy.attempts) return undefined;
	switch (failure.cause) {
		case 'rate-limited':
			return hint.milliseconds ?? policy.rateLimitWait;
		case 'temporarily-unavailable':
			return hint.milliseconds ?? Math.min(policy.longestWait, policy.firstWait * 2 ** (attempt - 1));
		default:
			return undefined;
	}
}
