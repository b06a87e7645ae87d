import { Big } from 'big.js';
import type { Company } from './company';
import { businessFault, fault, invalidReference } from './faults';
import { itemLines } from './sales-lines';
import { cents, decimalOf, defined, idIn, isNumber, listOf, objectOf, type Json } from './wire-values';

/** The tax of a document: its total and the TxnTaxDetail as read back. */
export interface SalesTax {
	readonly total: Big;
	readonly detail: Json;
}

/** A document's sums that tax is computed on. */
export interface TaxBase {
	readonly subtotal: Big;
	readonly discount: Big;
}

/**
 * Tax in the United States. Lines are TAX or NON; a stated TotalTax overrides automated sales tax, else QuickBooks
 * computes. A tax without any TAX line is refused.
 */
export function unitedStatesTax(company: Company, document: Json, base: TaxBase): SalesTax {
	const lines = itemLines(document);
	for (const line of lines) {
		const code = idIn(objectOf(line.SalesItemLineDetail).TaxCodeRef) ?? 'NON';
		if (code !== 'TAX' && code !== 'NON') {
			throw fault(
				'6100',
				`Invalid Line TaxCode in the request : For US, specify TAX or NON. Supplied value:${code}`,
				'TaxCodeRef',
			);
		}
	}
	if (!company.settings.usingSalesTax) return { total: new Big(0), detail: { TotalTax: 0 } };
	const sent = objectOf(document.TxnTaxDetail);
	const stated = isNumber(sent.TotalTax) ? decimalOf(sent.TotalTax) : undefined;
	const taxable = sum(lines.filter((line) => codeOf(line) === 'TAX'));
	const anyTaxLine = lines.some((line) => codeOf(line) === 'TAX');
	if (stated !== undefined && !stated.eq(0) && !anyTaxLine) {
		throw businessFault('Sales tax was stated, but no line of the transaction is taxable');
	}
	const codeId = idIn(sent.TxnTaxCodeRef);
	if (codeId !== undefined && company.get('TaxCode', codeId) === undefined) throw invalidReference('TaxCode', codeId);
	const rate = rateInForce(company, codeId);
	const computed = taxable
		.times(document.ApplyTaxAfterDiscount === true ? keptShare(base) : 1)
		.times(rate.percent)
		.div(100)
		.round(2, Big.roundHalfUp);
	const total = deviating(company, overrides(company, stated, codeId) ?? computed);
	return {
		total,
		detail: defined({
			TxnTaxCodeRef: codeId === undefined ? undefined : { value: codeId },
			TotalTax: cents(total),
			TaxLine: total.eq(0) ? undefined : [taxLine(rate.id, rate.percent, total, taxable)],
		}),
	};
}

/** Tax elsewhere: an id on every line, computed by rate; TaxLine amounts that were sent override the computation. */
export function taxByLineCodes(company: Company, document: Json, base: TaxBase): SalesTax {
	const mode = document.GlobalTaxCalculation ?? 'TaxExcluded';
	const sent = objectOf(document.TxnTaxDetail);
	if (mode === 'NotApplicable') {
		if (isNumber(sent.TotalTax) && sent.TotalTax !== 0) {
			throw fault(
				'6170',
				'Invalid TxnTaxDetail Error : not allowed when GlobalTaxCalculation is NotApplicable',
				'TxnTaxDetail',
			);
		}
		return { total: new Big(0), detail: { TotalTax: 0 } };
	}
	const byRate = new Map<string, { percent: Big; net: Big; tax: Big }>();
	for (const line of itemLines(document)) addLine(company, byRate, line, mode === 'TaxInclusive', keptShare(base));
	for (const line of listOf(sent.TaxLine)) override(byRate, line);
	const total = [...byRate.values()].reduce((all, { tax }) => all.plus(tax.round(2, Big.roundHalfUp)), new Big(0));
	return {
		total,
		detail: {
			TotalTax: cents(total),
			TaxLine: [...byRate].map(([id, { percent, net, tax }]) => taxLine(id, percent, tax, net)),
		},
	};
}

function addLine(
	company: Company,
	byRate: Map<string, { percent: Big; net: Big; tax: Big }>,
	line: Json,
	inclusive: boolean,
	keep: Big,
): void {
	const detail = objectOf(line.SalesItemLineDetail);
	const codeId = idIn(detail.TaxCodeRef);
	if (codeId === undefined)
		throw businessFault('Make sure all your transactions have a sales tax code before you save.');
	const code = company.resolve('TaxCode', codeId);
	const net = decimalOf(line.Amount).times(keep);
	for (const rateDetail of listOf(objectOf(code.SalesTaxRateList).TaxRateDetail)) {
		const id = idIn(rateDetail.TaxRateRef) ?? '';
		const percent = decimalOf(company.resolve('TaxRate', id).RateValue);
		// With inclusive prices the gross amount that was charged decides, so the tax is what the net leaves of it.
		const tax =
			inclusive && isNumber(detail.TaxInclusiveAmt)
				? decimalOf(detail.TaxInclusiveAmt).minus(decimalOf(line.Amount))
				: net.times(percent).div(100);
		const before = byRate.get(id) ?? { percent, net: new Big(0), tax: new Big(0) };
		byRate.set(id, { percent, net: before.net.plus(net), tax: before.tax.plus(tax) });
	}
}

function override(byRate: Map<string, { percent: Big; net: Big; tax: Big }>, line: Json): void {
	const id = idIn(objectOf(line.TaxLineDetail).TaxRateRef) ?? '';
	const computed = byRate.get(id);
	if (computed === undefined) throw businessFault(`The tax rate ${id} is used by no line of the transaction`);
	if (isNumber(line.Amount)) byRate.set(id, { ...computed, tax: decimalOf(line.Amount) });
}

function codeOf(line: Json): string {
	return idIn(objectOf(line.SalesItemLineDetail).TaxCodeRef) ?? 'NON';
}

function sum(lines: readonly Json[]): Big {
	return lines.reduce((total, line) => total.plus(decimalOf(line.Amount)), new Big(0));
}

/** What is left of each amount when the discount reduces the taxable base. */
function keptShare({ subtotal, discount }: TaxBase): Big {
	return subtotal.eq(0) ? new Big(1) : subtotal.minus(discount).div(subtotal);
}

function rateInForce(company: Company, codeId: string | undefined): { id: string; percent: Big } {
	if (company.settings.partnerTaxEnabled === true)
		return { id: '3', percent: new Big(company.settings.automatedTaxRate) };
	const code = codeId === undefined ? undefined : company.get('TaxCode', codeId);
	const id = idIn(listOf(objectOf(code?.SalesTaxRateList).TaxRateDetail)[0]?.TaxRateRef);
	// Without automated sales tax and without a code, QuickBooks has no rate to apply.
	return { id: id ?? '3', percent: id === undefined ? new Big(0) : decimalOf(company.get('TaxRate', id)?.RateValue) };
}

function overrides(company: Company, stated: Big | undefined, codeId: string | undefined): Big | undefined {
	const { recomputesTax, taxOverride } = company.behaviour;
	if (recomputesTax || stated === undefined) return undefined;
	if (taxOverride === 'withCode' && codeId === undefined) return undefined;
	if (taxOverride === 'withoutCode' && codeId !== undefined) return undefined;
	return stated;
}

function deviating(company: Company, tax: Big): Big {
	return tax.eq(0) ? tax : tax.plus(company.behaviour.taxDeviation);
}

function taxLine(rate: string, percent: Big, tax: Big, net: Big): Json {
	return {
		Amount: cents(tax),
		DetailType: 'TaxLineDetail',
		TaxLineDetail: {
			TaxRateRef: { value: rate },
			PercentBased: true,
			TaxPercent: Number(percent.toString()),
			NetAmountTaxable: cents(net),
		},
	};
}
