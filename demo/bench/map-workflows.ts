import type { INode } from 'n8n-workflow';
import type { Order } from '../../nodes/order/order';
import { plainNode } from '../n8n/plain-node';
import type { WorkflowFile } from '../n8n/workflows';
import { MAP, readTemplate } from '../templates';
import { examplesOf, ORDERS_NODE, orderSource, START } from './order-source';
import { YARDSTICK_PACKAGE } from './yardstick-package';

/** What the source gives out: `count` orders, made of these in turn. */
export interface Examples {
	orders: Order[];
	count: number;
}

/** The orders through Map, set as in a template. */
export const mapWorkflow = (examples: Examples): WorkflowFile =>
	workflow('Map', examples, readTemplate('woocommerce-to-sales-receipts').nodes.find(({ name }) => name === MAP)!);

/** The same orders through a node that copies each. */
export const copyWorkflow = (examples: Examples): WorkflowFile =>
	workflow('Deep Copy', examples, plainNode('Deep Copy', `${YARDSTICK_PACKAGE}.deepCopy`));

function workflow(name: string, { orders, count }: Examples, last: INode): WorkflowFile {
	const next = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name,
		nodes: [plainNode(START, 'n8n-nodes-base.manualTrigger'), orderSource(count, examplesOf(orders)), last],
		connections: { [START]: next(ORDERS_NODE), [ORDERS_NODE]: next(last.name) },
	};
}
