import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ExecutionError,
	type IDataObject,
	type INodeExecutionData,
	type IRun,
	type ITaskData,
	type IWorkflowBase,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { expectNoSecret } from '../secrets';
import { additionalData } from './additional-data';
import { nodeNamed, workflowOf, type Canvas } from './workflow';

export interface Run extends Canvas {
	/** The first node that runs; the first of the canvas unless told. */
	start?: string;
	/** What the first node is given: items, or plain json. */
	input: Array<INodeExecutionData | { json?: undefined; [key: string]: unknown }>;
	mode?: WorkflowExecuteMode;
}

/** A finished execution, read the way a person reads it in the editor. */
export class FinishedRun {
	constructor(readonly run: IRun) {}

	/** The last run of a node; fails when the node never ran. */
	task(nodeName: string): ITaskData {
		const task = this.run.data.resultData.runData[nodeName]?.at(-1);
		if (!task) throw new Error(`'${nodeName}' did not run`);
		return task;
	}

	ran(nodeName: string): boolean {
		return this.run.data.resultData.runData[nodeName] !== undefined;
	}

	items(nodeName: string, output = 0): INodeExecutionData[] {
		return this.task(nodeName).data?.main?.[output] ?? [];
	}

	json<T = IDataObject>(nodeName: string, output = 0): T[] {
		return this.items(nodeName, output).map((item) => item.json as T);
	}

	hints(nodeName: string): NodeExecutionHint[] {
		return this.task(nodeName).hints ?? [];
	}

	/** The execution's own error, if it stopped. */
	get error(): ExecutionError | undefined {
		return this.run.data.resultData.error;
	}

	/** What `customData.set` left: shown and filtered in the executions list. */
	get customData(): Record<string, string> {
		return this.run.data.resultData.metadata ?? {};
	}
}

export interface StartedRun {
	finished: Promise<FinishedRun>;
	/** What the editor's Stop does. */
	cancel(): void;
}

/**
 * Starts a workflow in the genuine engine, with the given items on its first node's input. Whatever a test is about: what n8n would keep
 * of the execution tells no secret of its credentials.
 */
export function startWorkflow({ input, start, mode = 'integrated', ...canvas }: Run): StartedRun {
	const workflow = workflowOf(canvas);
	const first = nodeNamed(workflow, start ?? canvas.nodes[0]?.name ?? '');
	const items = input.map((item): INodeExecutionData =>
		isItem(item) ? item : { json: item as unknown as IDataObject },
	);
	const hooks = new ExecutionLifecycleHooks(mode, '1', { id: workflow.id } as IWorkflowBase);
	const state = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: first, data: { main: [items] }, source: null }] },
	});
	const running = new WorkflowExecute(additionalData(canvas.vault, hooks), mode, state).processRunExecutionData(workflow);
	const finished = running.then((run) => {
		expectNoSecret([run.data.resultData, workflow.staticData], canvas.vault.secrets, 'The execution');
		return new FinishedRun(run);
	});
	return { finished, cancel: () => running.cancel() };
}

export const runWorkflow = async (run: Run): Promise<FinishedRun> => await startWorkflow(run).finished;

const isItem = (item: Run['input'][number]): item is INodeExecutionData =>
	typeof item.json === 'object' && item.json !== null;
