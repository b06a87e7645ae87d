import { minorUnits, round, type Money } from '../order/money';
import { Big } from '../vendor/decimal';

/** QuickBooks keeps two decimals in every currency; a currency without cents has none. */
export const booksDecimals = (currency: string): number => Math.min(2, minorUnits(currency));

/** Rounded half up to what the books hold. */
export const inBooks = (amount: Money, currency: string): Money => round(amount, booksDecimals(currency));

/** Whether the books can hold the amount as it is. */
export const fitsBooks = (amount: Money, currency: string): boolean =>
	new Big(amount).eq(new Big(amount).round(booksDecimals(currency), Big.roundHalfUp));

/** Amounts have at most ten digits before the point. */
export const LARGEST_AMOUNT = '9999999999';

export const withCurrency = (amount: Money, currency: string): string => `${inBooks(amount, currency)} ${currency}`;
