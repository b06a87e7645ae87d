import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { askByIds, type WireNode } from './ask-by-ids';
import { withAllPages } from './connection';
import { fetchEdits } from './fetch-edits';
import { allRefundIds, allTransactions, idsOf } from './fetch-lists';
import { fetchRefunds } from './fetch-refunds';
import { concernsOneOrder } from './one-order-fault';
import { FIRST, MORE_LINES, MORE_SHIPPING, ORDER_DETAILS } from './queries';
import { tailOf } from './shopify-order';
import type { ShopifyReading } from './to-order';

/** Of one order by the linear rule, a little to spare. */
export const ORDER_WORST_COST = 190;

/**
 * Orders with everything that belongs to them, in the order of the ids. One deleted meanwhile is left out. One of which Shopify
 * does not give everything says so: half an order is no order, and does not stop the others.
 */
export async function fetchDetails(session: ChannelSession, ids: string[]): Promise<Outcome<ShopifyReading[]>> {
	const orders = await askByIds(session, ORDER_DETAILS, ids, ORDER_WORST_COST);
	if (!orders.ok) return orders;
	const readings: ShopifyReading[] = [];
	for (const id of ids) {
		const order = orders.value.get(id);
		if (order === undefined) continue;
		const completed = await withAllParts(session, id, order);
		if (!completed.ok && !concernsOneOrder(completed.failure)) return fail(completed.failure);
		readings.push(completed.ok ? completed.value : { order, editSales: [], incomplete: completed.failure.message });
	}
	return await withRefunds(session, readings);
}

const PAGED = [
	{ field: 'lineItems', query: MORE_LINES },
	{ field: 'shippingLines', query: MORE_SHIPPING },
] as const;

/** An order whose lists go beyond what came at once, and the sales of its edits. */
async function withAllParts(session: ChannelSession, id: string, order: WireNode): Promise<Outcome<ShopifyReading>> {
	const paged = await withAllPages(session, id, 'order', order, PAGED);
	if (!paged.ok) return paged;
	const { transactions, refunds } = paged.value;
	const allPayments = await wholeList(transactions, FIRST.transactions, () => allTransactions(session, id));
	if (!allPayments.ok) return allPayments;
	const allRefunds = await wholeList(refunds, FIRST.refunds, () => allRefundIds(session, id));
	if (!allRefunds.ok) return allRefunds;
	const edits = order['edited'] === true ? await fetchEdits(session, id) : succeed([]);
	if (!edits.ok) return edits;
	return succeed({ order: { ...paged.value, transactions: allPayments.value, refunds: allRefunds.value }, editSales: edits.value });
}

/** A list that fills what was asked for at once may go on. */
const wholeList = async (list: unknown, first: number, all: () => Promise<Outcome<WireNode[]>>): Promise<Outcome<unknown>> =>
	Array.isArray(list) && list.length >= first ? await all() : succeed(list);

/** The details of all refunds of a page at once. */
async function withRefunds(session: ChannelSession, readings: ShopifyReading[]): Promise<Outcome<ShopifyReading[]>> {
	const whole = readings.filter(({ incomplete }) => incomplete === undefined);
	const refunds = await fetchRefunds(session, whole.flatMap(refundIdsOf));
	if (!refunds.ok) return refunds;
	return succeed(
		readings.map((reading) => {
			if (reading.incomplete !== undefined) return reading;
			const read = refundIdsOf(reading).map((id) => ({ id, refund: refunds.value.get(id) }));
			const missing = read.find(({ refund }) => !refund?.ok);
			if (missing) return { ...reading, incomplete: whyNotRead(missing) };
			return { ...reading, order: { ...(reading.order as WireNode), refunds: read.flatMap(({ refund }) => (refund?.ok ? [refund.value] : [])) } };
		}),
	);
}

const whyNotRead = ({ id, refund }: { id: string; refund: Outcome<WireNode> | undefined }): string =>
	refund?.ok === false ? refund.failure.message : `Shopify does not give its refund ${tailOf(id)}`;

const refundIdsOf = ({ order }: ShopifyReading): string[] => idsOf((order as WireNode)['refunds']);
