import { MONEY_PATTERN, minorUnits } from '../order/money';
import { Big } from '../vendor/decimal';

/** The fields of an order that hold amounts. Rates and quantities are written as they come. */
const AMOUNTS: ReadonlySet<string> = new Set([
	...['gross', 'discount', 'net', 'tax', 'unitPrice', 'amount', 'fee', 'adjustment'],
	...['total', 'tip', 'duties', 'rounding', 'refunded', 'residual'],
]);

/**
 * Every amount written with at least its currency's decimals: `1.9` as `1.90`. People read these documents, and the same
 * amount is the same text from every channel. Further decimals are kept: nothing is rounded here.
 */
export function writeAmounts<T>(value: T, currency: string): T {
	if (Array.isArray(value)) return value.map((entry) => writeAmounts(entry, currency)) as T;
	if (typeof value !== 'object' || value === null) return value;
	const own = (value as { currency?: unknown }).currency;
	const decimals = typeof own === 'string' ? own : currency;
	const entries = Object.entries(value).map(([key, entry]) => [
		key,
		AMOUNTS.has(key) && typeof entry === 'string' ? written(entry, decimals) : writeAmounts(entry, decimals),
	]);
	return Object.fromEntries(entries) as T;
}

function written(amount: string, currency: string): string {
	if (!MONEY_PATTERN.test(amount)) return amount;
	const plain = new Big(amount).toFixed();
	const decimals = plain.split('.')[1]?.length ?? 0;
	return decimals >= minorUnits(currency) ? plain : new Big(amount).toFixed(minorUnits(currency));
}
