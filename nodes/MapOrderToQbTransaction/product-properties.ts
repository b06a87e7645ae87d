import type { INodeProperties } from 'n8n-workflow';
import { locator, nameLocator } from './locators';

export const productProperties: INodeProperties[] = [
	{
		displayName: 'When a Product Is Missing',
		name: 'missingProducts',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Create Inventory Product',
				value: 'createInventory',
				description: 'QuickBooks counts its stock, starting at none on the day of the order',
			},
			{
				name: 'Create Non-Inventory Product',
				value: 'createNonInventory',
				description: 'Named after the SKU, with the title as its description',
			},
			{ name: 'Create Service', value: 'createService', description: 'For what is not a thing' },
			{
				name: 'Needs Attention',
				value: 'needsAttention',
				description: 'The order waits until somebody adds the product: a mistyped SKU clutters no list',
			},
			{ name: 'Use Another Product', value: 'fallback', description: 'Books every unknown product to one' },
		],
		default: 'createNonInventory',
		description: 'Products are found by SKU, or by name when a line has none. This says what to do when QuickBooks has no such product.',
	},
	{
		displayName: 'Fallback Product',
		name: 'fallbackProduct',
		...nameLocator('searchProductNames', 'Web Sales'),
		required: true,
		description: 'What a line is booked to when its own product is missing',
		displayOptions: { show: { missingProducts: ['fallback'] } },
	},
	{
		displayName: 'Shipping Item',
		name: 'shippingItem',
		...locator('searchProducts', 'Shipping', 'Shipping'),
		required: true,
		description: 'The product or service that shipping is booked to. A name that QuickBooks does not have is created as a service.',
	},
];
