import { woocommerce } from '../../nodes/channels/woocommerce/woocommerce';
import { isUnreadable } from '../../nodes/order/order';
import { standingClock } from '../simulators/shops/shop-clock';
import { ONE_MUG, TWO_SHIRTS_AND_A_MUG } from '../simulators/woocommerce/example-orders';
import {
	badGateway,
	cutJson,
	htmlInsteadOfJson,
	startWooCommerce,
	tooManyRequests,
	type WooCommerceSimulator,
} from '../simulators/woocommerce/index';
import { loopbackSession, type LoopbackSession } from './loopback-session';
import { QUERY, readAll } from './read-all';

const NOON = Date.parse('2026-03-10T12:00:00Z');
const SECOND = 1_000;
let shop: WooCommerceSimulator;
let session: LoopbackSession;

const basic = (key: string, secret: string) => ({ authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` });

beforeEach(async () => {
	shop = await startWooCommerce({ clock: standingClock(NOON) });
	session = loopbackSession(shop, basic(shop.keys.consumerKey, shop.keys.consumerSecret));
});

afterEach(async () => shop.close());

const add = (count: number, apart = SECOND): number[] =>
	Array.from({ length: count }, () => {
		const { id } = shop.store.addOrder(ONE_MUG);
		shop.clock.advance(apart);
		return id;
	});

const idsOf = (orders: Array<{ id: string }>): number[] => [...new Set(orders.map(({ id }) => Number(id)))];

test('orders come with what the shop holds to be true of them', async () => {
	const { id } = shop.store.addOrder(TWO_SHIRTS_AND_A_MUG);
	shop.store.pay(id);
	const [order] = await readAll(woocommerce, session);
	const [truth] = shop.orders();
	if (order === undefined || isUnreadable(order)) throw new Error('no order');
	expect(order).toMatchObject({ id: truth?.id, number: truth?.number, currency: truth?.currency, accountId: shop.accountId });
	expect(order.totals).toMatchObject({ total: truth?.total, refunded: truth?.refunded });
	expect(order.payments.map(({ method, amount }) => ({ method, amount }))).toEqual(truth?.tenders.map(({ method, amount }) => ({ method, amount })));
	expect(order.reconciliation?.balanced).toBe(true);
});

test('a refund is read with its lines, by one call more', async () => {
	const [id = 0] = add(2);
	shop.store.pay(id);
	shop.store.addRefund(id, { amount: '3.50', reason: 'goodwill' });
	const orders = await readAll(woocommerce, session);
	const refunded = orders.find((order) => order.id === String(id));
	expect(refunded).toMatchObject({ totals: { total: '10.97', refunded: '3.50' }, refunds: [{ amount: '3.50', adjustment: '3.50', reason: 'goodwill' }] });
	expect(shop.counters.refunds).toBe(1);
});

test('the bookmark\'s own second is read again: nothing that changed in it is lost', async () => {
	const ids = add(3, 0);
	const orders = await readAll(woocommerce, session, { from: new Date(NOON).toISOString() });
	expect(idsOf(orders)).toEqual(ids);
});

test.each([1, 2, 3, 5])('nothing is skipped when an order of page 1 is edited before page 2 is read (pages of %i)', async (pageSize) => {
	const ids = add(9);
	const orders = await readAll(woocommerce, session, { pageSize }, (page) => {
		if (page === 1) shop.store.setStatus(ids[0] ?? 0, 'on-hold');
	});
	expect(new Set(idsOf(orders))).toEqual(new Set(ids));
	expect(orders.findLast((order) => order.id === String(ids[0]))).toMatchObject({ channelStatus: 'on-hold' });
});

test.each([1, 2, 3, 5])('nor when all were changed in one single second (pages of %i)', async (pageSize) => {
	const ids = add(9, 0);
	shop.clock.advance(30 * SECOND);
	const orders = await readAll(woocommerce, session, { pageSize }, (page) => {
		if (page <= 2) shop.store.setStatus(ids[page - 1] ?? 0, 'on-hold');
	});
	expect(new Set(idsOf(orders))).toEqual(new Set(ids));
	for (const id of ids.slice(0, 2)) {
		expect(orders.findLast((order) => order.id === String(id))).toMatchObject({ channelStatus: 'on-hold' });
	}
});

test('nothing is skipped when an order is deleted between two pages of a period', async () => {
	const ids = add(7);
	const orders = await readAll(woocommerce, session, { by: 'placed', pageSize: 2 }, (page) => {
		if (page === 1) shop.store.deleteForGood(ids[0] ?? 0);
	});
	expect(idsOf(orders)).toEqual(ids);
});

test('a window of placed orders has its first second and not its last', async () => {
	const ids = add(5);
	const at = (index: number) => new Date(NOON + index * SECOND).toISOString();
	expect(idsOf(await readAll(woocommerce, session, { by: 'placed', from: at(1), to: at(3) }))).toEqual(ids.slice(1, 3));
	expect(idsOf(await readAll(woocommerce, session, { by: 'placed', from: at(1), to: at(3), pageSize: 1 }))).toEqual(ids.slice(1, 3));
});

test('samples are the newest orders', async () => {
	const ids = add(5);
	const page = await woocommerce.fetchPage(session, { ...QUERY, order: 'newest', pageSize: 2 });
	expect(page.ok && idsOf(page.value.orders)).toEqual(ids.slice(-2).reverse());
});

test('open checkouts and what was thrown away are no orders', async () => {
	const ids = add(3);
	shop.store.addOrder({ ...ONE_MUG, status: 'checkout-draft' });
	shop.store.addOrder({ ...ONE_MUG, status: 'auto-draft' });
	shop.store.trash(ids[0] ?? 0);
	expect(idsOf(await readAll(woocommerce, session))).toEqual(ids.slice(1));
});

test('only the asked-for statuses are read', async () => {
	const ids = add(3);
	shop.store.pay(ids[1] ?? 0);
	shop.store.setStatus(ids[2] ?? 0, 'on-hold');
	expect(new Set(idsOf(await readAll(woocommerce, session, { statuses: ['processing', 'on-hold'] })))).toEqual(new Set(ids.slice(1)));
});

test('an order that cannot be read stands in its place, with the field named, and stops no other', async () => {
	const ids = add(3);
	shop.store.spoil(ids[1] ?? 0, { total: 'a lot' });
	const orders = await readAll(woocommerce, session);
	expect(idsOf(orders)).toHaveLength(3);
	const spoilt = orders.find((order) => order.id === String(ids[1]));
	expect(spoilt).toMatchObject({ status: 'unreadable', number: String(ids[1]), reason: expect.stringContaining("'total' must be a number, not 'a lot'") });
});

test.each([
	['a maintenance page', htmlInsteadOfJson],
	['an answer that was cut off', cutJson],
	['a bad gateway', badGateway],
])('%s is asked again, and is temporary when it stays', async (_, fault) => {
	const ids = add(2);
	shop.faults.add(fault(1));
	expect(idsOf(await readAll(woocommerce, session))).toEqual(ids);
	shop.faults.add(fault(9));
	expect(await woocommerce.fetchPage(session, QUERY)).toMatchObject({ ok: false, failure: { cause: 'temporarily-unavailable' } });
});

test('the shop is left alone for as long as it says', async () => {
	add(1);
	shop.faults.add(tooManyRequests(7, 1));
	await readAll(woocommerce, session);
	expect(session.waits).toEqual([7_000]);
});

test('a wrong key is a matter of the credential', async () => {
	const stranger = loopbackSession(shop, basic('ck_wrong', 'cs_wrong'));
	expect(await woocommerce.fetchPage(stranger, QUERY)).toMatchObject({ ok: false, failure: { cause: 'credential-invalid' } });
});

test("the site's time zone is told", async () => {
	expect(await woocommerce.timeZone(session)).toEqual({ ok: true, value: 'America/Los_Angeles' });
});

test('a page token of another version is refused, not guessed at', async () => {
	expect(await woocommerce.fetchPage(session, { ...QUERY, pageToken: '2' })).toMatchObject({ ok: false, failure: { reason: 'page-token-unknown' } });
});
