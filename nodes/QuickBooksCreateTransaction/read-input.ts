import type { INodeExecutionData } from 'n8n-workflow';
import { describeIssues } from '../order/describe-issues';
import type { Attention } from '../postings/posting';
import { periodSchema, type Period } from '../order/order';
import { shippedOrderSchema, type ShippedOrder } from '../shipstation/shipped-order';
import { planSchema, type TransactionPlan } from '../transaction/plan';

export interface Input {
	plans: Array<{ plan: TransactionPlan; index: number }>;
	/** Items that are no plans, and why. */
	refused: Array<{ attention: Attention; item: INodeExecutionData; index: number }>;
	/** What was shipped; only adding tracking looks at it. */
	shipped: Array<{ order: ShippedOrder; item: INodeExecutionData; index: number }>;
	/** Descriptions of periods; only reconciling looks at them. */
	periods: Array<{ period: Period; item: INodeExecutionData; index: number }>;
	/** Other notices of ours, which pass by. */
	passing: Array<{ item: INodeExecutionData; index: number }>;
}

/** What reconciling gives out besides plans. */
const NOTICES = new Set<unknown>(['reconciliation', 'reconciledOrder']);

/** Sorts the items: plans are posted, notices pass, and whatever else it is gets a sentence that names the field. */
export function readInput(items: INodeExecutionData[]): Input {
	const input: Input = { plans: [], refused: [], shipped: [], periods: [], passing: [] };
	for (const [index, item] of items.entries()) {
		const { document, plan } = item.json;
		if (document === 'period') {
			const period = periodSchema.safeParse(item.json);
			if (period.success) input.periods.push({ period: period.data, item, index });
			else input.refused.push({ attention: notAPeriod(describeIssues(period.error)), item, index });
			continue;
		}
		if (document === 'shippedOrder') {
			const order = shippedOrderSchema.safeParse(item.json);
			if (order.success) input.shipped.push({ order: order.data, item, index });
			else input.refused.push({ attention: notAShippedOrder(describeIssues(order.error)), item, index });
			continue;
		}
		// What reconciling found missing carries its plan, and is posted by feeding it back.
		const candidate = document === 'reconciledOrder' && plan ? plan : item.json;
		if (candidate === item.json && NOTICES.has(document)) {
			input.passing.push({ item, index });
			continue;
		}
		const parsed = planSchema.safeParse(candidate);
		if (parsed.success) input.plans.push({ plan: parsed.data, index });
		else input.refused.push({ attention: notAPlan(item, describeIssues(parsed.error)), item, index });
	}
	return input;
}

const notAPlan = (item: INodeExecutionData, issues: string): Attention =>
	item.json.document === 'order'
		? {
				reason: 'order-not-mapped',
				message: 'This item is an order, not a transaction plan',
				remedy: "Put 'Map Order to QB Transaction' between the trigger and this node",
			}
		: {
				reason: 'not-a-plan',
				message: `This item is not a transaction plan: ${issues}`,
				remedy: "Feed this node from 'Map Order to QB Transaction', or correct the named field in the node that made the item",
			};

const notAPeriod = (issues: string): Attention => ({
	reason: 'not-a-period',
	message: `This item is not the description of a period: ${issues}`,
	remedy: "Feed this node from 'Channel Trigger' by way of 'Map Order to QB Transaction', or correct the named field in the node that made the item",
});

const notAShippedOrder = (issues: string): Attention => ({
	reason: 'not-a-shipped-order',
	message: `This item is not a shipped order: ${issues}`,
	remedy: "Feed this node from 'Channel Trigger' with 'Sync Direction' Shipments From ShipStation, or correct the named field in the node that made the item",
});
