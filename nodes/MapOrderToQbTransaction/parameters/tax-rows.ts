import { nameOf, textOf } from '../../n8n/read-value';
import type { TaxRowInput } from '../../transaction/settings/tax';

/**
 * The rows of the node's table, after those of the list that an expression gives. What is no row is handed on as it is, so that
 * the settings say what does not fit.
 */
export function readTaxRows({ taxCodes, taxCodesJson }: Record<string, unknown>): TaxRowInput[] {
	const table = (taxCodes as { rows?: unknown[] } | undefined)?.rows ?? [];
	return [...listOf(taxCodesJson), ...table].map((row) => rowOf(row) as TaxRowInput);
}

function listOf(value: unknown): unknown[] {
	if (value === undefined || value === null || value === '') return [];
	const list = typeof value === 'string' ? parsed(value) : value;
	return Array.isArray(list) ? list : [list];
}

function parsed(text: string): unknown {
	if (text.trim() === '') return [];
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function rowOf(row: unknown): unknown {
	if (row === null || typeof row !== 'object') return row;
	const { tax, rate, country, region, code } = row as Record<string, unknown>;
	return { tax: textOf(tax), rate: textOf(rate), country: textOf(country), region: textOf(region), code: nameOf(code) };
}
