import type { OrderQuery } from '../channel';

const FIELD = {
	updated: { name: 'updated_at', sortKey: 'UPDATED_AT' },
	placed: { name: 'created_at', sortKey: 'CREATED_AT' },
} as const;

/**
 * The search of the `orders` query: `updated_at:>='2026-03-01T00:00:00Z'`. The default sort is PROCESSED_AT, so the sort
 * key is always given. https://shopify.dev/docs/api/usage/search-syntax
 */
export function ordersSearch(query: OrderQuery): { query: string | null; sortKey: string; reverse: boolean } {
	const { name, sortKey } = FIELD[query.by];
	const statuses = query.statuses.map((status) => `financial_status:${status.replace(/[^a-z_]/gi, '')}`);
	const terms = [
		...(query.from === undefined ? [] : [`${name}:>='${utc(query.from)}'`]),
		...(query.to === undefined ? [] : [`${name}:<'${utc(query.to)}'`]),
		...(statuses.length === 0 ? [] : [`(${statuses.join(' OR ')})`]),
	];
	return { query: terms.length === 0 ? null : terms.join(' AND '), sortKey, reverse: query.order === 'newest' };
}

const utc = (instant: string): string => new Date(instant).toISOString();
