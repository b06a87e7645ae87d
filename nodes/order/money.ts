import { Big } from '../vendor/decimal';
import { z } from '../vendor/zod';
import { fromMillionths, isExact, millionths } from './millionths';

/** A decimal string: `-12.34`, at most six decimals, never a binary float. */
export const MONEY_PATTERN = /^-?\d{1,15}(\.\d{1,6})?$/;

export const moneySchema = z
	.string()
	.regex(MONEY_PATTERN, 'must be an amount as a decimal string, e.g. "12.34"');

export type Money = string;

/** An ISO 4217 code; whether it is one that the books know is the company's affair. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters, e.g. "USD"');

/**
 * Decimals of a currency's minor unit, from the runtime's CLDR data (ISO 4217: JPY 0, USD 2, KWD 3).
 * An unknown but well-formed code has 2, as CLDR says.
 */
export function minorUnits(currency: string): number {
	const known = minorUnitsByCurrency.get(currency);
	if (known !== undefined) return known;
	const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
	minorUnitsByCurrency.set(currency, digits);
	return digits;
}
const minorUnitsByCurrency = new Map<string, number>();

const supportedCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether ISO 4217 has this code. */
export const isKnownCurrency = (currency: string): boolean => supportedCurrencies.has(currency);

export const sum = (amounts: readonly Money[]): Money => {
	let total = 0;
	for (const amount of amounts) {
		total += millionths(amount);
		if (!isExact(total)) return sumOfAny(amounts);
	}
	return fromMillionths(total)!;
};

/** For sums that are finer or larger than whole millionths can be counted. */
function sumOfAny(amounts: readonly Money[]): Money {
	let total = new Big(0);
	for (const amount of amounts) if (!isZero(amount)) total = total.plus(amount);
	return total.toFixed();
}

export const plus = (a: Money, b: Money): Money => fromMillionths(millionths(a) + millionths(b)) ?? new Big(a).plus(b).toFixed();
export const minus = (a: Money, b: Money): Money => fromMillionths(millionths(a) - millionths(b)) ?? new Big(a).minus(b).toFixed();
export const negate = (a: Money): Money => fromMillionths(-millionths(a)) ?? new Big(0).minus(a).toFixed();
export const isZero = (a: Money): boolean => /^-?0*(?:\.0*)?$/.test(a);
export const isNegative = (a: Money): boolean => a.startsWith('-') && !isZero(a);
export const isPositive = (a: Money): boolean => !a.startsWith('-') && !isZero(a);
export const equals = (a: Money, b: Money): boolean => compare(a, b) === 0;
/** -1, 0 or 1. */
export const compare = (a: Money, b: Money): number => {
	if (a === b) return 0;
	const difference = millionths(a) - millionths(b);
	return Number.isNaN(difference) ? new Big(a).cmp(b) : difference > 0 ? 1 : difference < 0 ? -1 : 0;
};
export const absolute = (a: Money): Money => fromMillionths(Math.abs(millionths(a))) ?? new Big(a).abs().toFixed();

/** Rounded half up (away from zero) to `decimals`, always written with them: `5` → `5.00`. */
export const round = (amount: Money, decimals: number): Money => {
	const rounded = padded(amount, decimals) ?? new Big(amount).toFixed(decimals, Big.roundHalfUp);
	return /^-0(\.0+)?$/.test(rounded) ? rounded.slice(1) : rounded;
};

/** With as many decimals; `undefined` when it has more, or zeros at its beginning. Most amounts only need this. */
function padded(amount: Money, decimals: number): Money | undefined {
	const point = amount.indexOf('.');
	const missing = point < 0 ? decimals : decimals - (amount.length - point - 1);
	if (missing < 0 || /^-?0\d/.test(amount)) return undefined;
	return missing === 0 ? amount : `${amount}${point < 0 ? '.' : ''}${'0'.repeat(missing)}`;
}

/** One way to write each amount: `5.0` and `5.00` are `5`, `-0` is `0`. For comparing and hashing. */
export const plain = (amount: Money): string => {
	const text = amount.includes('.') ? withoutEndingZeros(amount) : amount;
	if (text === '-0' || text === '' || text === '-') return '0';
	return /^-?0\d/.test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : text;
};

// Done for every amount of every order, where a pattern that looks for the end costs several times as much.
function withoutEndingZeros(amount: Money): string {
	let end = amount.length;
	while (amount[end - 1] === '0') end -= 1;
	return amount.slice(0, amount[end - 1] === '.' ? end - 1 : end);
}

/** Rounded to the currency's minor unit. */
export const inCurrency = (amount: Money, currency: string): Money => round(amount, minorUnits(currency));
