import type { INodeProperties } from 'n8n-workflow';
import { textOf } from '../../n8n/read-value';
import { transactionTypeNames } from '../../transaction/settings/transaction-type';

export const transactionTypeOptions = [
	{
		name: 'Invoice',
		value: 'invoice',
		description: 'To be paid later: it stays open on the customer until the shop says that the whole order is paid',
	},
	{
		name: 'Invoice and Payment if Paid',
		value: 'invoiceAndPayment',
		description: 'An invoice, and a payment for all money that the shop has received, parts included',
	},
	{
		name: 'Sales Order',
		value: 'salesOrder',
		description: 'An accepted Estimate: the API of QuickBooks Online has no sales orders. It moves no money and no stock.',
	},
	{
		name: 'Sales Order, Invoice and Payment if Paid',
		value: 'salesOrderInvoicePayment',
		description: 'An accepted Estimate, the invoice that closes it, and payments for the money received, each when it is due',
	},
	{
		name: 'Sales Receipt',
		value: 'salesReceipt',
		description: 'Sale and money in one document, for orders that were paid in the shop',
	},
];

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

const byLetters = new Map(
	Object.entries(transactionTypeNames).flatMap(([value, name]) => [
		[letters(value), value],
		[letters(name), value],
	]),
);

/** The type that an expression names by its value or as the editor calls it; whatever else it gives stays as it is. */
export const canonicalType = (value: unknown): string => byLetters.get(letters(textOf(value))) ?? textOf(value);

/** When the invoice of a sales order comes: of all orders, or of those that meet one rule. */
export const invoiceWhen: INodeProperties = {
	displayName: 'Make the Invoice',
	name: 'invoiceWhen',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'At Once', value: 'atOnce', description: 'Together with the sales order' },
		{
			name: 'When the Order Is Fulfilled',
			value: 'whenFulfilled',
			description: 'When the shop reports that everything has left, as for drop shipping',
		},
		{ name: 'When the Order Is Paid', value: 'whenPaid', description: 'When the money received covers the order' },
	],
	default: 'atOnce',
	description: 'When the sales order becomes an invoice. Income and stock move with the invoice.',
	displayOptions: { show: { transactionType: ['salesOrderInvoicePayment'] } },
};

/** What becomes of unpaid orders that are to be Sales Receipts: of all, or of those that meet one rule. */
export const unpaidOrders: INodeProperties = {
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
};
