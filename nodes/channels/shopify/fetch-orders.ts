import { succeed, type Outcome } from '../../outcome/outcome';
import { IANAZone } from '../../vendor/luxon';
import type { ChannelSession, OrderPage, OrderQuery } from '../channel';
import { identityHash } from '../order-hash';
import { ask } from './ask';
import { isNode, type WireNode } from './ask-by-ids';
import { connectionOf } from './connection';
import { fetchDetails } from './fetch-details';
import { ordersSearch } from './orders-search';
import { LIST_ORDERS } from './queries';
import { toOrder } from './to-order';

export const SHOPIFY = 'shopify';

/** A page is followed by its details; more at once only makes a broken page dearer to repeat. */
const LARGEST_PAGE = 50;

/**
 * Reads one page in stages: which orders there are, then their details in batches. Shopify's cursor stands for a time and an
 * id, so an order edited between two pages moves on and nothing slips past.
 */
export async function fetchOrders(session: ChannelSession, query: OrderQuery): Promise<Outcome<OrderPage>> {
	const first = Math.max(1, Math.min(query.pageSize, LARGEST_PAGE));
	const variables = { first, after: query.pageToken ?? null, ...ordersSearch(query) };
	const listed = await ask(session, { query: LIST_ORDERS, variables });
	if (!listed.ok) return listed;
	const page = connectionOf(listed.value.data['orders']);
	const ids = page.nodes.flatMap((node) => (isNode(node) && typeof node['id'] === 'string' && !isKnown(node, session, query) ? [node['id']] : []));
	const details = await fetchDetails(session, ids);
	if (!details.ok) return details;
	const timeZone = zoneOf(listed.value.data);
	const context = {
		channel: SHOPIFY,
		accountId: session.accountId,
		shopUrl: session.shopUrl,
		...(timeZone === undefined ? {} : { timeZone }),
		fetchedAt: new Date(session.clock.now()).toISOString(),
	};
	return succeed({
		orders: details.value.map((reading) => toOrder(reading, context)),
		...(page.after === undefined ? {} : { next: page.after }),
	});
}

/** What the overlap brings back would cost a second call on every poll. */
function isKnown(node: WireNode, { accountId }: ChannelSession, query: OrderQuery): boolean {
	const [id, updatedAt] = [node['legacyResourceId'], node['updatedAt']];
	if (!query.isKnown || typeof id !== 'string' || typeof updatedAt !== 'string') return false;
	return query.isKnown(identityHash({ channel: SHOPIFY, accountId, id }), updatedAt);
}

/** The shop's zone in an answer that asked for it. */
export function zoneOf(data: Record<string, unknown>): string | undefined {
	const shop = data['shop'];
	const zone = isNode(shop) ? shop['ianaTimezone'] : undefined;
	return typeof zone === 'string' && IANAZone.isValidZone(zone) ? zone : undefined;
}
