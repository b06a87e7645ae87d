import { windowEnd, windowStart } from '../../shipstation/pacific-time';
import type { ListQuery } from '../../shipstation/read-list';
import type { OrderQuery } from '../channel';
import type { PageToken } from './page-token';

const DAY = 24 * 60 * 60_000;

/** The names of each pass: its window's parameters and its order. */
const PASSES = {
	modified: { start: 'modifyDateStart', end: 'modifyDateEnd', sortBy: 'ModifyDate', field: 'modifyDate' },
	created: { start: 'createDateStart', end: 'createDateEnd', sortBy: 'CreateDate', field: 'createDate' },
	placed: { start: 'orderDateStart', end: 'orderDateEnd', sortBy: 'OrderDate', field: 'orderDate' },
	newest: { start: 'orderDateStart', end: 'orderDateEnd', sortBy: 'OrderDate', field: 'orderDate' },
} as const;

export const firstToken = (query: OrderQuery): PageToken => ({
	pass: query.order === 'newest' ? 'newest' : query.by === 'placed' ? 'placed' : 'modified',
	...fromOf(query),
	page: 1,
	seen: [],
});

/** The second pass over a window: by when the orders came into ShipStation. Without a beginning the first one had them all. */
export const createdToken = (query: OrderQuery): PageToken | undefined =>
	query.from === undefined ? undefined : { pass: 'created', from: windowStart(query.from), page: 1, seen: [] };

function fromOf({ from, by }: OrderQuery): { from?: string } {
	return from === undefined ? {} : { from: windowStart(by === 'placed' ? daysLater(from, -1) : from) };
}

/** An order that knows only its day stands at California's midnight, which is up to a day away from the store's own. */
const daysLater = (instant: string, days: number): string => new Date(Date.parse(instant) + days * DAY).toISOString();

/** Everything of the request but page and size. */
export function ordersRequest(query: OrderQuery, token: PageToken, storeIds: readonly string[]): ListQuery {
	const names = PASSES[token.pass];
	return {
		...(token.from === undefined ? {} : { [names.start]: token.from }),
		...(query.to === undefined ? {} : { [names.end]: windowEnd(query.by === 'placed' ? daysLater(query.to, 1) : query.to) }),
		// ShipStation filters by one status or store at a time; by several it is done here.
		...(query.statuses.length === 1 ? { orderStatus: query.statuses[0]! } : {}),
		...(storeIds.length === 1 ? { storeId: storeIds[0]! } : {}),
		sortBy: names.sortBy,
		sortDir: token.pass === 'newest' ? 'DESC' : 'ASC',
	};
}

/** The second that a row stands at in its pass, by ShipStation's wall clock: `2026-03-01 09:30:00`. */
export function secondOf(row: unknown, pass: PageToken['pass']): string | undefined {
	const value = (row as Record<string, unknown> | null)?.[PASSES[pass].field];
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value) ? value.slice(0, 19).replace('T', ' ') : undefined;
}
