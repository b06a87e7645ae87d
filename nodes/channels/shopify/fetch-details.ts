import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { ask } from './ask';
import { askByIds, isNode, type WireNode } from './ask-by-ids';
import { connectionOf, restOf, withNodes } from './connection';
import { fetchEdits } from './fetch-edits';
import { fetchRefunds } from './fetch-refunds';
import { ALL_REFUNDS, ALL_TRANSACTIONS, FIRST, MORE_LINES, MORE_SHIPPING, ORDER_DETAILS, REST } from './queries';
import type { ShopifyReading } from './to-order';

/** Of one order by the linear rule, a little to spare. */
export const ORDER_WORST_COST = 190;

/** Orders with everything that belongs to them, in the order of the ids. One deleted meanwhile is left out. */
export async function fetchDetails(session: ChannelSession, ids: string[]): Promise<Outcome<ShopifyReading[]>> {
	const orders = await askByIds(session, ORDER_DETAILS, ids, ORDER_WORST_COST);
	if (!orders.ok) return orders;
	const whole: WireNode[] = [];
	for (const id of ids) {
		const order = orders.value.get(id);
		if (order === undefined) continue;
		const completed = await withAllParts(session, id, order);
		if (!completed.ok) return completed;
		whole.push(completed.value);
	}
	const refunds = await fetchRefunds(session, whole.flatMap(refundIdsOf));
	if (!refunds.ok) return refunds;
	const readings: ShopifyReading[] = [];
	for (const order of whole) {
		const edits = order['edited'] === true ? await fetchEdits(session, String(order['id'])) : succeed([]);
		if (!edits.ok) return edits;
		const details = refundIdsOf(order).flatMap((id) => refunds.value.get(id) ?? []);
		readings.push({ order: { ...order, refunds: details }, editSales: edits.value });
	}
	return succeed(readings);
}

/** An order whose lists go beyond what came at once. */
async function withAllParts(session: ChannelSession, id: string, order: WireNode): Promise<Outcome<WireNode>> {
	let whole = order;
	for (const { field, query } of PAGED) {
		const first = connectionOf(whole[field]);
		if (first.after === undefined) continue;
		const nodes = await restOf(session, query, id, 'order', field, first);
		if (!nodes.ok) return nodes;
		whole = withNodes(whole, field, nodes.value);
	}
	for (const { field, query, first, most } of LISTED) {
		const list = whole[field];
		if (!Array.isArray(list) || list.length < first) continue;
		const all = await allOf(session, query, id, field, most);
		if (!all.ok) return all;
		whole = { ...whole, [field]: all.value };
	}
	return succeed(whole);
}

const PAGED = [
	{ field: 'lineItems', query: MORE_LINES },
	{ field: 'shippingLines', query: MORE_SHIPPING },
] as const;

const LISTED = [
	{ field: 'transactions', query: ALL_TRANSACTIONS, first: FIRST.transactions, most: REST.transactions },
	{ field: 'refunds', query: ALL_REFUNDS, first: FIRST.refunds, most: REST.refunds },
] as const;

/** A list that cannot be paged. One that fills even the larger answer may be cut off, and a part would be a wrong amount. */
async function allOf(
	session: ChannelSession,
	query: string,
	id: string,
	field: string,
	most: number,
): Promise<Outcome<unknown[]>> {
	const answered = await ask(session, { query, variables: { id } });
	if (!answered.ok) return answered;
	const order = answered.value.data['order'];
	const list = isNode(order) ? order[field] : undefined;
	if (!Array.isArray(list)) return succeed([]);
	if (list.length < most) return succeed(list);
	return fail({
		cause: 'node-defect',
		reason: 'list-too-long',
		message: `Order ${id} has ${most} '${field}' or more, which cannot all be read`,
		remedy: 'Enter this order by hand, and leave it out by a start date after it',
	});
}

const refundIdsOf = (order: WireNode): string[] =>
	(Array.isArray(order['refunds']) ? order['refunds'] : []).flatMap((refund) =>
		isNode(refund) && typeof refund['id'] === 'string' ? [refund['id']] : [],
	);
