import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { ask } from './ask';
import { askByIds, isNode, type WireNode } from './ask-by-ids';
import { tooLong } from './one-order-fault';
import { REFUND_IDS, TRANSACTION_DETAILS, TRANSACTION_IDS } from './queries';

/** Of one transaction by the linear rule, a little to spare. */
export const TRANSACTION_WORST_COST = 8;

/** Shopify's largest page: a list of just so many may have been cut off there. https://shopify.dev/docs/api/usage/pagination-graphql */
const LARGEST_PAGE = 250;

/** All transactions of an order of many. A part of them would be a wrong amount, so fewer than there are is a failure. */
export async function allTransactions(session: ChannelSession, id: string): Promise<Outcome<WireNode[]>> {
	const order = await orderOf(session, TRANSACTION_IDS, id);
	if (!order.ok) return order;
	const ids = idsOf(order.value['transactions']);
	const { transactionsCount: total } = order.value;
	const count = isNode(total) ? Number(total['count']) : 0;
	if (count > ids.length) return fail(tooLong('transactions', ids.length, count));
	const details = await askByIds(session, TRANSACTION_DETAILS, ids, TRANSACTION_WORST_COST);
	if (!details.ok) return details;
	const transactions = ids.map((one) => details.value.get(one)).filter((one) => one !== undefined);
	if (transactions.length < ids.length) return fail(tooLong('transactions', transactions.length, ids.length));
	return succeed(transactions);
}

/** The ids of all refunds of an order of many; Shopify does not count them. */
export async function allRefundIds(session: ChannelSession, id: string): Promise<Outcome<WireNode[]>> {
	const order = await orderOf(session, REFUND_IDS, id);
	if (!order.ok) return order;
	const ids = idsOf(order.value['refunds']);
	if (ids.length === LARGEST_PAGE) return fail(tooLong('refunds', ids.length));
	return succeed(ids.map((one) => ({ id: one })));
}

async function orderOf(session: ChannelSession, query: string, id: string): Promise<Outcome<WireNode>> {
	const answered = await ask(session, { query, variables: { id } });
	if (!answered.ok) return answered;
	const order = answered.value.data['order'];
	return succeed(isNode(order) ? order : {});
}

export const idsOf = (list: unknown): string[] =>
	(Array.isArray(list) ? list : []).flatMap((entry) => (isNode(entry) && typeof entry['id'] === 'string' ? [entry['id']] : []));
