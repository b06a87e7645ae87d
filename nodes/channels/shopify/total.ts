import { absolute, compare, isZero, minorUnits, minus, plus, sum } from '../../order/money';
import type { OrderCharge } from '../../order/order';
import { Big } from '../../vendor/decimal';

interface Parts {
	currency: string;
	charges: OrderCharge[];
	tip: string;
	duties: string;
	rounding: string;
}

interface Deductions {
	/** What order edits removed, tax included. */
	removed: string;
	marketplaceTax: string;
}

/** Whether a total is what the parts add up to, but for a minor unit a piece, which `reconcile` shows apart. */
export function fits(total: string, parts: Parts): boolean {
	const all = sum([...parts.charges.flatMap(({ net, tax }) => [net, tax]), parts.tip, parts.duties, parts.rounding]);
	const tolerance = new Big(10).pow(-minorUnits(parts.currency)).times(Math.max(1, parts.charges.length));
	return compare(absolute(minus(total, all)), tolerance.toFixed()) <= 0;
}

/**
 * What the customer was charged by the seller: Shopify's total (before returns), with the till's rounding, without units that
 * were edited away and without tax that a marketplace remits.
 *
 * Whether `totalPriceSet` still counts removed units, and whether a channel's tax is in it, is not documented and differs with
 * how the order came about. So either is deducted when the parts then add up; when nothing fits both are, and the
 * order is marked unbalanced. Nothing but figures of Shopify's own is ever tried.
 */
export function totalOf(totalPrice: string, { removed, marketplaceTax }: Deductions, parts: Parts): string {
	const charged = plus(totalPrice, parts.rounding);
	const without = (...deductions: string[]) => deductions.reduce((total, deduction) => minus(total, deduction), charged);
	const expected = without(removed, marketplaceTax);
	const candidates = [
		expected,
		...(isZero(removed) ? [] : [without(marketplaceTax)]),
		...(isZero(marketplaceTax) ? [] : [without(removed)]),
		...(isZero(removed) || isZero(marketplaceTax) ? [] : [charged]),
	];
	return candidates.find((candidate) => fits(candidate, parts)) ?? expected;
}
