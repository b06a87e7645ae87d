import type { INodeProperties } from 'n8n-workflow';
import { shipstation } from '../channels/shipstation/shipstation';
import { shopify } from '../channels/shopify/shopify';
import { woocommerce } from '../channels/woocommerce/woocommerce';

const statuses = (channel: typeof woocommerce, name: string): INodeProperties => ({
	displayName: 'Order Statuses',
	name,
	type: 'multiOptions',
	options: channel.statuses.map((status) => ({ ...status })),
	default: [],
	description: 'Which statuses an order may have to be fetched. Leave empty for every status.',
	displayOptions: { show: { channel: [channel.id] } },
});

/** Which orders are fetched: mode, period, statuses, payment and dates. */
export const whichOrdersProperties: INodeProperties[] = [
	{
		displayName: 'Which Orders',
		name: 'whichOrders',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Every Order of a Period',
				value: 'period',
				description: 'All orders placed in a day, week, month or range, once it is over, and one item that describes the period',
			},
			{
				name: 'New Orders',
				value: 'newOrders',
				description: 'Orders as they come in, from the start date on',
			},
		],
		default: 'newOrders',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Last Month', value: 'lastMonth' },
			{ name: 'Last Week', value: 'lastWeek', description: 'Monday to Sunday' },
			{ name: 'Range', value: 'range', description: 'Given days, once' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		default: 'yesterday',
		description: "Which days, in the store's time zone. Each period is given out once, when it is over.",
		displayOptions: { show: { whichOrders: ['period'] } },
	},
	{
		displayName: 'First Day',
		name: 'periodFirstDay',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'The first day of the range; the time of day is not looked at',
		displayOptions: { show: { whichOrders: ['period'], period: ['range'] } },
	},
	{
		displayName: 'Last Day',
		name: 'periodLastDay',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'The last day of the range, taken in as a whole; the time of day is not looked at',
		displayOptions: { show: { whichOrders: ['period'], period: ['range'] } },
	},
	statuses(shipstation, 'shipstationStatuses'),
	statuses(shopify, 'shopifyStatuses'),
	statuses(woocommerce, 'woocommerceStatuses'),
	{
		displayName: 'Paid Only',
		name: 'paidOnly',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out orders until they are paid. An order that is paid later is fetched then.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Include Test Orders',
				name: 'includeTest',
				type: 'boolean',
				default: false,
				description: "Whether to fetch orders that the channel marks as tests too",
			},
			{
				displayName: 'Placed Since',
				name: 'placedSince',
				type: 'dateTime',
				default: '',
				description: 'Leaves out orders placed before. Without a start date of its own, the sync then begins here instead of at its activation.',
			},
			{
				displayName: 'Updated Since',
				name: 'updatedSince',
				type: 'dateTime',
				default: '',
				description: 'Leaves out orders that were not changed since. The start date holds beside it.',
			},
		],
	},
	{
		displayName: 'Order Updates',
		name: 'orderUpdates',
		type: 'options',
		options: [
			{
				name: 'New and Updated Orders',
				value: 'newAndUpdated',
				description: 'Fetch an order again whenever it changes: payments, refunds, cancellations',
			},
			{
				name: 'New Orders Only',
				value: 'newOnly',
				description: 'Fetch an order once. After a restart and by the sweep it can still come again, as its first time may not have been worked on.',
			},
		],
		default: 'newAndUpdated',
		displayOptions: { show: { whichOrders: ['newOrders'] } },
	},
];
