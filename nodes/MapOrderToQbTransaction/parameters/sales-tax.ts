import type { INodeProperties } from 'n8n-workflow';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';
import { nameOf, type ReadValue } from './read-value';

export const salesTaxProperties: INodeProperties[] = [
	{
		displayName: 'Sales Tax',
		name: 'salesTax',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'As Its Own Line',
				value: 'line',
				description: 'For a company whose sales tax is off: the tax is booked to a product or service of yours',
			},
			{
				name: 'By Tax Code',
				value: 'codes',
				description: 'For a company outside the US: a code on every line, discounts inside the prices',
			},
			{
				name: 'US Automated Sales Tax',
				value: 'override',
				description: "The shop's tax is stated as it was charged",
			},
		],
		default: 'override',
		description: "How the tax that the shop charged gets into QuickBooks. Tax that a marketplace remits is left out and noted.",
	},
	{
		displayName: 'Taxable Code',
		name: 'taxableCode',
		...locator('searchTaxCodes', '20.0% S'),
		required: true,
		description: 'The tax code of lines and shipping that the shop taxed',
		displayOptions: { show: { salesTax: ['codes'] } },
	},
	{
		displayName: 'Non-Taxable Code',
		name: 'nonTaxableCode',
		...locator('searchTaxCodes', 'Exempt'),
		required: true,
		description: 'The tax code of everything else',
		displayOptions: { show: { salesTax: ['codes'] } },
	},
];

export function readTax(read: ReadValue): SyncSettingsInput['tax'] {
	const mode = read('salesTax') as 'override' | 'line' | 'codes';
	return mode === 'codes'
		? { mode, taxableCode: nameOf(read('taxableCode')), nonTaxableCode: nameOf(read('nonTaxableCode')) }
		: { mode };
}
