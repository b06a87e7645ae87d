import type { INodeProperties } from 'n8n-workflow';
import { added, nameOf, textOf, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';
import { readTaxRows } from './tax-rows';

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
				name: 'None',
				value: 'none',
				description: 'For a company that charges no tax: an order with tax goes to Needs Attention',
			},
			{
				name: 'US Automated Sales Tax',
				value: 'override',
				description: "The shop's tax is stated as it was charged",
			},
			{
				name: 'US With Own Tax Rates',
				value: 'usCodes',
				description: "The shop's tax is stated as it was charged, under a tax rate that you set up in QuickBooks",
			},
		],
		default: 'override',
		description: "How the tax that the shop charged gets into QuickBooks. Tax that a marketplace remits is left out and noted.",
	},
	{
		displayName: 'Taxable Code',
		name: 'taxableCode',
		...locator('searchTaxCodes', '20.0% S'),
		description: 'The tax code of lines and shipping that the shop taxed',
		hint: "For several rates or countries add 'Tax Codes' in Tax Options. Empty: a tax that no row there names goes to Needs Attention.",
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
	{
		displayName: 'Tax Rate',
		name: 'usualTaxRate',
		...locator('searchTaxCodes', 'California'),
		description: 'The tax rate of orders that the shop taxed; QuickBooks takes one for each document',
		hint: "For several states add 'Tax Codes' in Tax Options. Empty: a tax that no row there names goes to Needs Attention.",
		displayOptions: { show: { salesTax: ['usCodes'] } },
	},
];

/** What most companies never touch about tax. */
export const taxOptions: INodeProperties = {
	displayName: 'Tax Options',
	name: 'taxOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Exempt Order Code',
			name: 'exemptCode',
			...locator('searchTaxCodes', 'EU goods 0%'),
			description: 'The tax code of orders that the shop marks as exempt, such as sales to businesses in another EU country. Empty: the non-taxable code.',
			displayOptions: { show: { '/salesTax': ['codes'] } },
		},
		{
			displayName: 'Out-of-Scope Code',
			name: 'outOfScopeCode',
			...locator('searchTaxCodes', 'No VAT'),
			description: 'The tax code of what is no sale: gift cards, tips, rounding. Empty: the non-taxable code, which a tax return may count as a sale.',
			displayOptions: { show: { '/salesTax': ['codes'] } },
		},
		{
			displayName: 'Rounding Tolerance',
			name: 'taxTolerance',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.02',
			description: "How much QuickBooks' own rounding of tax may differ from the shop's before the order goes to Needs Attention",
			hint: 'A smaller difference becomes a visible line with the rounding item. Empty: a cent a line by tax code, nothing in the US.',
			displayOptions: { show: { '/salesTax': ['codes', 'override', 'usCodes'] } },
		},
		{
			displayName: 'Tax Codes',
			name: 'taxCodes',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add row',
			default: {},
			description: 'Which tax code a tax of the shop becomes. The first row that fits counts, and an empty cell fits everything.',
			displayOptions: { show: { '/salesTax': ['codes', 'usCodes'] } },
			options: [
				{
					displayName: 'Rows',
					name: 'rows',
					values: [
						{
							displayName: 'Country',
							name: 'country',
							type: 'string',
							default: '',
							placeholder: 'e.g. DE',
							description: 'Where the order goes, in two letters',
						},
						{
							displayName: 'Region',
							name: 'region',
							type: 'string',
							default: '',
							placeholder: 'e.g. QC',
							description: 'State, province or region where the order goes, as the shop writes it',
						},
						{
							displayName: 'Shop Tax Name',
							name: 'tax',
							type: 'string',
							default: '',
							placeholder: 'e.g. GST + QST',
							description: "The tax's name in the shop. Where a line has several write all of them, with a plus between.",
						},
						{
							displayName: 'Shop Tax Rate',
							name: 'rate',
							type: 'string',
							default: '',
							placeholder: 'e.g. 5 + 9.975',
							description: 'In percent, of each tax or their sum; 0 for what was sold without tax',
						},
						{
							displayName: 'Tax Code',
							name: 'code',
							...locator('searchTaxCodes', '20.0% S'),
							description: 'What it becomes in QuickBooks',
						},
					],
				},
			],
		},
		{
			displayName: 'Tax Codes (JSON)',
			name: 'taxCodesJson',
			type: 'json',
			default: '',
			placeholder: 'e.g. [{ "tax": "VAT", "country": "DE", "code": "19% USt" }]',
			description: "More rows as a list, such as an expression gives. They come before those of 'Tax Codes'.",
			displayOptions: { show: { '/salesTax': ['codes', 'usCodes'] } },
		},
		{
			displayName: 'When QuickBooks Computes Another Tax',
			name: 'whenRecomputed',
			type: 'options',
			options: [
				{ name: 'Book the Tax as Its Own Line', value: 'line', description: "The total is right; QuickBooks' own tax reports do not have this tax" },
				{ name: 'Needs Attention', value: 'needsAttention', description: 'Nothing is left in QuickBooks until somebody looks' },
			],
			default: 'needsAttention',
			description: "What to do where automated sales tax does not take the shop's figure over",
			displayOptions: { show: { '/salesTax': ['override'] } },
		},
	],
};

/** A choice that the others hide says nothing, whatever is left in it. */
export function readTax(read: ReadValue): SyncSettingsInput['tax'] {
	const options = added(read, 'taxOptions');
	const mode = read('salesTax') as NonNullable<SyncSettingsInput['tax']>['mode'];
	const tolerance = textOf(options.taxTolerance).trim() || undefined;
	switch (mode) {
		case 'override':
			return withoutAbsent({ mode, tolerance, whenRecomputed: options.whenRecomputed === 'line' ? ('line' as const) : undefined });
		case 'usCodes':
			return withoutAbsent({ mode, rows: readTaxRows(options), usualCode: nameOf(read('usualTaxRate')), tolerance });
		case 'codes':
			return withoutAbsent({
				mode,
				rows: readTaxRows(options),
				taxableCode: nameOf(read('taxableCode')),
				nonTaxableCode: nameOf(read('nonTaxableCode')),
				exemptCode: nameOf(options.exemptCode) || undefined,
				outOfScopeCode: nameOf(options.outOfScopeCode) || undefined,
				tolerance,
			});
		default:
			return { mode };
	}
}
