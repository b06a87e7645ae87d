import type { Clock } from '../../nodes/outcome/clock';

/**
 * What takes the place of the clock of an execution where a test is not about waiting: it moves on by as much as would be
 * waited, and waits no longer than it takes to let everybody else have a turn. Each execution begins at the true time.
 *
 *     jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));
 */
export function executionClock(): Clock {
	let skipped = 0;
	return {
		now: () => Date.now() + skipped,
		cancelled: () => false,
		sleep: async (milliseconds) => {
			skipped += milliseconds;
			await new Promise((resolve) => setImmediate(resolve));
		},
	};
}
