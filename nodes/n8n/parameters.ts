import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

/**
 * Reads a parameter by its path (`options.overlapMinutes`). A parameter that is hidden or was never touched gives the
 * fallback; so does an empty one where the fallback is a number, as n8n keeps a cleared number field as an empty text.
 */
export interface ReadParameter {
	(path: string, fallback: string): string;
	(path: string, fallback: number): number;
	(path: string, fallback: boolean): boolean;
	(path: string, fallback: string[]): string[];
}

type Value = string | number | boolean | string[];

function typed(value: unknown, fallback: Value): Value {
	if (value === undefined || value === null) return fallback;
	if (typeof fallback === 'number') {
		const number = value === '' ? Number.NaN : Number(value);
		return Number.isFinite(number) ? number : fallback;
	}
	// The editor writes what the description declares; an expression may give a number or a date for a text.
	return typeof fallback === 'string' ? String(value) : (value as Value);
}

const reader = (get: (path: string, fallback: Value) => unknown): ReadParameter =>
	((path: string, fallback: Value) => typed(get(path, fallback), fallback)) as ReadParameter;

export const pollParameters = (context: IPollFunctions): ReadParameter =>
	reader((path, fallback) => context.getNodeParameter(path, fallback));

/** Evaluates expressions for the given item; read once, for item 0, where a parameter is not the item's own affair. */
export const itemParameters = (context: IExecuteFunctions, itemIndex: number): ReadParameter =>
	reader((path, fallback) => context.getNodeParameter(path, itemIndex, fallback));
