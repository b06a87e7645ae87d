import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

/**
 * Reads a parameter by its path (`options.overlapMinutes`). A parameter that is hidden or was never touched gives the
 * fallback; so does an empty one where the fallback is a number, as n8n keeps a cleared number field as an empty text.
 */
export type ReadParameter = <T extends string | number | boolean | string[]>(path: string, fallback: T) => T;

const typed = <T>(value: unknown, fallback: T): T => {
	if (value === undefined || value === null) return fallback;
	if (typeof fallback === 'number') {
		const number = value === '' ? Number.NaN : Number(value);
		return Number.isFinite(number) ? (number as T) : fallback;
	}
	return value as T;
};

export const pollParameters =
	(context: IPollFunctions): ReadParameter =>
	(path, fallback) =>
		typed(context.getNodeParameter(path, fallback), fallback);

/** Evaluates expressions for the given item; read once, for item 0, where a parameter is not the item's own affair. */
export const itemParameters =
	(context: IExecuteFunctions, itemIndex: number): ReadParameter =>
	(path, fallback) =>
		typed(context.getNodeParameter(path, itemIndex, fallback), fallback);
