import { minorUnits, round, type Money } from '../order/money';
import { Big } from '../vendor/decimal';

/** QuickBooks keeps two decimals in every currency; a currency without cents has none. */
export const booksDecimals = (currency: string): number => Math.min(2, minorUnits(currency));

// Most amounts of a shop are whole cents already, and looking is cheaper than computing.
const wholeCents = /^(?!-0\.00)-?(?:0|[1-9]\d*)\.\d\d$/;

/** Rounded half up to what the books hold, and written with as many decimals. */
export function inBooks(amount: Money, currency: string): Money {
	const decimals = booksDecimals(currency);
	return decimals === 2 && wholeCents.test(amount) ? amount : round(amount, decimals);
}

/** Whether the books can hold the amount as it is. */
export const fitsBooks = (amount: Money, currency: string): boolean =>
	(booksDecimals(currency) === 2 && wholeCents.test(amount)) ||
	new Big(amount).eq(new Big(amount).round(booksDecimals(currency), Big.roundHalfUp));

/** Whether an amount has at most the ten digits before the point that QuickBooks holds. */
export const withinBooks = (amount: Money): boolean => !/^-?0*[1-9]\d{10}/.test(amount);

export const withCurrency = (amount: Money, currency: string): string => `${inBooks(amount, currency)} ${currency}`;
