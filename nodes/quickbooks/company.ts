import type { QbRecord } from './quickbooks';

/** What posting must know of a company; read once a run. */
export interface Company {
	name: string;
	/** ISO 3166 alpha-2. */
	country: string;
	homeCurrency: string;
	multiCurrency: boolean;
	/** Whether QuickBooks keeps the numbers we send; otherwise it numbers by itself. */
	customNumbers: boolean;
	usesSalesTax: boolean;
	/** US automated sales tax: `true` on, `false` not set up, absent: the company works by tax codes. */
	automatedTax?: boolean;
	allowsDiscount: boolean;
	/** Whether sales forms have a field of their own for shipping. */
	allowsShipping: boolean;
	/** Whatever is dated on or before this day is closed. */
	booksClosedUntil?: string;
}

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** QuickBooks leaves out what is off; absent custom numbers mean that it numbers by itself. */
export function readCompany(info: QbRecord, preferences: QbRecord): Company {
	const currency = bag(preferences.CurrencyPrefs);
	const sales = bag(preferences.SalesFormsPrefs);
	const tax = bag(preferences.TaxPrefs);
	const closed = text(bag(preferences.AccountingInfoPrefs).BookCloseDate);
	return {
		name: text(info.CompanyName) ?? '',
		country: text(info.Country) ?? 'US',
		homeCurrency: text(bag(currency.HomeCurrency).value) ?? 'USD',
		multiCurrency: currency.MultiCurrencyEnabled === true,
		customNumbers: sales.CustomTxnNumbers === true,
		usesSalesTax: tax.UsingSalesTax !== false,
		...(typeof tax.PartnerTaxEnabled === 'boolean' ? { automatedTax: tax.PartnerTaxEnabled } : {}),
		allowsDiscount: sales.AllowDiscount !== false,
		allowsShipping: sales.AllowShipping === true,
		...(closed ? { booksClosedUntil: closed.slice(0, 10) } : {}),
	};
}

export const isUnitedStates = (company: Company): boolean => company.country === 'US';
