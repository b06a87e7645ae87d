import type { Json } from './wire-values';

/** Tax codes and rates of a new company: in the US the two line codes and one group, elsewhere codes by id. */
export function taxLists(country: string): { TaxCode: Json[]; TaxRate: Json[] } {
	return country === 'US' ? unitedStates() : elsewhere(elsewhereRates[country] ?? [['Standard', 20]]);
}

/** Percentages by name, the first one the usual rate; every such company also has a zero rate and an exempt code. */
const elsewhereRates: Readonly<Record<string, ReadonlyArray<readonly [string, number]>>> = {
	GB: [
		['20.0% S', 20],
		['5.0% R', 5],
	],
	CA: [
		['HST ON', 13],
		['GST', 5],
	],
	AU: [['GST', 10]],
	DE: [
		['19% USt', 19],
		['7% USt', 7],
	],
};

function unitedStates(): { TaxCode: Json[]; TaxRate: Json[] } {
	return {
		TaxCode: [
			{ Id: 'TAX', Name: 'TAX', Description: 'TAX', Taxable: true, TaxGroup: false },
			{ Id: 'NON', Name: 'NON', Description: 'NON', Taxable: false, TaxGroup: false },
			taxCode('2', 'California', [['3', 'California']]),
		],
		TaxRate: [taxRate('3', 'California', 8)],
	};
}

function elsewhere(rates: ReadonlyArray<readonly [string, number]>): { TaxCode: Json[]; TaxRate: Json[] } {
	const all: ReadonlyArray<readonly [string, number]> = [...rates, ['0.0% Z', 0], ['Exempt', 0]];
	const ids = all.map(([name, percent], index) => ({
		name,
		percent,
		code: String(index + 4),
		rate: String(index + 14),
	}));
	return {
		TaxCode: ids.map(({ name, code, rate }) => taxCode(code, name, [[rate, name]])),
		TaxRate: ids.map(({ name, percent, rate }) => taxRate(rate, name, percent)),
	};
}

function taxCode(Id: string, Name: string, rates: ReadonlyArray<readonly [string, string]>): Json {
	return {
		Id,
		Name,
		Description: Name,
		Taxable: true,
		TaxGroup: true,
		SalesTaxRateList: {
			TaxRateDetail: rates.map(([value, name]) => ({
				TaxRateRef: { value, name },
				TaxTypeApplicable: 'TaxOnAmount',
				TaxOrder: 0,
			})),
		},
		PurchaseTaxRateList: { TaxRateDetail: [] },
	};
}

function taxRate(Id: string, Name: string, RateValue: number): Json {
	return {
		Id,
		Name,
		Description: 'Sales Tax',
		RateValue,
		AgencyRef: { value: '1' },
		SpecialTaxType: RateValue === 0 ? 'ZERO_RATE' : 'NONE',
		DisplayType: 'ReadOnly',
	};
}
