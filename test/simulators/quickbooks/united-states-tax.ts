import { Big } from 'big.js';
import type { Company } from './company';
import { businessFault, fault, invalidReference } from './faults';
import { itemLines } from './sales-lines';
import { keptShare, type SalesTax, type TaxBase } from './tax-base';
import { broughtTo, deviating, salesRates, sumOf, taxesOn, taxLine, taxRounding, type SalesRate } from './tax-rates';
import { cents, decimalOf, defined, idIn, isNumber, objectOf, type Json } from './wire-values';

/**
 * Tax in the United States. Lines are TAX or NON; a stated TotalTax overrides automated sales tax and is prorated over the
 * rates, else QuickBooks computes: each rate on all that is taxable. A tax without any TAX line is refused.
 */
export function unitedStatesTax(company: Company, document: Json, base: TaxBase): SalesTax {
	const lines = itemLines(document);
	for (const line of lines) checkCode(codeOf(line));
	const taxed = lines.filter((line) => codeOf(line) === 'TAX');
	const sent = objectOf(document.TxnTaxDetail);
	const stated = isNumber(sent.TotalTax) ? decimalOf(sent.TotalTax) : undefined;
	if (stated !== undefined && !stated.eq(0) && taxed.length === 0) {
		throw businessFault('Sales tax was stated, but no line of the transaction is taxable');
	}
	const codeId = idIn(sent.TxnTaxCodeRef);
	if (codeId !== undefined && company.get('TaxCode', codeId) === undefined) throw invalidReference('TaxCode', codeId);
	const rounded = taxRounding(company, document);
	const sum = taxed.reduce((total, { Amount }) => total.plus(decimalOf(Amount)), new Big(0));
	const taxable = sum.times(document.ApplyTaxAfterDiscount === true ? keptShare(base) : 1);
	const computed = taxesOn(taxable, ratesInForce(company, codeId), rounded);
	const total = deviating(company, overriding(company, stated, codeId) ?? sumOf(computed));
	return {
		total,
		detail: defined({
			TxnTaxCodeRef: codeId === undefined ? undefined : { value: codeId },
			TotalTax: cents(total),
			TaxLine: total.eq(0) ? undefined : broughtTo(total, computed, rounded).map(taxLine),
		}),
	};
}

function checkCode(code: string): void {
	if (code === 'TAX' || code === 'NON') return;
	throw fault(
		'6100',
		`Invalid Line TaxCode in the request : For US, specify TAX or NON. Supplied value:${code}`,
		'TaxCodeRef',
	);
}

function codeOf(line: Json): string {
	return idIn(objectOf(line.SalesItemLineDetail).TaxCodeRef) ?? 'NON';
}

/** Automated sales tax finds the rate itself; without it and without a code, QuickBooks has none to apply. */
function ratesInForce(company: Company, codeId: string | undefined): SalesRate[] {
	const only = (percent: Big): SalesRate[] => [{ id: '3', percent, applies: 'TaxOnAmount' }];
	if (company.settings.partnerTaxEnabled === true) return only(new Big(company.settings.automatedTaxRate));
	const code = codeId === undefined ? undefined : company.get('TaxCode', codeId);
	const rates = code === undefined ? [] : salesRates(company, code);
	return rates.length === 0 ? only(new Big(0)) : rates;
}

function overriding(company: Company, stated: Big | undefined, codeId: string | undefined): Big | undefined {
	const { recomputesTax, taxOverride } = company.behaviour;
	if (recomputesTax || stated === undefined) return undefined;
	if (taxOverride === 'withCode' && codeId === undefined) return undefined;
	if (taxOverride === 'withoutCode' && codeId !== undefined) return undefined;
	return stated;
}
