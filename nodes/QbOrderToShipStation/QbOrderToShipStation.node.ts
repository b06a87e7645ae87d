import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executionClock } from '../n8n/execution-clock';
import { openShipStation } from '../n8n/shipstation-session';
import { sendDocuments } from '../shipstation/send-documents';
import { listSearch } from './list-search';
import { loadOptions } from './load-options';
import { properties } from './QbOrderToShipStation.properties';
import { readInput } from './read-input';
import { recordFigures } from './record-figures';
import { stopRun } from './stop-run';
import { toOutputs } from './to-outputs';

/** Sends documents of QuickBooks to ShipStation as orders: each once, and only when it has changed. */
export class QbOrderToShipStation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QB Order to ShipStation',
		name: 'qbOrderToShipStation',
		icon: { light: 'file:qbOrderToShipStation.svg', dark: 'file:qbOrderToShipStation.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] === "preview" ? "preview" : "send" }}',
		description: 'Send invoices, sales receipts and sales orders of QuickBooks Online to ShipStation: each once, and again only when it changed',
		defaults: { name: 'QB Order to ShipStation' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Unchanged', 'Needs Attention'],
		credentials: [{ name: 'orderSyncShipStationApi', required: true }],
		properties,
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const clock = executionClock(this);
		const started = clock.now();
		const input = readInput(this);
		const account = await openShipStation(this);
		if (!account.ok) return stopRun(this, input, account.failure, { calls: 0, seconds: 0 });
		const dryRun = this.getNodeParameter('operation', 0) === 'preview';
		const sendSamples = this.getNodeParameter('options.sendSamples', 0, false) as boolean;
		const documents = input.documents.map(({ document, settings }) => ({ document, settings }));
		const run = await sendDocuments(documents, { shipstation: account.value, clock, dryRun, sendSamples });
		const spent = { calls: account.value.calls, seconds: (clock.now() - started) / 1000 };
		if (!run.ok) return stopRun(this, input, run.failure, spent);
		const outputs = toOutputs(input, run.value.reports);
		recordFigures(this, outputs, run.value, spent);
		return outputs;
	}
}
