import type { Picked } from '../transaction/settings/picked';

/** Reads one parameter of the node by name. */
export type ReadValue = (name: string) => unknown;

/** The fields of a collection that the builder added; the others are absent. */
export const added = (read: ReadValue, collection: string): Record<string, unknown> =>
	(read(collection) || {}) as Record<string, unknown>;

export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The value of a resource locator, or of an expression that gives plain text. */
export const nameOf = (value: unknown): string =>
	textOf(value !== null && typeof value === 'object' ? (value as { value?: unknown }).value : value).trim();

/** A list gives ids; a plain text is a name. */
export function picked(value: unknown): Picked | undefined {
	const text = nameOf(value);
	if (!text) return undefined;
	const mode = value !== null && typeof value === 'object' ? (value as { mode?: unknown }).mode : 'name';
	return { by: mode === 'name' ? 'name' : 'id', value: text };
}

/** The rows of a table that the builder filled in; a row of nothing is none. */
export const rowsOf = (table: unknown, name: string): Array<Record<string, string>> => {
	const rows = ((table ?? {}) as Record<string, unknown>)[name];
	if (!Array.isArray(rows)) return [];
	return rows
		.map((row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, textOf(value).trim()])))
		.filter((row) => Object.values(row).some((value) => value !== ''));
};

/** The day of a date or of a moment, as whoever wrote it has it; other text stays as it is, and absent when there is none. */
export function dayOf(value: unknown): string | undefined {
	const text = textOf(value).trim();
	return /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 10) : text || undefined;
}
