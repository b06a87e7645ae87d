import type { INodeProperties } from 'n8n-workflow';

/** What is read, in words: `orders`, that a `shop` keeps and that are `placed`. */
interface Words {
	/** In the plural, lower case. */
	things: string;
	from: string;
	placed: string;
}

/** How far to look back, and how much at once: the same in every direction. */
export const readingOptions = ({ things, from, placed }: Words, newOnes: Pick<INodeProperties, 'displayOptions'> = {}): INodeProperties[] => [
	{
		displayName: `${things.charAt(0).toUpperCase()}${things.slice(1)} per Poll`,
		name: 'ordersPerPoll',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 5000 },
		default: 5000,
		description: `How many ${things} one run gets at most; the next poll goes on with the others`,
	},
	{
		displayName: 'Overlap (Minutes)',
		name: 'overlapMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1440 },
		default: 5,
		description: `How far each poll looks back, for changes that ${from} reports late. Known ${things} are recognised.`,
		...newOnes,
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
		description: `Nothing ${placed} before this is ever fetched. Leave empty to start at the moment of activation.`,
	},
	{
		displayName: 'Sweep (Days)',
		name: 'sweepDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 60 },
		default: 3,
		description: `How many days a sweep reads again. It finds what ${from} does not count as a change of one of the ${things}.`,
		...newOnes,
	},
	{
		displayName: 'Sweep Interval (Hours)',
		name: 'sweepIntervalHours',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 720 },
		default: 24,
		description: 'How often to sweep; 0 for never',
		...newOnes,
	},
];

/** What can be left alone where orders of a shop are read. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: readingOptions(
		{ things: 'orders', from: 'a shop', placed: 'placed' },
		{ displayOptions: { show: { '/whichOrders': ['newOrders'] } } },
	),
};
