import type { INodeProperties } from 'n8n-workflow';
import { locator } from './locators';
import { refundOptions } from './refund-options';

const documentOptions: INodeProperties[] = [
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
		displayName: 'Duties Item',
		name: 'dutyItem',
		...locator('searchProducts', 'Import Duties', 'Import Duties'),
		description: 'The product or service that import duties are booked to',
	},
	{
		displayName: 'Fee Item',
		name: 'feeItem',
		...locator('searchProducts', 'Fees', 'Fees'),
		description: 'The product or service that fees of the order are booked to',
	},
	{
		displayName: 'Gift Card Item',
		name: 'giftCardItem',
		...locator('searchProducts', 'Gift Card', 'Gift Card'),
		description: 'The product or service of sold and redeemed gift cards; its account is a liability',
	},
	{
		displayName: 'Gift Card Liability Account',
		name: 'giftCardLiabilityAccount',
		...locator('searchLiabilityAccounts', 'Gift Cards Outstanding'),
		description: 'The account of a gift card or store credit item that is created. Without it these items must exist.',
	},
	{
		displayName: 'Include Order Note',
		name: 'includeOrderNote',
		type: 'boolean',
		default: false,
		description: "Whether the customer's note on the order follows the customer memo",
	},
	{
		displayName: 'Post Test Orders',
		name: 'postTestOrders',
		type: 'boolean',
		default: false,
		description: 'Whether orders that the shop marks as a test are posted like any other',
	},
	{
		displayName: 'Private Note',
		name: 'privateNote',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Text for the bookkeeper, before the order number, its link and how it was paid',
	},
	{
		displayName: 'Product Name Prefix',
		name: 'productNamePrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. WEB ',
		description: 'Text before the names of products that are created',
	},
	{
		displayName: 'Rounding Account',
		name: 'roundingAccount',
		...locator('searchIncomeAccounts', 'Rounding'),
		description: 'The account of a rounding item that is created. Leave empty for the income account.',
	},
	{
		displayName: 'Rounding Item',
		name: 'roundingItem',
		...locator('searchProducts', 'Rounding', 'Rounding'),
		description: 'The product or service that rounding is booked to',
	},
	{
		displayName: 'Sales Tax Item',
		name: 'salesTaxItem',
		...locator('searchProducts', 'Sales Tax', 'Sales Tax'),
		description: 'The product or service of the tax where it is a line of its own',
	},
	{
		displayName: 'Shipping Income Account',
		name: 'shippingIncomeAccount',
		...locator('searchIncomeAccounts', 'Shipping Income'),
		description: 'The account of a shipping item that is created. Leave empty for the income account.',
	},
	{
		displayName: 'Store Credit Item',
		name: 'storeCreditItem',
		...locator('searchProducts', 'Store Credit', 'Store Credit'),
		description: 'The product or service of redeemed store credit; its account is a liability',
	},
	{
		displayName: 'Tip Item',
		name: 'tipItem',
		...locator('searchProducts', 'Tips', 'Tips'),
		description: 'The product or service that tips are booked to',
	},
];

/** What most shops never touch, in alphabetical order. */
export const optionProperties: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...documentOptions, ...refundOptions].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	},
];
