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
	/** Whether QuickBooks settles new invoices with what their customer has in credit, by itself. */
	appliesCredits: boolean;
	/** Whether a class stands on the document, on each line, or (both off) nowhere. */
	classOnDocument: boolean;
	classOnLines: boolean;
	tracksLocations: boolean;
	/** Custom fields of sales forms that are in use: their names by their numbers, `1` to `3`. */
	customFields: ReadonlyMap<string, string>;
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
	const accounting = bag(preferences.AccountingInfoPrefs);
	const closed = text(accounting.BookCloseDate);
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
		appliesCredits: sales.AutoApplyCredit === true,
		classOnDocument: accounting.ClassTrackingPerTxn === true,
		classOnLines: accounting.ClassTrackingPerTxnLine === true,
		tracksLocations: accounting.TrackDepartments === true,
		customFields: readCustomFields(sales.CustomField),
		...(closed ? { booksClosedUntil: closed.slice(0, 10) } : {}),
	};
}

/**
 * QuickBooks tells the custom fields of sales forms in two lists within a list: which are in use, `SalesFormsPrefs.UseSalesCustom1`, and
 * what they are called, `SalesFormsPrefs.SalesCustomName1` (recorded answers).
 */
function readCustomFields(lists: unknown): ReadonlyMap<string, string> {
	const entries = (Array.isArray(lists) ? lists : []).flatMap((list) => {
		const inner = bag(list).CustomField;
		return Array.isArray(inner) ? inner.map(bag) : [];
	});
	const numbered = (prefix: string) =>
		entries.flatMap((entry) => {
			const number = new RegExp(`\\.${prefix}(\\d)$`).exec(String(entry.Name))?.[1];
			return number === undefined ? [] : [[number, entry] as const];
		});
	const unused = new Set(numbered('UseSalesCustom').flatMap(([number, { BooleanValue }]) => (BooleanValue === false ? [number] : [])));
	return new Map(
		numbered('SalesCustomName').flatMap(([number, { StringValue }]) => {
			const name = text(StringValue);
			return name === undefined || unused.has(number) ? [] : [[number, name] as const];
		}),
	);
}

export const isUnitedStates = (company: Company): boolean => company.country === 'US';
