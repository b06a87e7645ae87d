import { isZero } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { PlannedItemLine, PlannedTax, PlannedForm } from '../transaction/plan';
import { isUnitedStates, type Company } from './company';
import type { QbRecord } from './quickbooks';
import type { Books } from './to-document';

/** The tax code of a line; `undefined` where none is sent. */
export function lineTaxCode(line: PlannedItemLine, tax: PlannedTax, books: Books): Outcome<string | undefined> {
	const { company, references } = books;
	switch (tax.mode) {
		case 'override':
			return succeed(line.taxable ? 'TAX' : 'NON');
		case 'codes':
			return line.taxCode ? references.taxCodes.resolve(line.taxCode) : fail(taxCodeMissing(line.description));
		case 'none':
			return succeed(isUnitedStates(company) && company.usesSalesTax ? 'NON' : undefined);
	}
}

/** The code of a line that is not to be taxed, in a document of this plan: that of its rounding item's like, or none. */
export function untaxedCode({ tax, lines }: PlannedForm, books: Books): Outcome<string | undefined> {
	const untaxed = lines.find((line): line is PlannedItemLine => line.kind === 'item' && !line.taxable);
	if (untaxed) return lineTaxCode(untaxed, tax, books);
	return tax.mode === 'codes' ? fail(taxCodeMissing('Rounding')) : succeed(isUnitedStates(books.company) ? 'NON' : undefined);
}

/** The tax of the whole document. The shop's figure is stated in every form, also 0. */
export function toTax(transaction: PlannedForm, company: Company): Outcome<QbRecord> {
	const { tax, currency } = transaction;
	const inStates = isUnitedStates(company);
	switch (tax.mode) {
		case 'none':
			return succeed(inStates ? {} : { GlobalTaxCalculation: 'NotApplicable' });
		case 'codes':
			return succeed({
				...(inStates ? {} : { GlobalTaxCalculation: 'TaxExcluded' }),
				TxnTaxDetail: { TotalTax: Number(tax.total) },
			});
		case 'override': {
			if (!inStates) return fail(notUnitedStates(company.country));
			if (!company.usesSalesTax) return isZero(tax.total) ? succeed({}) : fail(salesTaxOff(tax.total, currency));
			const taxed = transaction.lines.some((line) => line.kind === 'item' && line.taxable);
			if (!taxed && !isZero(tax.total)) return fail(taxWithoutTaxedLine(tax.total, currency));
			return succeed({ TxnTaxDetail: { TotalTax: Number(tax.total) } });
		}
	}
}

const notUnitedStates = (country: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'automated-tax-outside-us',
	message: `'Sales Tax' says US automated sales tax, and the QuickBooks company is in ${country}`,
	remedy: "Choose 'By Tax Code' under 'Sales Tax'",
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
