import type { Order, UnreadableOrder } from '../../order/order';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession, OrderPage, OrderQuery } from '../channel';
import { identityHash } from '../order-hash';
import { sendWithRetry } from '../send-with-retry';
import type { ReadingContext } from '../unreadable-order';
import { isId } from '../wire-values';
import { faultOf, shapeFault } from './faults';
import { fetchRefunds } from './fetch-refunds';
import { nextToken, timeOf } from './next-page';
import { ordersRequest, secondOf } from './orders-request';
import { readToken, writeToken } from './page-token';
import { toOrder } from './to-order';

export const WOOCOMMERCE = 'woocommerce';

/** Not orders: what an open checkout or an unsaved form leaves behind, and what somebody has thrown away. */
const NOT_ORDERS: readonly unknown[] = ['auto-draft', 'checkout-draft', 'trash'];

/** Reads one page of orders, and the refunds of those that have any: one call more for each of them. */
export async function fetchOrders(session: ChannelSession, query: OrderQuery): Promise<Outcome<OrderPage>> {
	const token = query.pageToken === undefined ? undefined : readToken(query.pageToken);
	if (query.pageToken !== undefined && token === undefined) return fail(tokenUnknown);
	const request = ordersRequest(query, token);
	const answer = await sendWithRetry(session, request, (sent) => faultOf(sent) ?? shapeFault(sent, Array.isArray));
	if (!answer.ok) return answer;

	const rows = answer.value.body as unknown[];
	const next = nextToken(query, token, rows, rows.length >= Number(request.query?.['per_page']));
	const wanted = rows.filter((row) => !NOT_ORDERS.includes((row as { status?: unknown } | null)?.status) && isWithin(row, query));
	const context = contextOf(session);
	const orders: Array<Order | UnreadableOrder> = [];
	for (const row of wanted) {
		if (isKnown(row, session, query)) continue;
		const refunds = await refundsOf(session, row);
		if (!refunds.ok) return refunds;
		orders.push(toOrder({ order: row, refunds: refunds.value }, context));
	}
	// A window that ended is at its end, wherever the shop's list goes on.
	const ended = next?.kind === 'from' && query.to !== undefined && next.from >= secondOf(query.to);
	return succeed({ orders, ...(next === undefined || ended ? {} : { next: writeToken(next) }) });
}

/** Whether a row belongs to the window: plugins that replace WooCommerce's query are not all exact at its edges. */
function isWithin(row: unknown, query: OrderQuery): boolean {
	const time = timeOf(row, query.by);
	if (time === undefined) return true;
	return (query.from === undefined || time >= secondOf(query.from)) && (query.to === undefined || time < secondOf(query.to));
}

/** A refunded order that the overlap brings back would cost a call more on every poll. */
function isKnown(row: unknown, { accountId }: ChannelSession, query: OrderQuery): boolean {
	const { id, refunds } = (row ?? {}) as { id?: unknown; refunds?: unknown };
	if (!query.isKnown || !Array.isArray(refunds) || refunds.length === 0) return false;
	return query.isKnown(identityHash({ channel: WOOCOMMERCE, accountId, id: String(id) }), timeOf(row, 'updated'));
}

async function refundsOf(session: ChannelSession, row: unknown): Promise<Outcome<unknown[]>> {
	const { id, refunds } = (row ?? {}) as { id?: unknown; refunds?: unknown };
	const refunded = Array.isArray(refunds) && refunds.length > 0;
	return refunded && isId(id) ? fetchRefunds(session, String(id)) : succeed([]);
}

const contextOf = (session: ChannelSession): ReadingContext => {
	const timeZone = session.options['timeZone'];
	return {
		channel: WOOCOMMERCE,
		accountId: session.accountId,
		shopUrl: session.shopUrl,
		...(typeof timeZone === 'string' && timeZone !== '' ? { timeZone } : {}),
		fetchedAt: new Date(session.clock.now()).toISOString(),
	};
};

const tokenUnknown = {
	cause: 'node-defect',
	reason: 'page-token-unknown',
	message: 'The place to go on reading from is not one that this version wrote',
	remedy: 'Nothing is lost: the next poll begins at the bookmark again',
} as const;
