import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WooReading } from '../../nodes/channels/woocommerce/to-order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { wooReading } from '../orders/every-order';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { germany, japan, quebec } from './made-up-orders';

/** A company, a shop that sells into it, and how its tax is to get into the books. */
export interface World {
	name: string;
	/** Where the order is from. */
	from: string;
	reading: () => WooReading;
	company: NonNullable<QuickBooksOptions['company']>;
	tax: NonNullable<SyncSettingsInput['tax']>;
	/** A product that is kept in stock: twenty pieces, at this cost. */
	stocked: { sku: string; cost: number };
	/** Tax rates that the company set up itself, as parts of one code. */
	ownCode?: { name: string; rates: Array<[name: string, percent: number]> };
}

const real = (file: string): Pick<World, 'from' | 'reading'> => ({
	from: file,
	reading: () => wooReading(JSON.parse(readFileSync(path.join(__dirname, '../orders/woocommerce', file), 'utf8'))),
});
const made = (from: string, reading: () => WooReading): Pick<World, 'from' | 'reading'> => ({ from: `made up: ${from}`, reading });
const abroad = (country: string, homeCurrency: string) => ({ country, homeCurrency, partnerTaxEnabled: undefined });

export const WORLDS: World[] = [
	{
		name: 'us-automated-tax',
		...real('real-partial-refund-line.json'),
		company: {},
		tax: { mode: 'override' },
		stocked: { sku: 'SHIRT-1', cost: 8 },
	},
	{
		name: 'us-own-tax-rates',
		...real('real-percent-coupon.json'),
		company: { partnerTaxEnabled: undefined },
		tax: { mode: 'usCodes', rows: [{ tax: 'CA State Tax + LA District', region: 'CA', code: 'Los Angeles' }] },
		stocked: { sku: 'MUG-1', cost: 3.5 },
		ownCode: { name: 'Los Angeles', rates: [['California State', 7.25], ['Los Angeles District', 2.25]] },
	},
	{
		name: 'gb-inclusive',
		...real('real-tax-inclusive-gb.json'),
		company: abroad('GB', 'GBP'),
		tax: { mode: 'codes', rows: [{ tax: 'VAT', rate: '20', code: '20.0% S' }, { tax: 'VAT zero', code: '0.0% Z' }], nonTaxableCode: 'Exempt', outOfScopeCode: 'No VAT' },
		stocked: { sku: 'SHIRT-1', cost: 8 },
	},
	{
		name: 'eu-exclusive',
		...made('Germany, 19 % and 7 %', germany),
		company: abroad('DE', 'EUR'),
		tax: { mode: 'codes', rows: [{ country: 'DE', rate: '7', code: '7% USt' }, { country: 'DE', rate: '19', code: '19% USt' }], nonTaxableCode: 'Exempt' },
		stocked: { sku: 'TOTE-1', cost: 9.1 },
	},
	{
		name: 'jp-no-decimals',
		...made('Japan, 10 % and 8 %', japan),
		company: abroad('JP', 'JPY'),
		tax: { mode: 'codes', rows: [{ rate: '8', code: '8% Reduced' }], taxableCode: '10% Standard', nonTaxableCode: 'Exempt' },
		stocked: { sku: 'TEA-1', cost: 210 },
	},
	{
		name: 'ca-two-taxes',
		...made('Quebec, GST and QST, and GST alone', quebec),
		company: abroad('CA', 'CAD'),
		tax: { mode: 'codes', rows: [{ tax: 'GST + QST', region: 'QC', code: 'GST/QST QC - 9.975' }, { tax: 'GST', rate: '5', code: 'GST' }], nonTaxableCode: 'Exempt' },
		stocked: { sku: 'LAMP-1', cost: 31.25 },
	},
];
