import { Big } from '../vendor/decimal';
import { z } from '../vendor/zod';

/**
 * What shops send where a value is meant: numbers as strings, strings as numbers, `null` and `""` for nothing. These
 * schemas take all of that, give plain values, and refuse only what has no meaning.
 */

// More digits or exponents than any amount has would cost minutes of arithmetic.
const DECIMAL = /^[+-]?(\d{1,15}(\.\d{0,60})?|\.\d{1,60})(e[+-]?\d{1,2})?$/i;

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** As a plain decimal with at most six decimals, or `undefined` when it is no number. */
function decimalText(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value).trim();
	if (!DECIMAL.test(text)) return undefined;
	const decimal = new Big(text.startsWith('.') ? `0${text}` : text.replace(/\.(?=e|$)/i, '')).round(6, Big.roundHalfUp);
	const plain = decimal.toFixed();
	if (!/^-?\d{1,15}(\.\d+)?$/.test(plain)) return undefined;
	// The shop's own way of writing (`19.90`) is kept where it is one that we allow.
	return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) && !/^-0+(\.0+)?$/.test(text) ? text : plain.replace(/^-(?=0+(\.0+)?$)/, '');
}

const toDecimal = (value: unknown, context: z.RefinementCtx): string => {
	const decimal = decimalText(value);
	if (decimal !== undefined) return decimal;
	context.addIssue({ code: 'custom', message: `must be a number, not ${shown(value)}` });
	return z.NEVER;
};

/** A value as it may stand in a sentence: short, and never an object's contents. */
const shown = (value: unknown): string =>
	isNothing(value) ? 'empty' : typeof value === 'object' ? 'a list or an object' : `'${String(value).slice(0, 30)}'`;

/** An amount that must be there, as a decimal string. */
export const amount = z.unknown().transform(toDecimal);

/** An amount that may be absent or empty: then it is `0`. */
export const amountOrZero = z.unknown().transform((value, context) => (isNothing(value) ? '0' : toDecimal(value, context)));

/** A number that may be absent or empty. */
export const optionalDecimal = z
	.unknown()
	.transform((value, context) => (isNothing(value) ? undefined : toDecimal(value, context)));

/** A count of pieces: zero or more, fractions allowed. Bookings of less than nothing are refunds, not orders. */
export const quantity = z.unknown().transform((value, context) => {
	const decimal = decimalText(value);
	if (decimal === undefined || decimal.startsWith('-')) {
		context.addIssue({ code: 'custom', message: `must be a quantity of zero or more, not ${shown(value)}` });
		return z.NEVER;
	}
	return decimal;
});

/** Whether a value is an id. Half a surrogate pair is in none: it fits neither into an address nor into QuickBooks. */
export const isId = (value: unknown): value is string | number =>
	typeof value === 'string' ? value !== '' && !/\p{Surrogate}/u.test(value) : typeof value === 'number' && Number.isSafeInteger(value);

/** An id as text, in the form that `write` gives it. */
export const idAs = (write: (text: string) => string) =>
	z.unknown().transform((value, context) => {
		if (isId(value)) return write(String(value));
		context.addIssue({ code: 'custom', message: `must be an id, not ${shown(value)}` });
		return z.NEVER;
	});

/** An id, as text. */
export const id = idAs((text) => text);

const plainText = (value: unknown): string | undefined => {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return undefined;
	const trimmed = value.trim();
	return trimmed === '' ? undefined : trimmed;
};

/** Text that only informs: anything but text and numbers counts as absent. */
export const optionalText = z.unknown().transform(plainText);

/** A yes or no that only informs; `false` when absent. */
export const flag = z.unknown().transform((value) => value === true || value === 'true' || value === 1 || value === 'yes');

/** A list that may be absent or `null`; PHP writes an empty object for an empty list now and then. */
export const listOf = <T extends z.ZodType>(entry: T) =>
	z.preprocess((value) => (isNothing(value) || isEmptyObject(value) ? [] : value), z.array(entry));

/** An object that may be absent; PHP writes `[]` or `""` for an empty one now and then. */
export const optionalObject = <T extends z.ZodType>(shape: T) =>
	z.preprocess((value) => (isNothing(value) || (Array.isArray(value) && value.length === 0) ? undefined : value), shape.optional());

const isEmptyObject = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
