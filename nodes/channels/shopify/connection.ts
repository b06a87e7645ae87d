import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { ask } from './ask';
import { isNode, type WireNode } from './ask-by-ids';

/** No order has that many pages of anything; a cursor that never ends must not hang the poll. */
const MOST_PAGES = 500;

export interface Connection {
	nodes: unknown[];
	/** Absent on the last page. */
	after?: string;
}

/** Reads a GraphQL connection; anything else is an empty one. */
export function connectionOf(value: unknown): Connection {
	if (!isNode(value)) return { nodes: [] };
	const nodes = Array.isArray(value['nodes']) ? value['nodes'] : [];
	const page = value['pageInfo'];
	const more = isNode(page) && page['hasNextPage'] === true && typeof page['endCursor'] === 'string';
	return { nodes, ...(more ? { after: page['endCursor'] as string } : {}) };
}

/**
 * The rest of a connection whose first page is there.
 * @param query with the variables `$id` and `$after`
 * @param parent the field that the record is under: `order`
 */
export async function restOf(
	session: ChannelSession,
	query: string,
	id: string,
	parent: string,
	field: string,
	first: Connection,
): Promise<Outcome<unknown[]>> {
	const nodes = [...first.nodes];
	let after = first.after;
	for (let page = 0; after !== undefined; page += 1) {
		if (page >= MOST_PAGES) return fail(endless(field));
		const answered = await ask(session, { query, variables: { id, after } });
		if (!answered.ok) return answered;
		const record = answered.value.data[parent];
		const next = connectionOf(isNode(record) ? record[field] : undefined);
		nodes.push(...next.nodes);
		after = next.after === after ? undefined : next.after;
	}
	return succeed(nodes);
}

const endless = (field: string) =>
	({
		cause: 'node-defect',
		reason: 'list-without-end',
		message: `Shopify's list '${field}' has no end`,
		remedy: 'Report it with the API version that is set',
	}) as const;

/** A record with one of its connections replaced by all of it. */
export const withNodes = (record: WireNode, field: string, nodes: unknown[]): WireNode => ({ ...record, [field]: { nodes } });
