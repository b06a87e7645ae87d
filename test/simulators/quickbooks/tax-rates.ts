import { Big } from 'big.js';
import type { Company } from './company';
import { cents, decimalOf, idIn, listOf, objectOf, type Json } from './wire-values';

/** One rate of a tax code, in the order in which the code's rates are applied. */
export interface SalesRate {
	readonly id: string;
	readonly percent: Big;
	/** `TaxOnAmountPlusTax` also taxes what the rates before it charged, `TaxOnTax` nothing but that. */
	readonly applies: 'TaxOnAmount' | 'TaxOnAmountPlusTax' | 'TaxOnTax';
}

/** What one rate charges. */
export interface RateTax {
	readonly rate: SalesRate;
	/** What the rate is applied to. */
	readonly base: Big;
	readonly tax: Big;
}

/** The sales rates of a tax code. */
export function salesRates(company: Company, code: Json): SalesRate[] {
	return listOf(objectOf(code.SalesTaxRateList).TaxRateDetail)
		.map((detail) => {
			const id = idIn(detail.TaxRateRef) ?? '';
			const { RateValue } = company.resolve('TaxRate', id);
			const rate = { id, percent: decimalOf(RateValue), applies: detail.TaxTypeApplicable as SalesRate['applies'] };
			return { rate, order: Number(detail.TaxOrder ?? 0) };
		})
		.sort((left, right) => left.order - right.order)
		.map(({ rate }) => rate);
}

/** What each rate charges on a net amount; `rounded` is applied to each of them. */
export function taxesOn(net: Big, rates: readonly SalesRate[], rounded: (tax: Big) => Big): RateTax[] {
	const taxes: RateTax[] = [];
	let charged = new Big(0);
	for (const rate of rates) {
		const base =
			rate.applies === 'TaxOnTax' ? charged : rate.applies === 'TaxOnAmountPlusTax' ? net.plus(charged) : net;
		const tax = rounded(base.times(rate.percent).div(100));
		charged = charged.plus(tax);
		taxes.push({ rate, base, tax });
	}
	return taxes;
}

/** The same taxes brought to another total, each in proportion; what rounding leaves goes to the last that is not zero. */
export function broughtTo(total: Big, taxes: readonly RateTax[], rounded: (tax: Big) => Big): RateTax[] {
	const computed = sumOf(taxes);
	// Taxes that cancel each other out have no proportion.
	if (computed.eq(0)) return taxes.map((each, index) => (index === 0 ? { ...each, tax: each.tax.plus(total) } : each));
	const shares = taxes.map((each) => ({ ...each, tax: rounded(each.tax.times(total).div(computed)) }));
	const last = shares.findLastIndex(({ tax }) => !tax.eq(0));
	const rest = total.minus(sumOf(shares));
	return shares.map((each, index) => (index === last ? { ...each, tax: each.tax.plus(rest) } : each));
}

export function sumOf(taxes: readonly RateTax[]): Big {
	return taxes.reduce((sum, { tax }) => sum.plus(tax), new Big(0));
}

/** A line of TxnTaxDetail as read back. */
export function taxLine({ rate, base, tax }: RateTax): Json {
	return {
		Amount: cents(tax),
		DetailType: 'TaxLineDetail',
		TaxLineDetail: {
			TaxRateRef: { value: rate.id },
			PercentBased: true,
			TaxPercent: Number(rate.percent.toString()),
			NetAmountTaxable: cents(base),
		},
	};
}

/** Rounds a tax to the smallest unit in which the company keeps the document's currency. */
export function taxRounding({ behaviour, settings }: Company, document: Json): (tax: Big) => Big {
	const currency = idIn(document.CurrencyRef) ?? settings.homeCurrency;
	const digits = behaviour.minorUnits === 'currency' && wholeCurrencies.has(currency) ? 0 : 2;
	return (tax) => tax.round(digits, Big.roundHalfUp);
}

const wholeCurrencies = new Set(['JPY', 'KRW', 'CLP', 'ISK', 'VND', 'XAF', 'XOF', 'XPF', 'PYG', 'UGX']);

/** The total with the deviation that people report added, as far as the company shows it. */
export function deviating({ behaviour }: Company, tax: Big): Big {
	return tax.eq(0) ? tax : tax.plus(behaviour.taxDeviation);
}
