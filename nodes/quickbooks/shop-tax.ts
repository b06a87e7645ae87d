import { absolute, compare, minus, plain, plus, round, sum, type Money } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { booksDecimals } from '../transaction/amounts';
import type { PlannedForm, PlannedItemLine } from '../transaction/plan';
import { Big } from '../vendor/decimal';
import type { CodeRate, TaxCodes } from './tax-codes';

/** The tax of one rate over a document. */
export interface RateTax {
	rate: CodeRate;
	/** What the rate is computed on. */
	base: Money;
	amount: Money;
}

/** The lines of one tax code. */
interface CodeLines {
	code: string;
	rates: CodeRate[];
	lines: PlannedItemLine[];
}

/**
 * The shop's tax, rate by rate, as QuickBooks files it: it computes tax anew from its codes, and takes over what is stated for
 * each rate. Where one code stands for several taxes each goes to the rate of its percentage, else in shares of what the rates
 * would come to. `undefined` where QuickBooks does not tell the rates of a code that is used.
 *
 * Fails where the shop's tax is not what the code comes to, by more than rounding: then it is the wrong code.
 */
export function shopTaxByRate(form: PlannedForm, total: Money, codes: TaxCodes): Outcome<RateTax[] | undefined> {
	const groups = groupsOf(form, codes);
	if (!groups.ok || groups.value === undefined) return groups as Outcome<undefined>;
	const decimals = booksDecimals(form.currency);
	const byRate = new Map<string, RateTax>();
	for (const group of groups.value) {
		const wrong = whyWrongCode(group, form, codes);
		if (wrong) return fail(wrong);
		for (const line of group.lines) {
			if (!line.taxable) continue;
			for (const { rate, base, amount } of ratesOfLine(line, group.rates)) {
				const before = byRate.get(rate.id);
				byRate.set(rate.id, { rate, base: plus(base, before?.base ?? '0'), amount: plus(amount, before?.amount ?? '0') });
			}
		}
	}
	return succeed(broughtTo(total, [...byRate.values()], decimals));
}

function groupsOf({ lines, txnDate }: PlannedForm, codes: TaxCodes): Outcome<CodeLines[] | undefined> {
	const groups = new Map<string, CodeLines>();
	for (const line of lines) {
		if (line.kind !== 'item' || !line.taxCode) continue;
		const code = codes.resolve(line.taxCode);
		if (!code.ok) return code;
		const known = groups.get(code.value);
		if (known) {
			known.lines.push(line);
			continue;
		}
		const rates = codes.ratesOf(code.value, txnDate);
		if (rates === undefined) return succeed(undefined);
		groups.set(code.value, { code: code.value, rates, lines: [line] });
	}
	return succeed([...groups.values()]);
}

/** What the rates come to on an amount, unrounded. */
function computed(amount: Money, rates: CodeRate[]): RateTax[] {
	const taxes: RateTax[] = [];
	let charged = '0';
	for (const rate of rates) {
		const base = rate.base === 'TaxOnTax' ? charged : rate.base === 'TaxOnAmountPlusTax' ? plus(amount, charged) : amount;
		const tax = new Big(base).times(rate.percent).div(100).toFixed();
		charged = plus(charged, tax);
		taxes.push({ rate, base, amount: tax });
	}
	return taxes;
}

function ratesOfLine({ amount, tax = '0', taxes = [] }: PlannedItemLine, rates: CodeRate[]): RateTax[] {
	const due = computed(amount, rates);
	const named = due.map((each) => ({ ...each, own: taxes.find(({ rate }) => rate !== undefined && plain(rate) === plain(each.rate.percent)) }));
	if (taxes.length === rates.length && rates.length > 1 && named.every(({ own }) => own) && new Set(named.map(({ own }) => own)).size === rates.length) {
		return named.map(({ own, ...each }) => ({ ...each, amount: own!.amount }));
	}
	return shared(tax, due);
}

/** The same taxes brought to another total, each in proportion; the last one takes what division leaves. */
function shared(total: Money, taxes: RateTax[]): RateTax[] {
	const whole = sum(taxes.map(({ amount }) => amount));
	let left = total;
	return taxes.map((each, index) => {
		const last = index === taxes.length - 1;
		const amount = last || compare(whole, '0') === 0 ? left : round(new Big(each.amount).times(total).div(whole).toFixed(), 6);
		left = minus(left, amount);
		return { ...each, amount };
	});
}

/** Rounded to what the books hold; what that leaves of the total goes to the largest. */
function broughtTo(total: Money, taxes: RateTax[], decimals: number): RateTax[] {
	const rounded = taxes.map((each) => ({ ...each, base: round(each.base, decimals), amount: round(each.amount, decimals) }));
	const rest = minus(total, sum(rounded.map(({ amount }) => amount)));
	const largest = rounded.reduce((most, { amount }, index) => (compare(absolute(amount), absolute(rounded[most]!.amount)) > 0 ? index : most), 0);
	return rounded.map((each, index) => (index === largest ? { ...each, amount: round(plus(each.amount, rest), decimals) } : each));
}

/**
 * Shops round each tax of each piece, of each line or of the whole, and amounts may have been converted; what is more than a
 * minor unit for each of these is another rate.
 */
function whyWrongCode({ code, rates, lines }: CodeLines, { currency }: PlannedForm, codes: TaxCodes): Failure | undefined {
	const net = sum(lines.map(({ amount }) => amount));
	const charged = sum(lines.map(({ taxable, tax = '0' }) => (taxable ? tax : '0')));
	const due = sum(computed(net, rates).map(({ amount }) => amount));
	const pieces = lines.reduce((all, { quantity = '1' }) => all + Math.max(1, Math.ceil(Number(quantity))), 0);
	const roundings = pieces * Math.max(1, rates.length) + lines.length;
	const tolerance = new Big(10).pow(-booksDecimals(currency)).times(roundings);
	if (new Big(charged).minus(due).abs().lte(tolerance)) return undefined;
	const decimals = booksDecimals(currency);
	return refused(
		'tax-code-does-not-fit',
		`The shop charged a tax of ${round(charged, decimals)} ${currency} on ${round(net, decimals)}, and the tax code '${codes.nameOf(code)}' comes to ${round(due, decimals)}`,
		"Give this tax a row of its own in 'Tax Codes' of Tax Options, or correct the code under 'Sales Tax'",
		{ charged: round(charged, decimals), computed: round(due, decimals), taxCode: codes.nameOf(code), currency },
	);
}
