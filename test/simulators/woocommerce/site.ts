import { DateTime } from 'luxon';

/** A rate as in WooCommerce > Settings > Tax. */
export interface TaxRate {
	readonly id: number;
	/** `US-CA-CA STATE TAX-1`. */
	readonly code: string;
	readonly label: string;
	/** Percent: 7.25. */
	readonly percent: number;
	readonly country: string;
	/** Any state when left out. */
	readonly state?: string;
	/** `''` is the standard class. */
	readonly taxClass: string;
	readonly onShipping: boolean;
}

/** What the shop's owner has set. */
export interface WooSite {
	readonly name: string;
	/** The public address, as the shop knows itself; links in answers begin with it. */
	readonly url: string;
	/** IANA name, or a bare offset in hours as old WordPress sites have: then the shop tells no zone name. */
	readonly timeZone: string | number;
	readonly currency: string;
	/** Of amounts on orders; 0 rounds totals to whole units while lines and tax keep theirs. */
	readonly priceDecimals: number;
	readonly pricesIncludeTax: boolean;
	/** Percent contained in the shop's own prices when these include tax: that of its base address. */
	readonly baseTaxPercent: number;
	readonly taxRates: readonly TaxRate[];
}

/** The sales taxes of a few cities, and British VAT with a zero rate. Those of Los Angeles and VAT are a real store's. */
export const EXAMPLE_TAX_RATES: readonly TaxRate[] = [
	{
		id: 1,
		code: 'US-CA-CA STATE TAX-1',
		label: 'CA State Tax',
		percent: 7.25,
		country: 'US',
		state: 'CA',
		taxClass: '',
		onShipping: false,
	},
	{
		id: 2,
		code: 'US-CA-LA DISTRICT-2',
		label: 'LA District',
		percent: 2.25,
		country: 'US',
		state: 'CA',
		taxClass: '',
		onShipping: false,
	},
	{ id: 3, code: 'GB-VAT-1', label: 'VAT', percent: 20, country: 'GB', taxClass: '', onShipping: true },
	{
		id: 4,
		code: 'GB-VAT ZERO-1',
		label: 'VAT zero',
		percent: 0,
		country: 'GB',
		taxClass: 'zero-rate',
		onShipping: false,
	},
	{
		id: 5,
		code: 'US-NY-NY STATE TAX-1',
		label: 'NY State Tax',
		percent: 4,
		country: 'US',
		state: 'NY',
		taxClass: '',
		onShipping: true,
	},
	{
		id: 6,
		code: 'US-NY-NYC TAX-2',
		label: 'NYC Tax',
		percent: 4.875,
		country: 'US',
		state: 'NY',
		taxClass: '',
		onShipping: true,
	},
	{
		id: 7,
		code: 'US-TX-TX STATE TAX-1',
		label: 'TX State Tax',
		percent: 8.25,
		country: 'US',
		state: 'TX',
		taxClass: '',
		onShipping: true,
	},
	{
		id: 8,
		code: 'US-WA-WA STATE TAX-1',
		label: 'WA State Tax',
		percent: 10.25,
		country: 'US',
		state: 'WA',
		taxClass: '',
		onShipping: true,
	},
];

export const DEFAULT_SITE: Omit<WooSite, 'url'> = {
	name: 'Example Outfitters',
	timeZone: 'America/Los_Angeles',
	currency: 'USD',
	priceDecimals: 2,
	pricesIncludeTax: false,
	baseTaxPercent: 7.25,
	taxRates: EXAMPLE_TAX_RATES,
};

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', CAD: '$', AUD: '$', EUR: '€', GBP: '£', JPY: '¥' };

export const currencySymbol = (currency: string): string => SYMBOLS[currency] ?? currency;

const luxonZone = (site: Pick<WooSite, 'timeZone'>): string => {
	if (typeof site.timeZone === 'string') return site.timeZone;
	const minutes = Math.round(Math.abs(site.timeZone) * 60);
	const sign = site.timeZone < 0 ? '-' : '+';
	return `UTC${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The site's wall clock, as WooCommerce writes dates: no zone, whole seconds. */
export const siteDate = (site: Pick<WooSite, 'timeZone'>, instant: number): string =>
	DateTime.fromMillis(instant, { zone: luxonZone(site) }).toFormat("yyyy-MM-dd'T'HH:mm:ss");

/** The same in UTC, for the `_gmt` fields. */
export const gmtDate = (instant: number): string =>
	DateTime.fromMillis(instant, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss");

/** Reads a wall-clock date of the site. */
export const fromSiteDate = (site: Pick<WooSite, 'timeZone'>, date: string): number =>
	DateTime.fromISO(date, { zone: luxonZone(site) }).toMillis();

/** Hours ahead of UTC at an instant. */
export const gmtOffset = (site: Pick<WooSite, 'timeZone'>, instant: number): number =>
	DateTime.fromMillis(instant, { zone: luxonZone(site) }).offset / 60;
