import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionStatus, IDataObject, IRunExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import type { N8nApi } from './n8n-api';

/** One run of a workflow, with what every node gave out. */
export interface Execution {
	id: number;
	workflowId: string;
	status: ExecutionStatus;
	mode: WorkflowExecuteMode;
	/** ISO 8601, UTC. */
	startedAt: string;
	/** ISO 8601, UTC; null while it runs. */
	stoppedAt: string | null;
	data: IRunExecutionData;
}

/** How often n8n is asked whether an execution has ended. */
const ASK_EVERY_MS = 200;
const ENDED: ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];

/** The executions of a workflow that have ended, well or not, oldest first (the newest 250 of them). */
export async function executions(api: N8nApi, workflowId: string): Promise<Execution[]> {
	return await Promise.all((await endedIds(api, workflowId)).map((id) => execution(api, id)));
}

/** One execution by its id, ended or not. */
export async function execution(api: N8nApi, id: number | string): Promise<Execution> {
	// Without the second setting n8n leaves out the data of an execution that is too large to be shown.
	const found = await api.publicApi<Execution>('GET', `/executions/${id}?includeData=true&ignoreDataSizeLimit=true`);
	return { ...found, id: Number(found.id) };
}

/** Waits for the end of an execution that was started. */
export async function executionEnd(api: N8nApi, id: number | string, timeoutMs = 60_000): Promise<Execution> {
	return await waitFor(timeoutMs, `execution ${id} did not end`, async () => {
		const found = await execution(api, id);
		return ENDED.includes(found.status) ? found : undefined;
	});
}

/** What to wait for. */
export interface WaitOptions {
	/** Only executions with a greater id count: pass the id of the last one already seen. */
	after?: number;
	/** Default 60 seconds. */
	timeoutMs?: number;
	/** Only those that were started so. */
	mode?: WorkflowExecuteMode;
}

/** Waits for the first ended execution of a workflow that its trigger or a person started. */
export async function waitForExecution(api: N8nApi, workflowId: string, options: WaitOptions = {}): Promise<Execution> {
	const { after = 0, timeoutMs = 60_000 } = options;
	return await waitFor(timeoutMs, `workflow ${workflowId} had no ended execution`, async () => {
		const next = (await endedIds(api, workflowId)).find((id) => id > after);
		return next === undefined ? undefined : await execution(api, next);
	});
}

/** The json of the items that a node gave out, over all its runs, on one output. */
export function itemsOf(run: Execution, nodeName: string, output = 0): IDataObject[] {
	const runs = run.data.resultData.runData[nodeName] ?? [];
	return runs.flatMap(({ data }) => data?.main?.[output] ?? []).map(({ json }) => json);
}

/** The failure that ended an execution: its message, or undefined when it went well. */
export function failureOf(run: Execution): string | undefined {
	return run.data.resultData.error?.message;
}

async function waitFor<T>(timeoutMs: number, what: string, look: () => Promise<T | undefined>): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > deadline) throw new Error(`${what} within ${timeoutMs / 1000} seconds.`);
		await wait(ASK_EVERY_MS);
	}
}

/** How an execution ended. */
export type Ending = Pick<Execution, 'id' | 'status' | 'mode'>;

/** How the executions of a workflow ended that came after this one, oldest first (the newest 250 of them), without their data. */
export async function endings(api: N8nApi, workflowId: string, after = 0): Promise<Ending[]> {
	const query = new URLSearchParams({ workflowId, limit: '250' });
	const { data } = await api.publicApi<{ data: Execution[] }>('GET', `/executions?${query}`);
	return data
		.map(({ id, status, mode }) => ({ id: Number(id), status, mode }))
		.filter(({ id, status }) => id > after && ENDED.includes(status))
		.sort((one, other) => one.id - other.id);
}

/** Waits until this many executions have ended after that one. */
export async function waitForEndings(api: N8nApi, workflowId: string, count: number, { after = 0, timeoutMs = 60_000, mode }: WaitOptions = {}): Promise<Ending[]> {
	return await waitFor(timeoutMs, `${count} executions of workflow ${workflowId} did not end`, async () => {
		const ended = (await endings(api, workflowId, after)).filter((one) => mode === undefined || one.mode === mode);
		return ended.length >= count ? ended : undefined;
	});
}

/** Asked often, so without the data of the executions. */
const endedIds = async (api: N8nApi, workflowId: string): Promise<number[]> => (await endings(api, workflowId)).map(({ id }) => id);
