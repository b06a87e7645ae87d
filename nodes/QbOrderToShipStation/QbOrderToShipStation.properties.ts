import type { INodeProperties } from 'n8n-workflow';
import { customFieldsProperty } from './custom-fields-property';
import { customsProperty } from './customs-property';
import { locator } from './locators';
import { optionsProperty } from './options-property';
import { serviceProperties } from './service-properties';
import { weightsProperty } from './weights-property';

const orderProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Preview',
				value: 'preview',
				action: 'Preview an order',
				description: 'Do everything but the writes, and give out exactly what would be sent',
			},
			{
				name: 'Send',
				value: 'send',
				action: 'Send an order',
				description: 'Create what is missing in ShipStation, update what changed, cancel what was voided or deleted',
			},
		],
		default: 'send',
	},
	{
		displayName: 'Store',
		name: 'store',
		...locator('searchStores', '22766'),
		description: 'The store that new orders are put into. Leave empty for the first manual store of the account.',
		hint: 'An order that stands already stays in its store',
	},
	{
		displayName: 'Order Status',
		name: 'orderStatus',
		type: 'options',
		options: [
			{
				name: 'Awaiting Payment Until Paid',
				value: 'awaitingPaymentUntilPaid',
				description: 'Awaiting shipment as soon as the document is paid, awaiting payment before',
			},
			{ name: 'Awaiting Shipment', value: 'awaitingShipment', description: 'Paid or not' },
			{ name: 'On Hold', value: 'onHold', description: 'A person releases each order in ShipStation' },
		],
		default: 'awaitingPaymentUntilPaid',
		description: 'The status of the order in ShipStation. A sales order is not paid until its invoice is.',
	},
	{
		displayName: 'Sales Orders',
		name: 'salesOrders',
		type: 'options',
		options: [
			{
				name: 'Send as Their Invoice',
				value: 'asInvoice',
				description: 'Nothing is sent before the sales order is invoiced',
			},
			{
				name: 'Send When Accepted',
				value: 'whenAccepted',
				description: 'The accepted sales order is sent; its invoice updates the same order',
			},
		],
		default: 'whenAccepted',
		description: 'When a sales order (an Estimate of QuickBooks) is sent. It and its invoice are one order, never two.',
	},
	{
		displayName: 'Bundles',
		name: 'bundles',
		type: 'options',
		options: [
			{ name: 'As One Line', value: 'oneLine', description: 'The bundle with its own SKU' },
			{ name: 'As Their Components', value: 'components', description: 'What is in the bundle, each with its own SKU' },
		],
		default: 'components',
		description: 'How bundles of QuickBooks are sent',
	},
	{
		displayName: 'Services',
		name: 'services',
		type: 'options',
		options: [
			{ name: 'Leave Out', value: 'leaveOut', description: "The order's total in ShipStation is less by them" },
			{ name: 'Send as Goods', value: 'asItems', description: 'For companies that keep their products as services' },
			{ name: 'Send as Lines That Are Not Packed', value: 'asAdjustments' },
		],
		default: 'asAdjustments',
		description: 'What becomes of lines whose product is a service in QuickBooks. A document of nothing else is not sent, unless they are goods.',
	},
	{
		displayName: 'Incomplete Addresses',
		name: 'incompleteAddresses',
		type: 'options',
		options: [
			{ name: 'Needs Attention', value: 'needsAttention', description: 'The document is not sent; it says what is missing' },
			{ name: 'On Hold', value: 'hold', description: 'The order is sent with what is known, on hold' },
		],
		default: 'needsAttention',
		description: 'What becomes of a document whose shipping address cannot be read wholly. Nothing is guessed.',
	},
	{
		displayName: 'Tag for Incomplete Addresses',
		name: 'holdTag',
		...locator('searchTags', '8324'),
		description: 'The tag that an order gets which is on hold for its address',
		displayOptions: { show: { incompleteAddresses: ['hold'] } },
	},
	{
		displayName: 'Tag Names or IDs',
		name: 'tags',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTags' },
		default: [],
		description:
			'Tags that every order gets; those that packers add stay. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

/** In the order of the set-up wizard. */
export const properties: INodeProperties[] = [
	...orderProperties,
	...serviceProperties,
	customFieldsProperty,
	customsProperty,
	weightsProperty,
	optionsProperty,
];
