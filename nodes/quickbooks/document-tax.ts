import { isZero, plus } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks } from '../transaction/amounts';
import type { PlannedForm, PlannedItemLine } from '../transaction/plan';
import { isUnitedStates } from './company';
import type { QbRecord } from './quickbooks';
import { shopTaxByRate, type RateTax } from './shop-tax';
import type { Books } from './to-document';

type LineTax = Pick<PlannedItemLine, 'amount' | 'taxable' | 'tax' | 'taxCode' | 'description'>;

/** What a line says of its tax: its code, and what was charged with tax where the prices contain it. */
export function lineTax(line: LineTax, { tax, currency }: PlannedForm, books: Books): Outcome<QbRecord> {
	const { company, references } = books;
	switch (tax.mode) {
		case 'override':
			return succeed(codeReference(line.taxable ? 'TAX' : 'NON'));
		case 'codes': {
			const code = line.taxCode ? references.taxCodes.resolve(line.taxCode) : fail(taxCodeMissing(line.description));
			if (!code.ok) return code;
			const withTax = line.taxable ? plus(line.amount, line.tax ?? '0') : line.amount;
			return succeed({
				...codeReference(code.value),
				...(tax.inclusive ? { TaxInclusiveAmt: Number(inBooks(withTax, currency)) } : {}),
			});
		}
		case 'none':
			return succeed(isUnitedStates(company) && company.usesSalesTax ? codeReference('NON') : {});
	}
}

/** The same of a line for rounding, in a document that stands already. */
export const roundingTax = (amount: string, form: PlannedForm, books: Books): Outcome<QbRecord> =>
	lineTax({ amount, taxable: false, taxCode: form.rounding?.taxCode, description: 'Rounding' }, form, books);

const codeReference = (value: string): QbRecord => ({ TaxCodeRef: { value } });

/**
 * The tax of the whole document. The shop's figure is stated in every form, also 0: in the US as a total, elsewhere for each
 * rate, because there QuickBooks computes anew and a total alone counts for nothing.
 */
export function toTax(form: PlannedForm, books: Books): Outcome<QbRecord> {
	const { company } = books;
	const { tax, currency } = form;
	const inStates = isUnitedStates(company);
	switch (tax.mode) {
		case 'none':
			return succeed(inStates ? {} : { GlobalTaxCalculation: 'NotApplicable' });
		case 'codes': {
			if (inStates) return fail(codesInUnitedStates());
			if (!company.usesSalesTax) return isZero(tax.total) ? succeed({}) : fail(salesTaxOff(tax.total, currency));
			const byRate = shopTaxByRate(form, tax.total, books.references.taxCodes);
			if (!byRate.ok) return byRate;
			const lines = byRate.value ?? [];
			return succeed({
				GlobalTaxCalculation: tax.inclusive ? 'TaxInclusive' : 'TaxExcluded',
				TxnTaxDetail: { TotalTax: Number(tax.total), ...(lines.length > 0 ? { TaxLine: lines.map(toTaxLine) } : {}) },
			});
		}
		case 'override': {
			if (!inStates) return fail(notUnitedStates(company.country));
			if (!company.usesSalesTax) return isZero(tax.total) ? succeed({}) : fail(salesTaxOff(tax.total, currency));
			const taxed = form.lines.some((line) => line.kind === 'item' && line.taxable);
			if (!taxed && !isZero(tax.total)) return fail(taxWithoutTaxedLine(tax.total, currency));
			const code = tax.code ? books.references.taxCodes.resolve(tax.code) : undefined;
			if (code && !code.ok) return code;
			return succeed({
				TxnTaxDetail: { ...(code ? { TxnTaxCodeRef: { value: code.value } } : {}), TotalTax: Number(tax.total) },
			});
		}
	}
}

const toTaxLine = ({ rate, base, amount }: RateTax): QbRecord => ({
	DetailType: 'TaxLineDetail',
	Amount: Number(amount),
	TaxLineDetail: {
		TaxRateRef: { value: rate.id },
		PercentBased: true,
		TaxPercent: Number(rate.percent),
		NetAmountTaxable: Number(base),
	},
});

const notUnitedStates = (country: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'automated-tax-outside-us',
	message: `'Sales Tax' is set for a company in the US, and the QuickBooks company is in ${country}`,
	remedy: "Choose 'By Tax Code' under 'Sales Tax'",
});

const codesInUnitedStates = (): Failure => ({
	cause: 'configuration-invalid',
	reason: 'tax-codes-in-us',
	message: "'Sales Tax' says By Tax Code, and the QuickBooks company is in the US, where lines are only taxable or not",
	remedy: "Choose 'US Automated Sales Tax' or 'US With Own Tax Rates' under 'Sales Tax'",
});

const salesTaxOff = (total: string, currency: string): Failure =>
	refused(
		'sales-tax-off',
		`The order has ${total} ${currency} of sales tax, and sales tax is switched off in this QuickBooks company`,
		"Set up sales tax in QuickBooks and run the order again",
	);

const taxWithoutTaxedLine = (total: string, currency: string): Failure =>
	refused(
		'tax-without-taxed-line',
		`The order has ${total} ${currency} of sales tax, and the shop says of none of its lines that it was taxed`,
		'Enter this order by hand, and check how the shop taxes it',
	);

const taxCodeMissing = (description: string | undefined): Failure => ({
	cause: 'configuration-invalid',
	reason: 'tax-code-missing',
	message: `The line '${description ?? ''}' has no tax code`,
	remedy: "Fill 'Taxable Code' and 'Non-Taxable Code'",
});
