import { z } from '../vendor/zod';

/** What ShipStation sends where a value is meant: `null` and `""` for nothing, and now and then a number for a text. */

/** A row that was read, or what is wrong with it. */
export type ReadRow<T> = { success: true; data: T } | { success: false; error: { issues: Array<{ path: PropertyKey[]; message: string }> } };

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Text that may be absent; blanks at its ends are dropped. */
export const optionalText = z
	.unknown()
	.transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined));

/** An id that may be absent. */
export const optionalId = z.unknown().transform((value) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined));

/** An id that must be there. */
export const id = z.number('must be an id').int('must be an id');

/** A number that may be absent. */
export const optionalNumber = z.unknown().transform((value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined));

/** `false` when absent. */
export const flag = z.unknown().transform((value) => value === true);

/** A list that may be absent or null. */
export const listOf = <T extends z.ZodType>(entry: T) => z.preprocess((value) => (isNothing(value) ? [] : value), z.array(entry));

/** An object that may be absent or null. */
export const optionalObject = <T extends z.ZodType>(shape: T) =>
	z.preprocess((value) => (isNothing(value) ? undefined : value), shape.optional());
