/** A tax agency and the account that says what it is owed. */
export interface Agency {
	readonly name: string;
	readonly account: string;
}

/** Of the agency with that index, by default the first one. */
export type Rate = readonly [name: string, percent: number, agency?: number];

/** A code of several rates, by their names; a rate in brackets also taxes what the rates before it charged. */
export type Combination = readonly [name: string, ...rates: ReadonlyArray<string | readonly [compound: string]>];

/** The taxes of a country outside the US, as QuickBooks sets a company up there. */
export interface CountryTaxes {
	readonly agencies: readonly Agency[];
	/** Each has a code of its own; the first one is the usual rate. Every company also has a zero rate and an exempt code. */
	readonly rates: readonly Rate[];
	/** Rates without a code of their own. */
	readonly more?: readonly Rate[];
	readonly codes?: readonly Combination[];
}

const valueAddedTax: readonly Agency[] = [{ name: 'Tax Office', account: 'VAT Control' }];

const countries: Readonly<Record<string, CountryTaxes>> = {
	GB: {
		agencies: [{ name: 'HMRC', account: 'VAT Control' }],
		rates: [
			['20.0% S', 20],
			['5.0% R', 5],
		],
		codes: [['No VAT', '0.0% Z']],
	},
	CA: {
		agencies: [
			{ name: 'Canada Revenue Agency', account: 'GST/HST Payable' },
			{ name: 'Revenu Québec', account: 'QST Payable' },
			{ name: 'Minister of Finance (BC)', account: 'PST Payable (BC)' },
		],
		rates: [
			['HST ON', 13],
			['GST', 5],
		],
		more: [
			['QST', 9.975, 1],
			['PST BC', 7, 2],
			['QST on GST', 9.5, 1],
		],
		codes: [
			['GST/QST QC - 9.975', 'GST', 'QST'],
			['GST/PST BC', 'GST', 'PST BC'],
			['GST/QST QC - compound', 'GST', ['QST on GST']],
		],
	},
	AU: { agencies: [{ name: 'Australian Taxation Office', account: 'GST Liabilities Payable' }], rates: [['GST', 10]] },
	NZ: { agencies: [{ name: 'Inland Revenue', account: 'GST Payable' }], rates: [['GST', 15]] },
	JP: {
		agencies: [{ name: 'National Tax Agency', account: 'Consumption Tax Payable' }],
		rates: [
			['10% Standard', 10],
			['8% Reduced', 8],
		],
	},
	DE: {
		agencies: valueAddedTax,
		rates: [
			['19% USt', 19],
			['7% USt', 7],
		],
		codes: [['EU goods 0%', '0.0% Z']],
	},
	FR: {
		agencies: valueAddedTax,
		rates: [
			['20% TVA', 20],
			['10% TVA', 10],
			['5.5% TVA', 5.5],
		],
		codes: [['EU goods 0%', '0.0% Z']],
	},
	IE: {
		agencies: valueAddedTax,
		rates: [
			['23.0% S', 23],
			['13.5% R', 13.5],
		],
		codes: [['EU goods 0%', '0.0% Z']],
	},
};

const elsewhere: CountryTaxes = { agencies: valueAddedTax, rates: [['Standard', 20]] };

/** The taxes of a country by its two letters. */
export function countryTaxes(country: string): CountryTaxes {
	return countries[country] ?? elsewhere;
}
