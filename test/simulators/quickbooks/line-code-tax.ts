import { Big } from 'big.js';
import type { Company } from './company';
import { businessFault, fault } from './faults';
import { itemLines } from './sales-lines';
import { keptShare, type SalesTax, type TaxBase } from './tax-base';
import { broughtTo, deviating, salesRates, sumOf, taxesOn, taxLine, taxRounding, type RateTax } from './tax-rates';
import { cents, decimalOf, idIn, isNumber, listOf, objectOf, type Json } from './wire-values';

/** Net and gross of a line must fit its tax code this well, else the gross amount is not believed. */
const believable = new Big('0.02');

/**
 * Tax outside the United States: the id of a code on every line, computed by the code's rates. Line by line, as Intuit's
 * own support explains it: each line's tax is rounded, and the rounded taxes are added. A TotalTax that was stated counts for
 * nothing; TaxLine amounts that were sent override the computation by rate.
 */
export function lineCodeTax(company: Company, document: Json, base: TaxBase): SalesTax {
	const sent = objectOf(document.TxnTaxDetail);
	if (document.GlobalTaxCalculation === 'NotApplicable') return withoutTax(sent);
	const rounded = taxRounding(company, document);
	const taxes = new Map<string, RateTax>();
	for (const line of itemLines(document)) {
		for (const tax of lineTaxes(company, document, line, keptShare(base), rounded)) add(taxes, tax);
	}
	if (company.behaviour.taxLines === 'taken') for (const line of listOf(sent.TaxLine)) override(taxes, line);
	const byRate = [...taxes.values()].map((each) => ({ ...each, tax: rounded(each.tax) }));
	const total = deviating(company, sumOf(byRate));
	return {
		total,
		detail: { TotalTax: cents(total), TaxLine: broughtTo(total, byRate, rounded).map(taxLine) },
	};
}

function withoutTax({ TotalTax }: Json): SalesTax {
	if (isNumber(TotalTax) && TotalTax !== 0) {
		throw fault(
			'6170',
			'Invalid TxnTaxDetail Error : not allowed when GlobalTaxCalculation is NotApplicable',
			'TxnTaxDetail',
		);
	}
	return { total: new Big(0), detail: { TotalTax: 0 } };
}

/** What each rate charges on a line, after its share of the discount. */
function lineTaxes(
	company: Company,
	document: Json,
	line: Json,
	keep: Big,
	rounded: (tax: Big) => Big,
): readonly RateTax[] {
	const detail = objectOf(line.SalesItemLineDetail);
	const codeId = idIn(detail.TaxCodeRef);
	if (codeId === undefined)
		throw businessFault('Make sure all your transactions have a sales tax code before you save.');
	const rates = salesRates(company, company.resolve('TaxCode', codeId));
	if (rates.length === 0) throw businessFault(`The tax code ${codeId} is for purchases only`);
	const amount = decimalOf(line.Amount);
	const exactly = (tax: Big): Big => tax;
	const perLine = company.behaviour.taxRounding === 'line' ? rounded : exactly;
	const computed = taxesOn(amount.times(keep), rates, perLine);
	if (document.GlobalTaxCalculation !== 'TaxInclusive' || company.behaviour.taxInclusive === 'net') return computed;
	if (!isNumber(detail.TaxInclusiveAmt)) return computed;
	// The gross amount that was charged decides, so the tax is what the net leaves of it.
	const charged = decimalOf(detail.TaxInclusiveAmt).minus(amount);
	const doubtful = charged
		.minus(sumOf(taxesOn(amount, rates, exactly)))
		.abs()
		.gt(believable);
	return doubtful ? computed : broughtTo(perLine(charged.times(keep)), computed, perLine);
}

function add(taxes: Map<string, RateTax>, { rate, base, tax }: RateTax): void {
	const before = taxes.get(rate.id);
	taxes.set(rate.id, {
		rate,
		base: base.plus(before?.base ?? 0),
		tax: tax.plus(before?.tax ?? 0),
	});
}

function override(taxes: Map<string, RateTax>, line: Json): void {
	const id = idIn(objectOf(line.TaxLineDetail).TaxRateRef) ?? '';
	const computed = taxes.get(id);
	if (computed === undefined) throw businessFault(`The tax rate ${id} is used by no line of the transaction`);
	if (isNumber(line.Amount)) taxes.set(id, { ...computed, tax: decimalOf(line.Amount) });
}
