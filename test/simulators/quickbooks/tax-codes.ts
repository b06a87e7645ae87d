import { accountIds } from './chart-of-accounts';
import { countryTaxes, type Agency, type CountryTaxes, type Rate } from './tax-countries';
import type { Json } from './wire-values';

/** Everything about taxes a new company has in its lists. Agencies are owed what is in their accounts. */
export interface TaxLists {
	readonly TaxCode: readonly Json[];
	readonly TaxRate: readonly Json[];
	readonly TaxAgency: readonly Json[];
	readonly Account: readonly Json[];
}

/** The tax lists of a new company: in the US the two line codes and groups of rates, elsewhere codes by id. */
export function taxLists(country: string): TaxLists {
	return country === 'US' ? unitedStates() : listsOf(countryTaxes(country));
}

function unitedStates(): TaxLists {
	const agencies = [{ name: 'State Board of Equalization', account: 'Sales Tax Payable' }];
	return {
		TaxCode: [
			{ Id: 'TAX', Name: 'TAX', Description: 'TAX', Taxable: true, TaxGroup: false },
			{ Id: 'NON', Name: 'NON', Description: 'NON', Taxable: false, TaxGroup: false },
			taxCode('2', 'California', [detail('3', 'California')]),
			taxCode('4', 'Tucson', [detail('1', 'AZ State tax'), detail('2', 'Tucson City')]),
		],
		TaxRate: [
			taxRate('3', ['California', 8]),
			taxRate('1', ['AZ State tax', 5.6]),
			taxRate('2', ['Tucson City', 2.6]),
		],
		...agencyLists(agencies),
	};
}

function listsOf({ agencies, rates, more = [], codes = [] }: CountryTaxes): TaxLists {
	const simple: readonly Rate[] = [...rates, ['0.0% Z', 0], ['Exempt', 0]];
	const all = [...simple, ...more];
	const idOf = (name: string): string => String(all.findIndex(([each]) => each === name) + 14);
	const combined = codes.map(([name, ...parts], index) => {
		const details = parts.map((part, order) =>
			typeof part === 'string'
				? detail(idOf(part), part, order)
				: detail(idOf(part[0]), part[0], order, 'TaxOnAmountPlusTax'),
		);
		return taxCode(String(simple.length + index + 4), name, details);
	});
	return {
		TaxCode: [
			...simple.map(([name], index) => taxCode(String(index + 4), name, [detail(idOf(name), name)])),
			...combined,
		],
		TaxRate: all.map((rate) => taxRate(idOf(rate[0]), rate)),
		...agencyLists(agencies),
	};
}

function agencyLists(agencies: readonly Agency[]): Pick<TaxLists, 'TaxAgency' | 'Account'> {
	return {
		TaxAgency: agencies.map(({ name }, index) => ({
			Id: String(index + 1),
			DisplayName: name,
			TaxTrackedOnPurchases: true,
			TaxTrackedOnSales: true,
		})),
		Account: agencies.map(({ account }, index) => ({
			Id: taxAccountId(String(index + 1)),
			Name: account,
			AccountType: 'Other Current Liability',
			AccountSubType: 'SalesTaxPayable',
		})),
	};
}

/** The account of an agency: the first one's is the company's tax account. */
export function taxAccountId(agencyId: string): string {
	return agencyId === '1'
		? accountIds.salesTaxPayable
		: String(Number(accountIds.salesTaxPayable) * 10 + Number(agencyId));
}

function detail(value: string, name: string, TaxOrder = 0, TaxTypeApplicable = 'TaxOnAmount'): Json {
	return { TaxRateRef: { value, name }, TaxTypeApplicable, TaxOrder };
}

function taxCode(Id: string, Name: string, TaxRateDetail: readonly Json[]): Json {
	return {
		Id,
		Name,
		Description: Name,
		Taxable: true,
		TaxGroup: true,
		SalesTaxRateList: { TaxRateDetail },
		PurchaseTaxRateList: { TaxRateDetail: [] },
	};
}

function taxRate(Id: string, [Name, RateValue, agency = 0]: Rate): Json {
	return {
		Id,
		Name,
		Description: 'Sales Tax',
		RateValue,
		AgencyRef: { value: String(agency + 1) },
		SpecialTaxType: RateValue === 0 ? 'ZERO_RATE' : 'NONE',
		DisplayType: 'ReadOnly',
	};
}
