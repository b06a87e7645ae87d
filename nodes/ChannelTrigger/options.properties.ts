import type { INodeProperties } from 'n8n-workflow';

const newOrders = { show: { '/whichOrders': ['newOrders'] } };

/** What can be left alone. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Orders per Poll',
			name: 'ordersPerPoll',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5000 },
			default: 5000,
			description: 'How many orders one run gets at most; the next poll goes on with the others',
		},
		{
			displayName: 'Overlap (Minutes)',
			name: 'overlapMinutes',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1440 },
			default: 5,
			description: 'How far each poll looks back, for changes that a shop reports late. Known orders are recognised.',
			displayOptions: newOrders,
		},
		{
			displayName: 'Recovery Window (Hours)',
			name: 'recoveryHours',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 720 },
			default: 24,
			description: 'How far the first poll after a start of n8n reads again, as the last runs before may not have finished',
		},
		{
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			default: '',
			description: 'No order placed before this is ever fetched. Leave empty to start at the moment of activation.',
		},
		{
			displayName: 'Sweep (Days)',
			name: 'sweepDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 60 },
			default: 3,
			description: 'How many days a sweep reads again. It finds refunds that a shop does not count as a change of the order.',
			displayOptions: newOrders,
		},
		{
			displayName: 'Sweep Interval (Hours)',
			name: 'sweepIntervalHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 720 },
			default: 24,
			description: 'How often to sweep; 0 for never',
			displayOptions: newOrders,
		},
	],
};
