import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { ask } from './ask';
import { BatchSize } from './batch-size';

/** A record of the answer as Shopify sent it; checked by the schema of the mapper. */
export type WireNode = Record<string, unknown>;

export const isNode = (value: unknown): value is WireNode =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads records by their ids, as many in one query as its cost allows, and fewer when Shopify finds that too costly.
 * @returns by id; a record that no longer exists is not in it
 */
export async function askByIds(
	session: ChannelSession,
	query: string,
	ids: string[],
	worstCost: number,
): Promise<Outcome<Map<string, WireNode>>> {
	const found = new Map<string, WireNode>();
	const batch = new BatchSize(worstCost);
	for (let at = 0; at < ids.length; ) {
		const asked = ids.slice(at, at + batch.current);
		const answered = await ask(session, { query, variables: { ids: asked } });
		if (!answered.ok) {
			if (answered.failure.reason === 'query-too-costly' && batch.halve(asked.length)) continue;
			return fail(answered.failure);
		}
		const nodes = answered.value.data['nodes'];
		for (const node of Array.isArray(nodes) ? nodes : []) {
			if (isNode(node) && typeof node['id'] === 'string') found.set(node['id'], node);
		}
		if (answered.value.cost !== undefined) batch.learn(answered.value.cost, asked.length);
		at += asked.length;
	}
	return succeed(found);
}
