import { sleep } from 'n8n-workflow';
import type { Clock } from '../outcome/clock';

/** The part of n8n's execution context that says when the user pressed Stop. Polls have none. */
interface Cancellable {
	getExecutionCancelSignal?(): AbortSignal | undefined;
}

/** The clock of an execution: its waits end early when the execution is cancelled. */
export function executionClock(context: Cancellable = {}): Clock {
	const signal = context.getExecutionCancelSignal?.();
	return {
		now: () => Date.now(),
		cancelled: () => signal?.aborted ?? false,
		sleep: async (milliseconds) => {
			if (!signal) return await sleep(milliseconds);
			if (signal.aborted) return;
			const stop = new AbortController();
			const aborted = new Promise<void>((resolve) => {
				signal.addEventListener('abort', () => resolve(), { once: true, signal: stop.signal });
			});
			await Promise.race([sleep(milliseconds), aborted]);
			stop.abort();
		},
	};
}
