import type { INode, INodeParameters } from 'n8n-workflow';
import { plainNode } from '../n8n/plain-node';
import type { WorkflowFile } from '../n8n/workflows';
import { ORDERS_NODE, orderSource, START } from './order-source';

const LOOP = 'Loop Over Orders';
export const PAYMENT = 'Create Payment';

/** The order that the loop is at. */
const order = (expression: string): string => `={{ $('${LOOP}').first().json.${expression} }}`;

/** One product for every line, as templates without a product table have it; the simulated company's is not taxed. */
const LINES = `={{ $('${LOOP}').first().json.lines.map((line) => ({ DetailType: 'SalesItemLineDetail', itemId: '7', Amount: Number(line.net), Description: line.title, TaxCodeRef: 'NON' })) }}`;

/**
 * Orders into QuickBooks in the way of public templates, by n8n's own node: order by order, find the customer, create one where there is none,
 * create the invoice, create the payment. It neither looks for the order first nor checks a total.
 */
export function builtInWorkflow(count: number, source: INodeParameters, credential: { id: string; name: string }): WorkflowFile {
	const quickbooks = (name: string, parameters: INodeParameters, more: Partial<INode> = {}): INode => ({
		...plainNode(name, 'n8n-nodes-base.quickbooks', parameters),
		credentials: { quickBooksOAuth2Api: credential },
		...more,
	});
	const nodes: INode[] = [
		plainNode(START, 'n8n-nodes-base.manualTrigger'),
		orderSource(count, source),
		plainNode(LOOP, 'n8n-nodes-base.splitInBatches', { batchSize: 1, options: {} }, 3),
		quickbooks(
			'Find Customer',
			{ resource: 'customer', operation: 'getAll', returnAll: false, limit: 1, filters: { query: "=WHERE PrimaryEmailAddr = '{{ $json.customer.email }}'" } },
			{ alwaysOutputData: true },
		),
		plainNode('Found', 'n8n-nodes-base.if', { conditions: { string: [{ value1: '={{ $json.Id }}', operation: 'isNotEmpty' }] } }),
		quickbooks('Create Customer', {
			resource: 'customer',
			operation: 'create',
			displayName: order("customer.firstName + ' ' + $('Loop Over Orders').first().json.customer.lastName"),
			additionalFields: { PrimaryEmailAddr: order('customer.email') },
		}),
		quickbooks('Create Invoice', {
			resource: 'invoice',
			operation: 'create',
			CustomerRef: '={{ $json.Id }}',
			Line: LINES,
			additionalFields: { DocNumber: order('number'), TxnDate: order('localDate') },
		}),
		quickbooks(PAYMENT, {
			resource: 'payment',
			operation: 'create',
			CustomerRef: '={{ $json.CustomerRef.value }}',
			TotalAmt: `={{ Number($('${LOOP}').first().json.totals.total) }}`,
			additionalFields: {},
		}),
	];
	return {
		name: 'Built-in QuickBooks node',
		nodes,
		connections: {
			[START]: to(ORDERS_NODE),
			[ORDERS_NODE]: to(LOOP),
			[LOOP]: { main: [[], [end('Find Customer')]] },
			'Find Customer': to('Found'),
			Found: { main: [[end('Create Invoice')], [end('Create Customer')]] },
			'Create Customer': to('Create Invoice'),
			'Create Invoice': to(PAYMENT),
			[PAYMENT]: to(LOOP),
		},
	};
}

const end = (node: string) => ({ node, type: 'main' as const, index: 0 });
const to = (node: string) => ({ main: [[end(node)]] });
