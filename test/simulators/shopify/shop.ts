import type { ShopifyTaxRate } from './compute-order';

/** What the shop's owner has set. */
export interface ShopifyShop {
	readonly name: string;
	/** `example-outfitters.myshopify.com` */
	readonly myshopifyDomain: string;
	readonly ianaTimezone: string;
	readonly currencyCode: string;
	/** Before and after the number in an order's name: `#1001`. */
	readonly orderNumberFormatPrefix: string;
	readonly orderNumberFormatSuffix: string;
	readonly taxRates: readonly ShopifyTaxRate[];
}

/** Sales taxes of four cities; Texas and New York tax shipping too. */
export const EXAMPLE_SALES_TAXES: readonly ShopifyTaxRate[] = [
	{ title: 'California State Tax', rate: 0.0725, countryCode: 'US', provinceCode: 'CA', onShipping: false },
	{ title: 'Los Angeles District Tax', rate: 0.0225, countryCode: 'US', provinceCode: 'CA', onShipping: false },
	{ title: 'New York State Tax', rate: 0.04, countryCode: 'US', provinceCode: 'NY', onShipping: true },
	{ title: 'New York City Tax', rate: 0.045, countryCode: 'US', provinceCode: 'NY', onShipping: true },
	{ title: 'Metropolitan Commuter Tax', rate: 0.00375, countryCode: 'US', provinceCode: 'NY', onShipping: true },
	{ title: 'Texas State Tax', rate: 0.0625, countryCode: 'US', provinceCode: 'TX', onShipping: true },
	{ title: 'Austin City Tax', rate: 0.02, countryCode: 'US', provinceCode: 'TX', onShipping: true },
	{ title: 'Washington State Tax', rate: 0.065, countryCode: 'US', provinceCode: 'WA', onShipping: true },
];

export const DEFAULT_SHOP: ShopifyShop = {
	name: 'Example Home & Garden',
	myshopifyDomain: 'example-home-garden.myshopify.com',
	ianaTimezone: 'America/New_York',
	currencyCode: 'USD',
	orderNumberFormatPrefix: '#',
	orderNumberFormatSuffix: '',
	taxRates: EXAMPLE_SALES_TAXES,
};
