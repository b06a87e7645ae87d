import type { INodeProperties } from 'n8n-workflow';
import { trackingProperties } from './tracking-properties';
import { undoProperties } from './undo-properties';

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Add Tracking',
				value: 'addTracking',
				action: 'Add tracking to a transaction',
				description: 'Write tracking numbers, ship date and method of what ShipStation shipped into the documents it was shipped for',
			},
			{
				name: 'Create or Update',
				value: 'post',
				action: 'Create or update a transaction',
				description: 'Post each order once: create what is missing, leave what stands',
			},
			{
				name: 'Preview',
				value: 'preview',
				action: 'Preview a transaction',
				description: 'Do everything but the writes, and give out exactly what would be sent',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile a period',
				description: "Compare a period's orders with the books: what stands, what is missing, different or unknown to the shop",
			},
			{
				name: 'Undo',
				value: 'undo',
				action: 'Undo a run',
				description: 'Take out of the books again what a run made, and leave what anybody has changed since',
			},
		],
		default: 'post',
	},
	{
		displayName: 'When an Order Changed',
		name: 'whenChanged',
		type: 'options',
		options: [
			{
				name: 'Leave What Stands and Tell Me',
				value: 'leave',
				description: 'The order goes to Needs Attention with the difference in figures',
			},
			{
				name: 'Rewrite What Stands',
				value: 'update',
				description: 'Unless a person edited it in QuickBooks. Refunds and cancellations still go to Needs Attention.',
			},
		],
		default: 'leave',
		displayOptions: { show: { operation: ['post', 'preview'] } },
		description: 'What happens to an order whose amounts, lines or customer changed in the shop after it was posted',
		hint: 'A document that a person edited in QuickBooks is never overwritten',
	},
	...undoProperties,
	...trackingProperties,
	{
		displayName: 'Post What Is Missing',
		name: 'postMissing',
		type: 'boolean',
		default: false,
		displayOptions: { show: { operation: ['reconcile'] } },
		description: 'Whether to post orders, payments and refunds that are missing in the books. Otherwise nothing is written.',
		hint: "Feed it from a Channel Trigger whose 'Which Orders' is Every Order of a Period; its last item gives way to the summary",
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { hide: { operation: ['addTracking', 'undo'] } },
		options: [
			{
				displayName: 'Post When Run by Hand',
				name: 'postSamples',
				type: 'boolean',
				default: false,
				description: 'Whether to post the sample orders that a test step of Channel Trigger fetches. Otherwise they are only previewed.',
			},
			{
				displayName: 'When Deleted in QuickBooks',
				name: 'whenDeleted',
				type: 'options',
				options: [
					{ name: 'Needs Attention', value: 'needsAttention' },
					{
						name: 'Post Again',
						value: 'postAgain',
						description: 'An order whose transaction was deleted is posted anew when it comes by again',
					},
				],
				default: 'needsAttention',
				description:
					'What happens to an order that this node posted before and whose transaction a person deleted. A voided one is always left as it is.',
			},
			{
				displayName: 'When a Number Is Taken',
				name: 'whenNumberTaken',
				type: 'options',
				options: [
					{ name: 'Needs Attention', value: 'needsAttention' },
					{
						name: 'Adopt When It Agrees',
						value: 'adopt',
						description: 'When number, total and date agree, mark the existing transaction as this order',
					},
				],
				default: 'needsAttention',
				description: "What happens when an order's number belongs to a transaction that this node did not post",
			},
		],
	},
];
