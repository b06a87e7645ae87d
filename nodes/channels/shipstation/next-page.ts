import type { OrderQuery } from '../channel';
import { createdToken, secondOf } from './orders-request';
import type { PageToken } from './page-token';

type Id = number | string;

export const idOf = (row: unknown): Id | undefined => {
	const id = (row as { orderId?: unknown } | null)?.orderId;
	return typeof id === 'number' || typeof id === 'string' ? id : undefined;
};

/**
 * The token for the page after these rows, or `undefined` after the last one.
 * @param rows as they came, before anything was left out
 * @param full whether the page held as many rows as were asked for
 */
export function nextToken(query: OrderQuery, token: PageToken, rows: readonly unknown[], full: boolean): PageToken | undefined {
	if (!full) return token.pass === 'modified' ? createdToken(query) : undefined;
	if (token.pass === 'newest') return { ...token, page: token.page + 1 };
	const times = rows.map((row) => secondOf(row, token.pass));
	const last = times.findLast((time) => time !== undefined);
	const remembers = token.pass === 'placed';
	const idsAt = (second: string | undefined): Id[] => (remembers ? rows.filter((_, index) => times[index] === second).flatMap((row) => idOf(row) ?? []) : []);
	if (last !== undefined && (token.from === undefined || last > token.from)) return { pass: token.pass, from: last, page: 1, seen: idsAt(last) };
	// One second fills the page: only numbers lead on.
	return { ...token, page: token.page + 1, seen: [...token.seen, ...idsAt(last)] };
}
