/**
 * An amount as a whole number of millionths, the finest that `moneySchema` lets through; NaN when it is finer, no plain decimal, or
 * larger than a number holds exactly: nine thousand million.
 *
 * Whole numbers up to 2^53 add up without any rounding, so nothing of the precision of decimals is lost. Planning an order takes some
 * twenty sums and comparisons: by big.js they took a quarter of its time, and 17 of the 58 kB that it went through.
 */
export function millionths(amount: string): number {
	const negative = amount.startsWith('-');
	let units = 0;
	let decimals = -1;
	for (let index = negative ? 1 : 0; index < amount.length; index += 1) {
		const digit = amount.charCodeAt(index) - DIGIT_ZERO;
		if (digit >= 0 && digit <= 9) {
			units = units * 10 + digit;
			if (decimals >= 0) decimals += 1;
		} else if (amount[index] === '.' && decimals < 0) {
			decimals = 0;
		} else {
			return NaN;
		}
	}
	if (amount === '' || decimals > DECIMALS) return NaN;
	// What has become too large to be exact stays too large, so one look at the end is enough.
	const scaled = units * POWERS[DECIMALS - Math.max(0, decimals)]!;
	if (!isExact(scaled)) return NaN;
	return negative ? -scaled : scaled;
}

/** Whether a number of millionths is one that is told from its neighbours; NaN is none. */
export const isExact = (units: number): boolean => Math.abs(units) <= Number.MAX_SAFE_INTEGER;

const DIGIT_ZERO = 48;
const DECIMALS = 6;
const MILLION = 1_000_000;
const POWERS = [1, 10, 100, 1000, 10_000, 100_000, MILLION];

/** The amount of so many millionths, without zeros at its end; `undefined` when they are more than a number holds exactly, or none. */
export function fromMillionths(units: number): string | undefined {
	if (!isExact(units)) return undefined;
	const size = Math.abs(units);
	const rest = size % MILLION;
	// Subtracted first: a quotient of that size would be rounded.
	const whole = `${units < 0 ? '-' : ''}${(size - rest) / MILLION}`;
	return rest === 0 ? whole : `${whole}.${decimalsOf(rest)}`;
}

function decimalsOf(rest: number): string {
	const digits = String(MILLION + rest);
	let end = digits.length;
	while (digits[end - 1] === '0') end -= 1;
	return digits.slice(1, end);
}
