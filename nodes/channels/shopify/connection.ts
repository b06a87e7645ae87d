import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { ask } from './ask';
import { isNode, type WireNode } from './ask-by-ids';
import { withoutEnd } from './one-order-fault';

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
async function restOf(
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
		if (page >= MOST_PAGES) return fail(withoutEnd(`'${field}'`));
		const answered = await ask(session, { query, variables: { id, after } });
		if (!answered.ok) return answered;
		const record = answered.value.data[parent];
		const next = connectionOf(isNode(record) ? record[field] : undefined);
		nodes.push(...next.nodes);
		after = next.after === after ? undefined : next.after;
	}
	return succeed(nodes);
}

/**
 * A record whose connections go beyond what came at once, with all of each.
 * @param parent the field that the record is under when it is asked for by its id
 */
export async function withAllPages(
	session: ChannelSession,
	id: string,
	parent: string,
	record: WireNode,
	paged: ReadonlyArray<{ field: string; query: string }>,
): Promise<Outcome<WireNode>> {
	let whole = record;
	for (const { field, query } of paged) {
		const first = connectionOf(whole[field]);
		if (first.after === undefined) continue;
		const nodes = await restOf(session, query, id, parent, field, first);
		if (!nodes.ok) return nodes;
		whole = { ...whole, [field]: { nodes: nodes.value } };
	}
	return succeed(whole);
}
