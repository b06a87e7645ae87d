import type { INodeProperties } from 'n8n-workflow';
import { added, nameOf, rowsOf, textOf, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { nameLocator } from '../locators';

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
				description: 'QuickBooks counts its stock, from the day of the first transaction that sells it and from nothing, unless the Product Options say otherwise',
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
			displayName: 'Find Products By',
			name: 'findProductsBy',
			type: 'options',
			options: [
				{
					name: 'Product Name',
					value: 'title',
					description: "The title in the shop is the product's name in QuickBooks, so two variants of one title are one product",
				},
				{ name: 'SKU', value: 'sku', description: "The SKU in the shop is the product's SKU in QuickBooks" },
				{
					name: 'SKU as Product Name',
					value: 'skuAsName',
					description: "The SKU in the shop is the product's name in QuickBooks, for companies that leave the SKU field empty",
				},
			],
			default: 'sku',
			description: 'What a product of the shop has in common with its product in QuickBooks. A line without a SKU is always found by its title.',
		},
		{
			displayName: 'Inventory Quantity',
			name: 'inventoryQuantity',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 5 },
			default: 0,
			description: 'What is in stock of an inventory product that is created. QuickBooks books its opening value against Opening Balance Equity.',
			displayOptions: { show: { '/missingProducts': ['createInventory'] } },
		},
		{
			displayName: 'Inventory Start Date',
			name: 'inventoryStartDate',
			type: 'dateTime',
			default: '',
			description:
				'First day of an inventory product that is created; leave empty for the day of the first transaction that sells it. QuickBooks takes no earlier transaction of the product: such orders wait in Needs Attention.',
			displayOptions: { show: { '/missingProducts': ['createInventory'] } },
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
			displayName: 'SKU Map',
			name: 'skuMap',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. shop,sku\nHAT-S,100-S',
			description:
				"Products that have other SKUs in QuickBooks than in the shop, as CSV or JSON, typed in or by an expression from an earlier node: columns 'shop', and 'sku' or 'name' as QuickBooks has it. JSON may also be an object: {\"HAT-S\": \"100-S\"}.",
			hint: 'SKUs that are not in it are looked up as they are',
		},
		{
			displayName: 'SKU Map Rows',
			name: 'skuMapRows',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Product',
			default: {},
			options: [
				{
					displayName: 'Product',
					name: 'product',
					values: [
						{
							displayName: 'SKU in the Shop',
							name: 'shop',
							type: 'string',
							default: '',
							placeholder: 'e.g. HAT-S',
							description: 'Or the title of a product without a SKU',
						},
						{
							displayName: 'SKU in QuickBooks',
							name: 'sku',
							type: 'string',
							default: '',
							placeholder: 'e.g. 100-S',
							description: 'Leave empty to use the name',
						},
						{
							displayName: 'Product or Service',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. Straw Hat Small',
							description: 'Its name in QuickBooks, where it has no SKU',
						},
					],
				},
			],
			description: 'The same as SKU Map, for a few products',
		},
		{
			displayName: 'SKU Prefix to Add',
			name: 'skuPrefixToAdd',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACME-',
			description: "Text that QuickBooks has before the shop's SKU; what is to be stripped goes first",
		},
		{
			displayName: 'SKU Prefix to Strip',
			name: 'skuPrefixToStrip',
			type: 'string',
			default: '',
			placeholder: 'e.g. WEB-',
			description: "Text at the beginning of the shop's SKU that QuickBooks does not have",
		},
		{
			displayName: 'SKU Suffix to Add',
			name: 'skuSuffixToAdd',
			type: 'string',
			default: '',
			placeholder: 'e.g. -US',
			description: "Text that QuickBooks has after the shop's SKU; what is to be stripped goes first",
		},
		{
			displayName: 'SKU Suffix to Strip',
			name: 'skuSuffixToStrip',
			type: 'string',
			default: '',
			placeholder: 'e.g. -EU',
			description: "Text at the end of the shop's SKU that QuickBooks does not have",
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
	const inventory = createsInventory(read);
	return withoutAbsent({
		match: options.findProductsBy,
		skuMap: { table: rowsOf(options.skuMapRows, 'product'), text: options.skuMap },
		skuRules: {
			stripPrefix: textOf(options.skuPrefixToStrip),
			stripSuffix: textOf(options.skuSuffixToStrip),
			addPrefix: textOf(options.skuPrefixToAdd),
			addSuffix: textOf(options.skuSuffixToAdd),
		},
		whenMissing: missing.startsWith('create') ? 'create' : missing,
		type: productTypes[missing] ?? 'NonInventory',
		// n8n gives a date with the time of the day it was picked.
		inventoryStart: inventory && options.inventoryStartDate ? textOf(options.inventoryStartDate).slice(0, 10) : undefined,
		inventoryQuantity: inventory && options.inventoryQuantity !== undefined ? textOf(options.inventoryQuantity) : undefined,
		fallbackItem: nameOf(read('fallbackProduct')),
		namePrefix: textOf(options.productNamePrefix),
	}) as SyncSettingsInput['products'];
}
