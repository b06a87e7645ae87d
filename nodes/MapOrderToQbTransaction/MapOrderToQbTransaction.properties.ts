import type { INodeProperties } from 'n8n-workflow';
import { accountProperties } from './account-properties';
import { customerProperties } from './customer-properties';
import { optionProperties } from './option-properties';
import { productProperties } from './product-properties';
import { salesTaxProperties } from './sales-tax-properties';

const transactionProperties: INodeProperties[] = [
	{
		displayName: 'Transaction Type',
		name: 'transactionType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Invoice',
				value: 'invoice',
				description: 'The amount stays open on the customer until a payment is recorded',
			},
			{
				name: 'Sales Receipt',
				value: 'salesReceipt',
				description: 'Sale and money in one document, for orders that were paid in the shop',
			},
		],
		default: 'salesReceipt',
		description: 'What an order becomes in QuickBooks',
	},
	{
		displayName: 'Unpaid Orders',
		name: 'unpaidOrders',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Make an Invoice',
				value: 'invoice',
				description: 'The order is booked at once and stays open on the customer',
			},
			{
				name: 'Wait for the Payment',
				value: 'wait',
				description: 'The order is booked when the shop reports it as paid',
			},
		],
		default: 'wait',
		description: 'What becomes of an order whose captured payments do not cover its total',
		hint: 'An authorised card is not a payment yet.',
		displayOptions: { show: { transactionType: ['salesReceipt'] } },
	},
];

const numberProperties: INodeProperties[] = [
	{
		displayName: 'Doc Number Prefix',
		name: 'docNumberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. WEB-',
		description: 'Text before the order number. A second shop on the same company needs one of its own.',
		hint: 'QuickBooks takes 21 characters in all.',
	},
	{
		displayName: 'Doc Number Suffix',
		name: 'docNumberSuffix',
		type: 'string',
		default: '',
		placeholder: 'e.g. -US',
		description: 'Text after the order number',
	},
];

/** In the order of the set-up wizard. */
export const properties: INodeProperties[] = [
	...transactionProperties,
	...accountProperties,
	...customerProperties,
	...productProperties,
	...salesTaxProperties,
	...numberProperties,
	...optionProperties,
];
