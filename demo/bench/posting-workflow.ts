import type { INodeParameters } from 'n8n-workflow';
import { plainNode } from '../n8n/plain-node';
import type { WorkflowFile } from '../n8n/workflows';
import { CREATE, MAP, readTemplate } from '../templates';
import { ORDERS_NODE, orderSource, START } from './order-source';

/** Every order has a customer of its own. */
const CHOICES = { transactionType: 'invoiceAndPayment', customers: 'byEmail', missingCustomer: 'create' };

/** Orders through Map and Create, set as in a template, as Invoice and Payment. */
export function postingWorkflow(count: number, source: INodeParameters, credential: { id: string; name: string }): WorkflowFile {
	const template = readTemplate('woocommerce-to-sales-receipts');
	const [map, create] = [MAP, CREATE].map((name) => template.nodes.find((node) => node.name === name)!) as [WorkflowFile['nodes'][0], WorkflowFile['nodes'][0]];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Our nodes',
		nodes: [
			plainNode(START, 'n8n-nodes-base.manualTrigger'),
			orderSource(count, source),
			{ ...map, parameters: { ...map.parameters, ...CHOICES } },
			{ ...create, credentials: { orderSyncQuickBooksOAuth2Api: credential } },
		],
		connections: { [START]: to(ORDERS_NODE), [ORDERS_NODE]: to(MAP), [MAP]: to(CREATE) },
	};
}
