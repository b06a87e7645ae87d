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
import { postOrders, type Operation } from '../quickbooks/post-orders';
import { readInput } from './read-input';
import { readChoices } from './read-choices';
import { recordFigures } from './record-figures';
import { stopRun } from './stop-run';
import { toOutputs } from './to-outputs';
import { properties } from './QuickBooksCreateTransaction.properties';

/** Posts transaction plans to QuickBooks Online: each order once, with the right total, or a person is told why not. */
export class QuickBooksCreateTransaction implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QuickBooks Create Transaction',
		name: 'quickBooksCreateTransaction',
		icon: { light: 'file:quickBooksCreateTransaction.svg', dark: 'file:quickBooksCreateTransaction.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] === "preview" ? "preview" : "create or update" }}',
		description: 'Post planned orders to QuickBooks Online: each once, with the right total, or tell a person why not',
		defaults: { name: 'QuickBooks Create Transaction' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Posted', 'Unchanged', 'Needs Attention'],
		credentials: [{ name: 'orderSyncQuickBooksOAuth2Api', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const clock = executionClock(this);
		const started = clock.now();
		const input = readInput(this.getInputData());
		const operation = this.getNodeParameter('operation', 0) as Operation;
		const quickbooks = await openQuickBooks(this);
		if (!quickbooks.ok) return stopRun(this, input, quickbooks.failure);
		const plans = input.plans.map(({ plan }) => plan);
		const memory = readMemory(readStaticData(this, 'postings', MEMORY_VERSION), quickbooks.value.realmId);
		const run = await postOrders(plans, operation, readChoices(this), { quickbooks: quickbooks.value, clock, recall: recall(memory) });
		if (!run.ok) return stopRun(this, input, run.failure);
		if (operation === 'post') writeStaticData(this, { postings: remember(memory, run.value.postings) });
		const outputs = toOutputs(input, run.value.postings);
		recordFigures(this, outputs, run.value, quickbooks.value.calls, (clock.now() - started) / 1000);
		return outputs;
	}
}
