import { shopify } from '../../nodes/channels/shopify/shopify';
import { isUnreadable } from '../../nodes/order/order';
import { GIFT_CARD, LAMPS_AND_RUG, ONE_LAMP, RUG } from '../simulators/shopify/example-orders';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from '../simulators/shopify/index';
import { standingClock } from '../simulators/shops/shop-clock';
import { loopbackSession, type LoopbackSession } from './loopback-session';
import { QUERY, readAll } from './read-all';

const NOON = Date.parse('2026-03-10T16:00:00Z');
const SECOND = 1_000;
let shop: ShopifySimulator;
let session: LoopbackSession;

const start = async (options: ShopifyOptions = {}, version = '2026-10') => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
	session = loopbackSession(shop, { 'x-shopify-access-token': shop.accessToken }, { apiVersion: version });
};

afterEach(async () => shop.close());

const add = (count: number, draft = ONE_LAMP): string[] =>
	Array.from({ length: count }, () => {
		const { id } = shop.store.addOrder(draft);
		shop.clock.advance(SECOND);
		return id;
	});

const idsOf = (orders: Array<{ id: string }>): string[] => orders.map(({ id }) => id);

test.each(['2026-07', '2026-10'])('orders come with what the shop holds to be true of them, on %s', async (version) => {
	await start({}, version);
	const [paid = '', authorized = '', cancelled = ''] = [...add(2, LAMPS_AND_RUG), ...add(1), ...add(1, { ...ONE_LAMP, taxesIncluded: true })];
	shop.store.pay(paid, 'gift_card', '20.00');
	shop.store.pay(paid);
	shop.store.authorize(authorized);
	shop.store.cancel(cancelled);
	const orders = await readAll(shopify, session);
	const truths = shop.orders();
	expect(orders).toHaveLength(4);
	for (const order of orders) {
		if (isUnreadable(order)) throw new Error(order.reason);
		const truth = truths.find(({ id }) => id === order.id);
		expect(order.totals).toMatchObject({ total: truth?.total, refunded: truth?.refunded });
		expect(order.reconciliation).toMatchObject({ balanced: true });
		expect(order.storeTimeZone).toBe('America/New_York');
		const received = order.payments.filter(({ kind }) => kind !== 'authorization' && kind !== 'void');
		expect(received.map(({ method, amount, tender }) => ({ method, amount, kind: tender }))).toEqual(truth?.tenders);
	}
});

test('an order of many lines is read to its last line', async () => {
	await start();
	add(1, { ...ONE_LAMP, lines: Array.from({ length: 130 }, () => ({ product: RUG, quantity: 1 })) });
	const [order] = await readAll(shopify, session);
	if (order === undefined || isUnreadable(order)) throw new Error('no order');
	expect(order.lines).toHaveLength(130);
	expect(order.reconciliation?.balanced).toBe(true);
});

describe('an order of many', () => {
	const manyPayments = (count: number): string => {
		const [id = ''] = add(1, { ...LAMPS_AND_RUG, lines: [{ product: RUG, quantity: count }] });
		for (let part = 1; part < count; part += 1) shop.store.pay(id, 'manual', '1.00');
		shop.store.pay(id);
		return id;
	};

	test.each(['strict', 'lenient'] as const)('payments and refunds is read to the last of them, by %s costs, with its neighbours', async (costMode) => {
		await start({ costMode });
		const [before = ''] = add(1);
		const id = manyPayments(130);
		const lineId = shop.store.find(id)!.amounts.lines[0]!.id;
		for (let part = 0; part < 100; part += 1) shop.store.refund(id, { lines: [{ lineId, quantity: 1 }] });
		const [after = ''] = add(1);
		const orders = await readAll(shopify, session);
		expect(new Set(idsOf(orders))).toEqual(new Set([before, id, after]));
		const order = orders.find((one) => one.id === id)!;
		if (isUnreadable(order)) throw new Error(order.reason);
		const truth = shop.orders().find((one) => one.id === id)!;
		expect(order.payments).toHaveLength(130);
		expect(order.refunds).toHaveLength(100);
		expect(order.totals).toMatchObject({ total: truth.total, refunded: truth.refunded });
		expect(order.reconciliation).toMatchObject({ balanced: true });
	});

	test('payments, one refund of which went back to each, has all of its refund', async () => {
		await start();
		const id = manyPayments(12);
		shop.store.refund(id, { discrepancy: '100.00' });
		const [order] = await readAll(shopify, session);
		expect(order).toMatchObject({ totals: { refunded: '100.00' }, refunds: [{ amount: '100.00' }] });
	});

	const cutTo = (length: number, field: 'transactions' | 'refunds') =>
		shop.faults.add({
			matches: ({ body }) => body.includes(field === 'refunds' ? 'RefundIds' : 'TransactionIds'),
			times: 9,
			effect: (answer) => {
				const body = answer.body as { data: { order: Record<string, unknown[]> } };
				const list = body.data.order[field]!;
				body.data.order[field] = Array.from({ length }, (_, index) => list[index % list.length]!);
				return answer;
			},
		});

	test.each([
		['transactions', 5, "Order 1002 cannot be read: Shopify gives 5 of its 'transactions', and there are 135"],
		['refunds', 250, "Order 1002 cannot be read: Shopify gives 250 of its 'refunds', and there may be more"],
	] as const)('%s that Shopify does not give wholly is unreadable with its id, and stops no other', async (field, length, reason) => {
		await start();
		const [before = ''] = add(1);
		const id = manyPayments(130);
		for (let part = 0; part < 5; part += 1) shop.store.refund(id, { discrepancy: '1.00' });
		const [after = ''] = add(1);
		cutTo(length, field);
		const orders = await readAll(shopify, session);
		expect(new Set(idsOf(orders))).toEqual(new Set([before, id, after]));
		expect(orders.filter(isUnreadable)).toMatchObject([{ id, number: '1002', reason }]);
	});
});

test('pages follow one another and nothing is skipped when an order moves between them', async () => {
	await start();
	const ids = add(7);
	const orders = await readAll(shopify, session, { pageSize: 3 }, (page) => {
		if (page === 1) shop.store.pay(ids[0] ?? '');
	});
	expect(new Set(idsOf(orders))).toEqual(new Set(ids));
	expect(orders.findLast((order) => order.id === ids[0])).toMatchObject({ paymentStatus: 'paid' });
});

test('a window of placed orders has its first second and not its last', async () => {
	await start();
	const ids = add(5);
	const at = (index: number) => new Date(NOON + index * SECOND).toISOString();
	expect(idsOf(await readAll(shopify, session, { by: 'placed', from: at(1), to: at(3) }))).toEqual(ids.slice(1, 3));
	expect(idsOf(await readAll(shopify, session, { by: 'placed', order: 'newest' }))).toEqual([...ids].reverse());
});

test('a sold gift card is a liability', async () => {
	await start();
	add(1, { ...ONE_LAMP, lines: [{ product: GIFT_CARD, quantity: 1 }] });
	const [order] = await readAll(shopify, session);
	expect(order).toMatchObject({ lines: [{ kind: 'giftCard', net: '50.00', tax: '0.00' }] });
});

test('a refusal for speed is waited out, as long as the points take', async () => {
	await start({ limit: { maximum: 1_000, restoreRate: 50 } });
	const ids = add(30, LAMPS_AND_RUG);
	const orders = await readAll(shopify, session, { pageSize: 30 });
	expect(idsOf(orders)).toEqual(ids);
	expect(shop.counters.throttled).toBeLessThanOrEqual(5);
	for (const wait of session.waits) expect(wait).toBeLessThanOrEqual(20_000);
});

test('a query found too costly is asked again for half as many orders', async () => {
	await start();
	const ids = add(5);
	const tooCostly = { status: 200, body: { errors: [{ message: 'too costly', extensions: { code: 'MAX_COST_EXCEEDED', cost: 1_200, maxCost: 1_000 } }] } };
	shop.faults.add({ skip: 1, times: 1, effect: tooCostly });
	expect(idsOf(await readAll(shopify, session))).toEqual(ids);
	const asked = session.sent.map(({ body }) => (body as { variables: { ids?: string[] } }).variables.ids?.length);
	expect(asked.slice(0, 3)).toEqual([undefined, 5, 2]);
});

test('an HTML page is temporary, and is asked again first', async () => {
	await start();
	add(1);
	shop.faults.add({ times: 9, effect: { status: 200, body: '<html><body>One moment</body></html>' } });
	expect(await shopify.fetchPage(session, QUERY)).toMatchObject({ ok: false, failure: { cause: 'temporarily-unavailable', reason: 'answer-not-readable' } });
	expect(session.sent).toHaveLength(3);
});

test('a wrong token is a matter of the credential', async () => {
	await start();
	const stranger = loopbackSession(shop, { 'x-shopify-access-token': 'shpat_wrong' });
	expect(await shopify.fetchPage(stranger, QUERY)).toMatchObject({ ok: false, failure: { cause: 'credential-invalid' } });
});

test("the shop's time zone is told", async () => {
	await start();
	expect(await shopify.timeZone(session)).toEqual({ ok: true, value: 'America/New_York' });
});

test('an edited order is read with its edits', async () => {
	await start();
	const [id = ''] = add(1);
	shop.store.updateOrder(id, { lines: [...ONE_LAMP.lines, { product: RUG, quantity: 1 }] });
	const [order] = await readAll(shopify, session);
	expect(order).toMatchObject({ id, reconciliation: { balanced: true }, totals: { total: shop.orders()[0]?.total } });
});
