import type { INodeProperties } from 'n8n-workflow';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { nameLocator } from '../locators';
import { added, nameOf, textOf, type ReadValue } from './read-value';

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
];

export const productOptions: INodeProperties = {
	displayName: 'Product Options',
	name: 'productOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Product Name Prefix',
			name: 'productNamePrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. WEB ',
			description: 'Text before the names of products that are created',
		},
	],
};

const productTypes: Record<string, 'NonInventory' | 'Service' | 'Inventory'> = {
	createNonInventory: 'NonInventory',
	createService: 'Service',
	createInventory: 'Inventory',
};

export const createsInventory = (read: ReadValue): boolean => read('missingProducts') === 'createInventory';

export function readProducts(read: ReadValue): SyncSettingsInput['products'] {
	const options = added(read, 'productOptions');
	const missing = String(read('missingProducts'));
	return {
		whenMissing: missing.startsWith('create') ? 'create' : (missing as 'fallback' | 'needsAttention'),
		type: productTypes[missing] ?? 'NonInventory',
		fallbackItem: nameOf(read('fallbackProduct')),
		namePrefix: textOf(options.productNamePrefix),
	};
}
