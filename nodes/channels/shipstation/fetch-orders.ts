import type { UnreadableOrder } from '../../order/order';
import type { Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { Access } from '../../shipstation/ask';
import { Pacer } from '../../shipstation/pacer';
import { BROKEN, ORDERS, readStretch } from '../../shipstation/read-list';
import { LARGEST_PAGE } from '../../shipstation/shipstation';
import type { ChannelSession, OrderPage, OrderQuery } from '../channel';
import { unreadableOrder } from '../unreadable-order';
import { idOf, nextToken } from './next-page';
import { firstToken, ordersRequest } from './orders-request';
import { readToken, writeToken } from './page-token';
import type { KnownStore, MarketplaceTax } from './remitter';
import { knownStores } from './stores';
import { toOrder, type PartsChoice, type ShipStationContext } from './to-order';
import { isWanted } from './wanted';

export const SHIPSTATION = 'shipstation';

/** What one session needs over all of its pages. */
interface Reading {
	access: Access;
	stores?: ReadonlyMap<string, KnownStore>;
}

const readings = new WeakMap<ChannelSession, Reading>();

function readingOf(session: ChannelSession): Reading {
	const known = readings.get(session);
	if (known) return known;
	const made: Reading = { access: { send: session.send, clock: session.clock, pacer: new Pacer() } };
	readings.set(session, made);
	return made;
}

/** Reads one page of orders; the account's stores are read once a session. */
export async function fetchOrders(session: ChannelSession, query: OrderQuery): Promise<Outcome<OrderPage>> {
	const token = query.pageToken === undefined ? firstToken(query) : readToken(query.pageToken);
	if (token === undefined) return fail(tokenUnknown);
	const reading = readingOf(session);
	if (!reading.stores) {
		const stores = await knownStores(reading.access);
		if (!stores.ok) return stores;
		reading.stores = stores.value;
	}
	const storeIds = String(session.options['storeIds'] ?? '').split(',').filter((id) => id !== '');
	const size = Math.max(1, Math.min(query.pageSize, LARGEST_PAGE));
	const read = await readStretch(reading.access, ORDERS, ordersRequest(query, token, storeIds), (token.page - 1) * size, size);
	if (!read.ok) return read;

	const { rows } = read.value;
	const context = contextOf(session, reading.stores);
	const orders = rows.flatMap((row, index) =>
		row === BROKEN ? [brokenOrder(rows[index - 1], context)] : isWanted(row, { query, token, storeIds, context }) ? [toOrder(row, context)] : [],
	);
	const next = nextToken(query, token, rows, rows.length >= size);
	return succeed({ orders, ...(next ? { next: writeToken(next) } : {}) });
}

function brokenOrder(before: unknown, context: ShipStationContext): UnreadableOrder {
	const after = idOf(before);
	const where = after === undefined ? 'at the beginning of a page' : `right after order ${after}`;
	return unreadableOrder(
		context,
		{},
		`ShipStation answers with an error of its own (status 500) whenever it is asked for the order that stands ${where} in its list. Open it in ShipStation and save it again, or ask ShipStation's support`,
		{ after: after ?? null },
	);
}

function contextOf(session: ChannelSession, stores: ReadonlyMap<string, KnownStore>): ShipStationContext {
	const option = (name: string): string => String(session.options[name] ?? '');
	return {
		channel: SHIPSTATION,
		accountId: session.accountId,
		shopUrl: session.shopUrl,
		...(option('timeZone') === '' ? {} : { timeZone: option('timeZone') }),
		fetchedAt: new Date(session.clock.now()).toISOString(),
		currency: option('currency'),
		stores,
		marketplaceTax: (option('marketplaceTax') || 'needsAttention') as MarketplaceTax,
		parts: (option('splitAndMerged') || 'needsAttention') as PartsChoice,
	};
}

const tokenUnknown: Failure = {
	cause: 'node-defect',
	reason: 'page-token-unknown',
	message: 'The place to go on reading from is not one that this version wrote',
	remedy: 'Nothing is lost: the next poll begins at the bookmark again',
};
