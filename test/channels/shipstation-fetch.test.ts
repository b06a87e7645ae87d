import { fetchOrders } from '../../nodes/channels/shipstation/fetch-orders';
import { shipstation } from '../../nodes/channels/shipstation/shipstation';
import { isUnreadable } from '../../nodes/order/order';
import { AMAZON_STORE, MANUAL_STORE, startShipStation, WOO_STORE, type ImportedOrder, type ShipStationOptions, type ShipStationSimulator } from '../simulators/shipstation';
import { standingClock } from '../simulators/shops/shop-clock';
import { loopbackSession, type LoopbackSession } from './loopback-session';
import { QUERY, readAll } from './read-all';

const NOON = Date.parse('2026-03-02T20:00:00Z');
const SECOND = 1_000;
let account: ShipStationSimulator;
let session: LoopbackSession;

const start = async (options: ShipStationOptions = {}, settings: LoopbackSession['options'] = {}): Promise<void> => {
	account = await startShipStation({ clock: standingClock(NOON), requestsPerMinute: 100_000, ...options });
	session = open(settings);
};

/** As another poll opens the account. */
const open = (settings: LoopbackSession['options'] = {}): LoopbackSession => {
	const { apiKey, apiSecret } = account.key;
	const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
	const shop = { url: account.url, accountId: 'ssapi.shipstation.com', clock: account.clock };
	return loopbackSession(shop, { authorization }, { currency: 'USD', timeZone: 'America/New_York', ...settings });
};

afterEach(async () => await account.close());

const add = (count: number, apart = SECOND, change: Partial<ImportedOrder> = {}): number[] =>
	Array.from({ length: count }, (_, index) => {
		const items = [{ sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: 9 }];
		const rest = { amountPaid: 9, paymentDate: '2026-03-02 11:00:00' };
		const { orderId } = account.people.importOrder({ orderNumber: String(1001 + index), orderDate: '2026-03-02T11:00:00', items, rest, storeId: WOO_STORE, ...change });
		account.clock.advance(apart);
		return orderId;
	});

const idsOf = (orders: Array<{ id: string }>): number[] => [...new Set(orders.map(({ id }) => Number(id)))];

/** Everything from a quarter of an hour before the start on. */
const NEWS = { from: new Date(NOON - 900 * SECOND).toISOString() };

test('orders of connected stores come with what ShipStation holds to be true of them', async () => {
	await start();
	const [id] = add(1);
	const [order] = await readAll(shipstation, session, NEWS);
	expect(order).toMatchObject({ id: String(id), number: '1001', sourceName: 'WooCommerce', paymentStatus: 'paid', totals: { total: '9.00' }, reconciliation: { balanced: true } });
});

test('what came from QuickBooks does not go back there, whole or in parts', async () => {
	await start();
	const [shop] = add(1);
	const [ours = 0] = add(1, SECOND, { orderKey: 'qbo-9130-Invoice-7', items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: 9 }] });
	account.people.split(ours, { MUG: 1 });
	expect(idsOf(await readAll(shipstation, session, NEWS))).toEqual([shop]);
});

describe('pages', () => {
	test.each([1, 3, 7, 500])('of %i give every order, at least once', async (pageSize) => {
		await start();
		const ids = add(20);
		expect(idsOf(await readAll(shipstation, session, { ...NEWS, pageSize }))).toEqual(ids);
	});

	test('a thousand orders take four calls: the stores, two full pages, and the rest that by then is new', async () => {
		await start();
		const ids = add(1000);
		expect(idsOf(await readAll(shipstation, session, { pageSize: 500 }))).toEqual(ids);
		expect(account.counters.calls).toBe(4);
	});

	test('orders that all changed in the same second are read to the last', async () => {
		await start();
		const ids = add(23, 0);
		expect(idsOf(await readAll(shipstation, session, { ...NEWS, pageSize: 5 })).sort()).toEqual(ids);
	});

	test('an order that changes between two pages pushes nobody past', async () => {
		await start();
		const ids = add(12);
		const orders = await readAll(shipstation, session, { ...NEWS, pageSize: 4 }, (page) => {
			if (page === 1) account.people.edit(ids[0]!, { customerNotes: 'changed' });
		});
		expect(idsOf(orders).sort()).toEqual(ids);
		expect(orders.filter(({ id }) => id === String(ids[0])).at(-1)).toMatchObject({ note: 'changed' });
	});

	test('an order that came in with an old change date is found by when it came', async () => {
		await start();
		const [id = 0] = add(1);
		account.account.find(id)!.order.modifyDate = '2026-01-01T08:00:00.0000000';
		expect(idsOf(await readAll(shipstation, session, NEWS))).toEqual([id]);
		expect(idsOf(await readAll(shipstation, session, { from: new Date(NOON + 900 * SECOND).toISOString() }))).toEqual([]);
	});

	test('what both passes find is given out once', async () => {
		await start();
		add(5);
		expect(await readAll(shipstation, session, NEWS)).toHaveLength(5);
	});

	test('a token of another version is refused as such', async () => {
		await start();
		expect(await shipstation.fetchPage(session, { ...QUERY, pageToken: '{"page":0}' })).toMatchObject({ ok: false, failure: { reason: 'page-token-unknown' } });
	});
});

describe('a window', () => {
	test('is asked by ShipStation’s own clock', async () => {
		await start();
		await shipstation.fetchPage(session, { ...QUERY, from: '2026-07-01T07:00:00Z', to: '2026-07-02T07:00:00Z' });
		expect(account.log.at(-1)?.query).toMatchObject({ modifyDateStart: '2026-07-01 00:00:00', modifyDateEnd: '2026-07-02 00:00:00', sortBy: 'ModifyDate', sortDir: 'ASC' });
	});

	test.each([
		['first', '2026-11-01T08:40:00Z', '2026-11-01T08:30:00Z'],
		['second', '2026-11-01T09:10:00Z', '2026-11-01T08:50:00Z'],
	])('finds a change in the %s of the two hours of autumn', async (_which, changedAt, from) => {
		await start();
		const [id = 0] = add(1);
		account.clock.set(changedAt);
		account.people.edit(id, { customerNotes: 'changed' });
		expect(idsOf(await readAll(shipstation, session, { from }))).toEqual([id]);
	});

	test('by the date of the sale holds orders that know only their day, on that day, once', async () => {
		await start();
		const ids = add(12, SECOND, { orderDate: '2026-03-02T00:00:00' });
		for (const day of ['2026-03-01', '2026-03-03']) add(3, SECOND, { orderDate: `${day}T00:00:00` });
		// A day of New York, which begins three hours before California's.
		const day = { by: 'placed', from: '2026-03-02T05:00:00Z', to: '2026-03-03T05:00:00Z' } as const;
		for (const pageSize of [2, 5, 500]) {
			const orders = await readAll(shipstation, session, { ...day, pageSize });
			expect(orders.map(({ id }) => Number(id))).toEqual(ids);
		}
	});

	test('by the date of the sale keeps to the second where the time is known', async () => {
		await start();
		// 23:59:59 of the first, midnight and 23:59:59 of the second, midnight of the third, all in New York.
		const times = ['2026-03-01T20:59:59', '2026-03-01T21:00:00', '2026-03-02T20:59:59', '2026-03-02T21:00:00'];
		const [, first, last] = times.flatMap((orderDate) => add(1, SECOND, { orderDate }));
		const orders = await readAll(shipstation, session, { by: 'placed', from: '2026-03-02T05:00:00Z', to: '2026-03-03T05:00:00Z' });
		expect(idsOf(orders)).toEqual([first, last]);
	});

	test('newest first, for the editor', async () => {
		await start();
		add(1, SECOND, { orderDate: '2026-03-01T10:00:00' });
		const [newest] = add(1, SECOND, { orderDate: '2026-03-02T10:00:00' });
		const page = await shipstation.fetchPage(session, { ...QUERY, by: 'placed', order: 'newest', pageSize: 1 });
		expect(page.ok && page.value.orders.map(({ id }) => Number(id))).toEqual([newest]);
	});
});

describe('what is asked for', () => {
	test.each([
		[['shipped'], 1],
		[['shipped', 'cancelled'], 2],
		[[], 3],
	])('statuses %j', async (statuses, found) => {
		await start();
		const [first = 0, second = 0] = add(3);
		account.people.buyLabel(first);
		account.people.cancel(second);
		expect(await readAll(shipstation, session, { ...NEWS, statuses })).toHaveLength(found);
	});

	test.each([
		['', 3],
		[String(AMAZON_STORE), 1],
		[`${AMAZON_STORE},${MANUAL_STORE}`, 2],
	])("stores '%s'", async (storeIds, found) => {
		await start({}, { storeIds });
		for (const storeId of [AMAZON_STORE, MANUAL_STORE, WOO_STORE]) add(1, SECOND, { storeId });
		expect(await readAll(shipstation, session, NEWS)).toHaveLength(found);
	});

	test.each([
		['needsAttention', ['unreadable', 'unreadable']],
		['leaveOut', ['open']],
		['take', ['open', 'open']],
	])('split orders: %s', async (splitAndMerged, statuses) => {
		await start({}, { splitAndMerged });
		const [id = 0] = add(1, SECOND, { items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: 9 }] });
		account.people.split(id, { MUG: 1 });
		expect((await readAll(shipstation, session, NEWS)).map(({ status }) => status)).toEqual(statuses);
	});

	test.each([
		['needsAttention', 'unknown', '10.00'],
		['marketplace', 'marketplace', '9.00'],
		['seller', 'seller', '10.00'],
	])('tax of marketplace orders: %s', async (marketplaceTax, remittedBy, total) => {
		await start({}, { marketplaceTax });
		add(1, SECOND, { storeId: AMAZON_STORE, rest: { taxAmount: 1, amountPaid: 10 } });
		expect(await readAll(shipstation, session, NEWS)).toMatchObject([{ taxes: [{ remittedBy }], totals: { total }, paymentStatus: 'paid' }]);
	});

	test('a store that was switched off since is still known for what it is', async () => {
		await start();
		add(1, SECOND, { storeId: AMAZON_STORE });
		account.account.store(AMAZON_STORE)!.active = false;
		expect(await readAll(shipstation, session, NEWS)).toMatchObject([{ sourceName: 'Amazon' }]);
	});
});

test('an order that breaks its page is said, and the others are read', async () => {
	await start();
	const ids = add(30);
	account.people.poison(ids[11]!);
	const orders = await readAll(shipstation, session, { ...NEWS, pageSize: 500 });
	expect(idsOf(orders.filter((order) => !isUnreadable(order)))).toEqual(ids.filter((id) => id !== ids[11]));
	// Both passes meet it, and both say the same.
	const broken = orders.filter(isUnreadable);
	expect(new Set(broken.map(({ fingerprint }) => fingerprint)).size).toBe(1);
	expect(broken[0]).toMatchObject({ id: '', reason: expect.stringContaining(`right after order ${ids[10]} `) });
});

describe('a refusal', () => {
	test('for speed is waited for, and the page comes', async () => {
		await start({ requestsPerMinute: 40 });
		add(1);
		account.limit.drain();
		account.clock.advance(50 * SECOND);
		expect(await readAll(shipstation, session, NEWS)).toHaveLength(1);
		expect(session.waits).toEqual([expect.any(Number)]);
		expect(session.waits[0]).toBeLessThanOrEqual(10_250);
	});

	test('of an expired key and of a plan without API V1 is said in words', async () => {
		await start({ switches: { keyExpired: true } });
		expect(await shipstation.fetchPage(session, QUERY)).toMatchObject({ ok: false, failure: { cause: 'credential-invalid', message: expect.stringContaining('run out') } });
		account.switches.keyExpired = false;
		account.switches.planWithoutV1 = true;
		expect(await shipstation.fetchPage(session, QUERY)).toMatchObject({ ok: false, failure: { cause: 'configuration-invalid', reason: 'plan-without-api' } });
	});

	test('nothing it does ever throws', async () => {
		await start();
		account.faults.add({ times: 100, effect: 'reset' });
		expect(await fetchOrders(open(), QUERY)).toMatchObject({ ok: false, failure: { cause: 'temporarily-unavailable' } });
	});
});
