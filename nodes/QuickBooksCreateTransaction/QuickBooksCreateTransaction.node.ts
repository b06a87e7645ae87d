import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executionClock } from '../n8n/execution-clock';
import { openQuickBooks } from '../n8n/quickbooks-session';
import { readStaticData, writeStaticData } from '../n8n/static-data';
import { MEMORY_VERSION, readMemory, recall, remember } from '../postings/memory';
import { listSearch } from './list-search';
import { readInput } from './read-input';
import { recordFigures } from './record-figures';
import { runOperation } from './run-operation';
import { stopRun } from './stop-run';
import { properties } from './QuickBooksCreateTransaction.properties';

/** Posts transaction plans to QuickBooks Online: each order once, with the right total, or a person is told why not. */
export class QuickBooksCreateTransaction implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QuickBooks Create Transaction',
		name: 'quickBooksCreateTransaction',
		icon: { light: 'file:quickBooksCreateTransaction.svg', dark: 'file:quickBooksCreateTransaction.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ { addTracking: "add tracking", preview: "preview", reconcile: "reconcile", undo: "undo" }[$parameter["operation"]] || "create or update" }}',
		description: 'Post planned orders to QuickBooks Online: each once, with the right total, or tell a person why not',
		defaults: { name: 'QuickBooks Create Transaction' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Posted', 'Unchanged', 'Needs Attention'],
		credentials: [{ name: 'orderSyncQuickBooksOAuth2Api', required: true }],
		properties,
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const clock = executionClock(this);
		const started = clock.now();
		const seconds = () => (clock.now() - started) / 1000;
		const input = readInput(this.getInputData());
		const quickbooks = await openQuickBooks(this);
		if (!quickbooks.ok) return stopRun(this, input, quickbooks.failure, { calls: 0, seconds: seconds() });
		const memory = readMemory(readStaticData(this, 'postings', MEMORY_VERSION), quickbooks.value.realmId);
		const operated = await runOperation(this, input, { quickbooks: quickbooks.value, clock, recall: recall(memory) });
		if (!operated.ok) return stopRun(this, input, operated.failure, { calls: quickbooks.value.calls, seconds: seconds() });
		const { outputs, run, wrote } = operated.value;
		if (wrote) writeStaticData(this, { postings: remember(memory, run.postings) });
		recordFigures(this, outputs, run, quickbooks.value.calls, seconds());
		return outputs;
	}
}
