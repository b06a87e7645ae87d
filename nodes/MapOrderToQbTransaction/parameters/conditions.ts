import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { textOf } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';

export const paymentStatusOptions = [
	{ name: 'Authorized Only', value: 'authorized' },
	{ name: 'Paid', value: 'paid' },
	{ name: 'Paid in Part', value: 'partial' },
	{ name: 'Refunded', value: 'refunded' },
	{ name: 'Refunded in Part', value: 'partiallyRefunded' },
	{ name: 'Unpaid', value: 'unpaid' },
	{ name: 'Voided', value: 'voided' },
];

const list = (displayName: string, name: string, example: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description: `${description} Several are separated by commas. Leave empty for any.`,
});

/** What an order has to be for a rule; each empty field lets every order pass. */
const conditionFields: INodeProperties[] = [
	list('Channels', 'channels', 'shopify, pos', 'Where the order was placed: the channel, or a point of sale or marketplace within it.'),
	list('Countries', 'countries', 'US, CA', 'Where it goes, as codes of two letters.'),
	list('Payment Methods', 'paymentMethods', 'stripe, paypal', 'How it is paid, as the shop names it.'),
	{
		displayName: 'Payment Statuses',
		name: 'paymentStatuses',
		type: 'multiOptions',
		options: paymentStatusOptions,
		default: [],
		description: 'How far it is paid. Leave empty for any.',
	},
	list('Tags', 'tags', 'wholesale', 'A tag of the order; one of several is enough.'),
	{
		displayName: 'Total From',
		name: 'totalFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. 100',
		description: "The least total, inclusive, in the order's own currency. Leave empty for any.",
	},
	{
		displayName: 'Total To',
		name: 'totalTo',
		type: 'string',
		default: '',
		placeholder: 'e.g. 500',
		description: "The greatest total, inclusive, in the order's own currency. Leave empty for any.",
	},
];

/** A list of rules, each a row of conditions and what they choose. */
export const rules = (chosen: INodeProperties[]): INodePropertyCollection => ({
	displayName: 'Rule',
	name: 'rule',
	values: [...conditionFields, ...chosen].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

type Fields = Record<string, unknown>;

/** The rows of a fixed collection that may never have been opened. */
export function rowsOf(collection: unknown, name: string): Fields[] {
	const rows = ((collection ?? {}) as Fields)[name];
	return Array.isArray(rows) ? (rows as Fields[]) : [];
}

/** Words separated by commas, or given as a list by an expression. */
export const wordsOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(textOf) : textOf(value).split(',')).map((word) => word.trim()).filter(Boolean);

export const readConditions = (fields: Fields) =>
	withoutAbsent({
		channels: wordsOf(fields.channels),
		countries: wordsOf(fields.countries),
		paymentMethods: wordsOf(fields.paymentMethods),
		paymentStatuses: wordsOf(fields.paymentStatuses),
		tags: wordsOf(fields.tags),
		totalFrom: textOf(fields.totalFrom).trim() || undefined,
		totalTo: textOf(fields.totalTo).trim() || undefined,
	});
