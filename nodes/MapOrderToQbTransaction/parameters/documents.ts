import type { INodeProperties } from 'n8n-workflow';
import { added, dayOf, picked, textOf, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';
import { readConditions, rowsOf, rules } from './conditions';

export const documentProperties: INodeProperties[] = [
	{
		displayName: 'Doc Number Prefix',
		name: 'docNumberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. WEB-',
		description: 'Text before the order number. A second shop on the same company needs one of its own.',
		hint: 'QuickBooks takes 21 characters in all.',
	},
];

const classLocator: INodeProperties = {
	displayName: 'Class',
	name: 'class',
	...locator('searchClasses', 'Web Store'),
	description: 'The class of sales and of what takes them back, for profit and loss by class: on the transaction or on each line, as your company keeps classes',
	hint: 'Class tracking has to be switched on in QuickBooks.',
};

const locationLocator: INodeProperties = {
	displayName: 'Location',
	name: 'location',
	...locator('searchLocations', 'Online'),
	description: 'The location of sales and of what takes them back, for profit and loss by location',
	hint: 'Location tracking has to be switched on in QuickBooks.',
};

const termsLocator: INodeProperties = {
	displayName: 'Terms',
	name: 'terms',
	...locator('searchTerms', 'Net 30'),
	description: 'The terms of invoices and sales orders; QuickBooks makes the due date of them. Sales Receipts have none.',
};

/** Fields of the document itself. */
export const documentOptions: INodeProperties = {
	displayName: 'Document Options',
	name: 'documentOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		classLocator,
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add field',
			default: {},
			description: 'Custom fields of sales forms, such as the sales rep. QuickBooks gives its API the first three that were made, as text.',
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{
							displayName: 'Name or Number',
							name: 'field',
							type: 'string',
							default: '',
							placeholder: 'e.g. Sales Rep',
							description: 'What the field is called in QuickBooks, or its number there: 1, 2 or 3',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. {{ $json.meta.salesRep }}',
							description: 'What is written into it; nothing is written when this is empty',
						},
					],
				},
			],
		},
		{
			displayName: 'Customer Memo',
			name: 'customerMemo',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Thank you for your order!',
			description: 'Text on the document that the customer sees',
		},
		{
			displayName: 'Doc Number Suffix',
			name: 'docNumberSuffix',
			type: 'string',
			default: '',
			placeholder: 'e.g. -US',
			description: 'Text after the order number',
		},
		{
			displayName: 'Doc Numbers',
			name: 'docNumbers',
			type: 'options',
			options: [
				{
					name: 'Order Number',
					value: 'order',
					description: 'With prefix and suffix, so that shop and books speak of one number',
				},
				{
					name: 'QuickBooks Numbers It',
					value: 'quickBooks',
					description:
						"The next number of QuickBooks' own sequence; the order number stands in the private note, and orders are found again by the mark there",
				},
			],
			default: 'order',
			description: 'Where the numbers of transactions come from',
			hint: "For QuickBooks' own numbers, 'Custom transaction numbers' has to be switched off in QuickBooks.",
		},
		{
			displayName: 'Due Date',
			name: 'dueDate',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ DateTime.fromISO($json.localDate).plus({ days: 14 }).toISODate() }}',
			description: 'When invoices and sales orders are due. Leave empty to go by the terms.',
		},
		{
			displayName: 'Field Rules',
			name: 'fieldRules',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add rule',
			default: {},
			description:
				'Which orders have another class, location or terms than all others. For each of the three, the first rule counts that an order meets and that names one.',
			options: [rules([classLocator, locationLocator, termsLocator])],
		},
		{
			displayName: 'Include Order Note',
			name: 'includeOrderNote',
			type: 'boolean',
			default: false,
			description: "Whether the customer's note on the order follows the customer memo",
		},
		locationLocator,
		{
			displayName: 'Private Note',
			name: 'privateNote',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Text for the bookkeeper, before the order number, its link and how it was paid',
		},
		{
			displayName: 'Ship Date',
			name: 'shipDate',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.meta.shippedOn }}',
			description: 'When the goods left, if that is known when the order is posted',
		},
		{
			displayName: 'Ship Method',
			name: 'shipMethod',
			type: 'string',
			default: '={{ $json.shipping?.[0]?.title ?? "" }}',
			description: 'How the goods go, for the Ship Via field; at most 30 characters of it',
		},
		termsLocator,
		{
			displayName: 'Tracking Number',
			name: 'trackingNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.meta.tracking }}',
			description: 'The parcel of Sales Receipts and Invoices, if it is known when the order is posted. Estimates have none.',
		},
	],
};

export function readDocuments(read: ReadValue): Pick<SyncSettingsInput, 'docNumber' | 'memo' | 'fields'> {
	const options = added(read, 'documentOptions');
	const listed = (fields: Record<string, unknown>) => ({
		class: picked(fields.class),
		location: picked(fields.location),
		terms: picked(fields.terms),
	});
	return {
		docNumber: {
			by: options.docNumbers === 'quickBooks' ? 'quickBooks' : 'order',
			prefix: textOf(read('docNumberPrefix')),
			suffix: textOf(options.docNumberSuffix),
		},
		memo: {
			customer: textOf(options.customerMemo),
			orderNote: options.includeOrderNote === true,
			private: textOf(options.privateNote),
		},
		fields: withoutAbsent({
			...listed(options),
			dueDate: dayOf(options.dueDate),
			customFields: rowsOf(options.customFields, 'field').map(({ field, value }) => ({ field: textOf(field), value: textOf(value) })),
			shipDate: dayOf(options.shipDate),
			shipMethod: textOf(options.shipMethod),
			trackingNumber: textOf(options.trackingNumber),
			rules: rowsOf(options.fieldRules, 'rule').map((row) => withoutAbsent({ ...readConditions(row), ...listed(row) })),
		}),
	};
}
