import { NodeConnectionTypes } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { listSearch } from './list-search';
import { properties } from './MapOrderToQbTransaction.properties';
import { mapItem } from './map-item';
import { RunHints } from './run-hints';
import { settingsForItem } from './settings-for-item';

/** Plans QuickBooks transactions from orders. Sends nothing: the credential serves the lists in the editor only. */
export class MapOrderToQbTransaction implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Map Order to QB Transaction',
		name: 'mapOrderToQbTransaction',
		icon: { light: 'file:mapOrderToQbTransaction.svg', dark: 'file:mapOrderToQbTransaction.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { salesReceipt: "to Sales Receipts", salesOrder: "to Sales Orders", salesOrderInvoicePayment: "to Sales Orders, Invoices and Payments", invoice: "to Invoices", invoiceAndPayment: "to Invoices and Payments" }[$parameter["transactionType"]] || "each as its order says" }}',
		description: 'Plans what an online order becomes in QuickBooks Online, without sending anything',
		defaults: { name: 'Map Order to QB Transaction' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Planned', 'Needs Attention'],
		usableAsTool: true,
		credentials: [{ name: 'orderSyncQuickBooksOAuth2Api', required: false }],
		properties,
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const planned: INodeExecutionData[] = [];
		const needsAttention: INodeExecutionData[] = [];
		const hints = new RunHints();
		const settings = settingsForItem(this);

		this.getInputData().forEach((item, index) => {
			const mapped = mapItem(item.json, () => settings(index));
			const pairedItem = { item: index };
			switch (mapped.kind) {
				case 'plan':
					hints.planned(mapped.plan);
					planned.push({ json: mapped.plan as unknown as IDataObject, pairedItem });
					break;
				case 'period':
					planned.push({ json: item.json, pairedItem });
					break;
				case 'attention':
					hints.needsAttention();
					needsAttention.push({ json: mapped.posting as unknown as IDataObject, pairedItem });
			}
		});

		for (const message of hints.sentences()) this.addExecutionHints({ message, location: 'outputPane' });
		return [planned, needsAttention];
	}
}
