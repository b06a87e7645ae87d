import type { OrderQuery } from '../channel';
import { instantOf } from './dates';
import { secondOf } from './orders-request';
import type { PageToken } from './page-token';

/** The time that a row of the answer stands at in the query's order. */
export function timeOf(row: unknown, by: OrderQuery['by']): string | undefined {
	const value = (row as Record<string, unknown> | null)?.[by === 'updated' ? 'date_modified_gmt' : 'date_created_gmt'];
	const instant = typeof value === 'string' ? instantOf(value) : undefined;
	return instant === undefined ? undefined : secondOf(instant);
}

const idOf = (row: unknown): string => {
	const id = (row as { id?: unknown } | null)?.id;
	return typeof id === 'number' || typeof id === 'string' ? String(id) : '';
};

/**
 * The token for the page after these rows, or `undefined` after the last one.
 * @param full whether the page held as many rows as were asked for
 */
export function nextToken(
	query: OrderQuery,
	token: PageToken | undefined,
	rows: unknown[],
	full: boolean,
): PageToken | undefined {
	if (query.order === 'newest') {
		return full ? { kind: 'page', page: (token?.kind === 'page' ? token.page : 1) + 1 } : undefined;
	}
	if (token?.kind === 'second') {
		return full
			? { ...token, seen: [...token.seen, ...rows.map(idOf)] }
			: { kind: 'from', from: secondOf(token.second, 1) };
	}
	if (!full) return undefined;
	const times = rows.map((row) => timeOf(row, query.by));
	const last = times.at(-1);
	// Without a time to go on from, numbers are what is left.
	if (last === undefined) return { kind: 'page', page: (token?.kind === 'page' ? token.page : 1) + 1 };
	return times.every((time) => time === last)
		? { kind: 'second', second: last, seen: rows.map(idOf) }
		: { kind: 'from', from: last };
}
