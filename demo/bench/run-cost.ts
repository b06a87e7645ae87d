import { setTimeout as wait } from 'node:timers/promises';
import { execution, failureOf, itemsOf, type Execution } from '../n8n/executions';
import type { RunningN8n } from '../n8n/run-n8n';
import { startManually } from '../n8n/workflows';
import { forgetPeak, memoryOf } from './memory';

/** What one execution took. */
export interface RunCost {
	executionId: number;
	/** From the execution's start to its stop, as n8n writes them down. */
	milliseconds: number;
	/** Highest resident memory of the n8n process until the execution was saved. */
	peakMegabytes: number;
}

/** Asking is work for n8n too, so it is not asked often. */
const ASK_EVERY_MS = 500;
const GIVE_UP_AFTER_MS = 300_000;

/** Runs a workflow and measures it; what it gave out stays unread, as reading that would cost more memory than the run. Needs Linux. */
export async function runOnce(n8n: RunningN8n, workflowId: string, triggerName: string, giveUpAfterMs = GIVE_UP_AFTER_MS): Promise<RunCost> {
	await forgetPeak(n8n);
	const id = await startManually(n8n.api, workflowId, triggerName);
	const ended = await endOf(n8n, id, giveUpAfterMs);
	const { peak } = await memoryOf(n8n);
	const milliseconds = Date.parse(ended.stoppedAt!) - Date.parse(ended.startedAt);
	return { executionId: Number(id), milliseconds, peakMegabytes: peak };
}

/** @throws when the execution did not give out `count` items at `node`: then it was not the work that was to be measured. */
export async function expectItems(n8n: RunningN8n, executionId: number, node: string, count: number): Promise<void> {
	const run = await execution(n8n.api, executionId);
	const given = itemsOf(run, node).length;
	if (given !== count) throw new Error(failureOf(run) ?? `'${node}' gave out ${given} items instead of ${count}`);
}

async function endOf(n8n: RunningN8n, id: string, giveUpAfterMs: number): Promise<Omit<Execution, 'data'>> {
	const deadline = Date.now() + giveUpAfterMs;
	while (Date.now() < deadline) {
		await wait(ASK_EVERY_MS);
		const found = await n8n.api.publicApi<Omit<Execution, 'data'>>('GET', `/executions/${id}`);
		if (found.status === 'success') return found;
		if (found.stoppedAt !== null) throw new Error(`Execution ${id} ended as '${found.status}': ${failureOf(await execution(n8n.api, id))}; n8n's log is ${n8n.logFile}`);
	}
	throw new Error(`Execution ${id} did not end within ${giveUpAfterMs / 1000} seconds`);
}
