import { Big } from '../vendor/decimal';
import { z } from '../vendor/zod';

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

export const sum = (amounts: Iterable<Money>): Money => {
	let total = new Big(0);
	for (const amount of amounts) total = total.plus(amount);
	return total.toFixed();
};

export const plus = (a: Money, b: Money): Money => new Big(a).plus(b).toFixed();
export const minus = (a: Money, b: Money): Money => new Big(a).minus(b).toFixed();
export const negate = (a: Money): Money => new Big(0).minus(a).toFixed();
// Asked for every amount of every order: to look at the digits costs a tenth of making a number of them.
export const isZero = (a: Money): boolean => /^-?0*(?:\.0*)?$/.test(a);
export const isNegative = (a: Money): boolean => a.startsWith('-') && !isZero(a);
export const equals = (a: Money, b: Money): boolean => a === b || new Big(a).eq(b);
/** -1, 0 or 1. */
export const compare = (a: Money, b: Money): number => new Big(a).cmp(b);
export const absolute = (a: Money): Money => new Big(a).abs().toFixed();

/** Rounded half up (away from zero) to `decimals`, always written with them: `5` → `5.00`. */
export const round = (amount: Money, decimals: number): Money => {
	const rounded = new Big(amount).toFixed(decimals, Big.roundHalfUp);
	return /^-0(\.0+)?$/.test(rounded) ? rounded.slice(1) : rounded;
};

/** One way to write each amount: `5.0` and `5.00` are `5`, `-0` is `0`. For comparing and hashing. */
export const plain = (amount: Money): string => {
	const text = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
	return text === '-0' || text === '' || text === '-' ? '0' : text.replace(/^(-?)0+(?=\d)/, '$1');
};

/** Rounded to the currency's minor unit. */
export const inCurrency = (amount: Money, currency: string): Money => round(amount, minorUnits(currency));
