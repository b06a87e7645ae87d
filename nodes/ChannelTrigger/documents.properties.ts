import type { INodeProperties } from 'n8n-workflow';
import { readingOptions } from './options.properties';
import { shippingChannel } from './shipping-channel';

const nameLocator = (searchListMethod: string, placeholder: string): Pick<INodeProperties, 'type' | 'modes'> => ({
	type: 'resourceLocator',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder },
	],
});

/** Which documents of QuickBooks are fetched, in the order of the set-up wizard. */
export const documentProperties: INodeProperties[] = [
	shippingChannel('Shopify and WooCommerce are not offered here: orders are placed there, and neither takes orders from QuickBooks'),
	{
		displayName: 'Documents',
		name: 'documentTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Invoice', value: 'Invoice' },
			{
				name: 'Sales Order',
				value: 'Estimate',
				description: 'An Estimate: the API of QuickBooks Online has no sales orders. Its invoice belongs to the same order in ShipStation.',
			},
			{ name: 'Sales Receipt', value: 'SalesReceipt' },
		],
		default: ['Invoice', 'SalesReceipt'],
		description: 'Which documents of QuickBooks are fetched',
	},
	{
		displayName: 'Class',
		name: 'class',
		...nameLocator('searchClasses', 'e.g. ShipStation'),
		default: { mode: 'name', value: 'ShipStation' },
		description: 'The class that a document must have to be fetched. Leave empty to fetch documents of every class.',
	},
	{
		displayName: 'Filters',
		name: 'documentFilters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Custom Field Name',
				name: 'customFieldName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Ship With',
				description: 'A custom field of the document that must be filled',
			},
			{
				displayName: 'Custom Field Value',
				name: 'customFieldValue',
				type: 'string',
				default: '',
				description: 'What the custom field must say. Leave empty for any value.',
			},
			{
				displayName: 'Has a Shipping Address',
				name: 'withShippingAddress',
				type: 'boolean',
				default: true,
				description: "Whether to leave out documents without a shipping address of their own",
			},
			{
				displayName: 'Location',
				name: 'location',
				...nameLocator('searchLocations', 'e.g. Warehouse'),
				default: { mode: 'list', value: '' },
				description: 'The location that a document must have',
			},
			{
				displayName: 'Not Shipped Yet',
				name: 'notShippedYet',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out documents with a tracking number',
			},
			{
				displayName: 'Paid Only',
				name: 'paidOnly',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out documents until they are paid. Sales orders are never paid, only their invoices.',
			},
		],
	},
	{
		displayName: 'Document Updates',
		name: 'orderUpdates',
		type: 'options',
		options: [
			{
				name: 'New and Changed Documents',
				value: 'newAndUpdated',
				description: 'Fetch a document again whenever it changes: payments, refunds, edits, voiding, deletion',
			},
			{
				name: 'New Documents Only',
				value: 'newOnly',
				description: 'Fetch a document once. After a restart and by the sweep it can still come again, as its first time may not have been worked on.',
			},
		],
		default: 'newAndUpdated',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: readingOptions({ things: 'documents', from: 'QuickBooks', placed: 'made' }),
	},
];
