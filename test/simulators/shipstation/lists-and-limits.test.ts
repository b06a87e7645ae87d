import { startLoopback } from '../loopback';
import { standingClock } from '../shops/shop-clock';
import { anOrder, ask } from './ask-account';
import { AMAZON_STORE, startShipStation, tooManyRequests, type ShipStationOptions, type ShipStationSimulator } from './index';

const NOON = Date.parse('2026-03-01T20:00:00Z');
let account: ShipStationSimulator;

const start = async (options: ShipStationOptions = {}): Promise<void> => {
	account = await startShipStation({ clock: standingClock(NOON), requestsPerMinute: 1000, ...options });
};

afterEach(async () => await account.close());

interface List {
	orders: Array<{ orderId: number; orderNumber: string }>;
	shipments: Array<Record<string, unknown>>;
	fulfillments: Array<Record<string, unknown>>;
	total: number;
	pages: number;
}

const get = async (path: string): Promise<List> => (await ask(account, `GET ${path}`)).body as List;
const numbers = async (query: string): Promise<string[]> => (await get(`/orders?${query}`)).orders.map(({ orderNumber }) => orderNumber);

const importMany = (count: number): number[] =>
	Array.from({ length: count }, (_, index) => {
		account.clock.set(NOON + index * 1000);
		return account.people.importOrder({ orderNumber: String(1000 + index), orderDate: '2026-03-01T00:00:00' }).orderId;
	});

describe('lists of orders', () => {
	test('a page holds 500 at most, and pages says 0 with data beside it', async () => {
		await start();
		importMany(5);
		expect(await get('/orders?pageSize=2&page=2')).toMatchObject({ total: 5, page: 2, pages: 0, orders: [{ orderNumber: '1002' }, { orderNumber: '1003' }] });
		account.switches.pages = 'counted';
		expect((await get('/orders?pageSize=2')).pages).toBe(3);
		expect((await get('/orders?pageSize=2&page=9')).orders).toEqual([]);
		for (const query of ['pageSize=501', 'page=0', 'page=one', 'sortBy=Total', 'orderStatus=paid', 'modifyDateStart=yesterday']) {
			expect((await ask(account, `GET /orders?${query}`)).status).toBe(400);
		}
	});

	test('a number finds whatever begins with it, and no filter knows the key', async () => {
		await start();
		for (const orderNumber of ['10', '100', '1000', '210']) account.people.importOrder({ orderNumber, orderDate: '2026-03-01T00:00:00' });
		expect(await numbers('orderNumber=10')).toEqual(['10', '100', '1000']);
		expect(await numbers('orderKey=nobody')).toHaveLength(4);
	});

	test('every filter narrows', async () => {
		await start();
		const [first = 0, second = 0] = importMany(3);
		account.people.importOrder({
			orderNumber: 'A-1',
			orderDate: '2026-02-27T10:00:00',
			storeId: AMAZON_STORE,
			orderStatus: 'awaiting_payment',
			items: [{ sku: 'LAMP', name: 'Desk lamp', quantity: 1, unitPrice: 9 }],
			rest: { paymentDate: '2026-02-27 10:05:00', billTo: { name: 'Grace Payer' } },
		});
		account.clock.set(NOON + 3_600_000);
		account.people.edit(first, { internalNotes: 'x' });
		account.people.cancel(second);
		expect(await numbers(`storeId=${AMAZON_STORE}`)).toEqual(['A-1']);
		expect(await numbers('orderStatus=cancelled')).toEqual(['1001']);
		expect(await numbers('customerName=grace')).toEqual(['A-1']);
		expect(await numbers('itemKeyword=lamp')).toEqual(['A-1']);
		expect(await numbers('paymentDateStart=2026-02-27&paymentDateEnd=2026-02-28')).toEqual(['A-1']);
		expect(await numbers('orderDateEnd=2026-02-28 23:59:59')).toEqual(['A-1']);
		expect(await numbers('createDateStart=2026-03-01 12:00:02')).toEqual(['A-1', '1002']);
		expect(await numbers('modifyDateStart=2026-03-01 12:30:00&sortBy=ModifyDate&sortDir=DESC')).toEqual(['1001', '1000']);
	});

	test('one poisonous order breaks every page that it is on', async () => {
		await start();
		const [, second = 0] = importMany(4);
		account.people.poison(second);
		expect((await ask(account, 'GET /orders?pageSize=4')).status).toBe(500);
		expect((await ask(account, 'GET /orders?pageSize=1&page=2')).body).toMatchObject({ Message: 'An error has occurred.' });
		expect(await numbers('pageSize=1&page=1')).toEqual(['1000']);
		expect(await numbers('pageSize=2&page=2')).toEqual(['1002', '1003']);
	});

	test('a merged order is in no list, and the one it went into names it', async () => {
		await start();
		const [first = 0, second = 0] = importMany(2);
		account.people.merge(first, [second]);
		expect(await get('/orders')).toMatchObject({ total: 1, orders: [{ orderId: first, advancedOptions: { mergedOrSplit: true, mergedIds: [second] } }] });
	});
});

describe('times', () => {
	test('are Californian without saying so; a caller may add an offset', async () => {
		await start();
		account.people.importOrder({ orderNumber: '1', orderDate: '2026-03-01T00:00:00' });
		expect(account.account.byNumber('1').createDate).toBe('2026-03-01T12:00:00.0000000');
		expect(await numbers('modifyDateStart=2026-03-01 12:00:00&modifyDateEnd=2026-03-01 12:00:00')).toEqual(['1']);
		expect(await numbers('modifyDateStart=2026-03-01 12:00:01')).toEqual([]);
		expect(await numbers('modifyDateStart=2026-03-01 20:00:00')).toEqual([]);
		expect(await numbers('modifyDateStart=2026-03-01T20:00:00-00:00')).toEqual(['1']);
	});

	test('of the hour that autumn has twice look alike, and sort between each other', async () => {
		await start();
		for (const [orderNumber, at] of [['1', '2026-11-01T08:40:00Z'], ['2', '2026-11-01T09:10:00Z'], ['3', '2026-11-01T10:10:00Z']] as const) {
			account.clock.set(at);
			account.people.importOrder({ orderNumber, orderDate: '2026-11-01T00:00:00' });
		}
		account.clock.set('2026-11-01T08:20:00Z');
		account.people.importOrder({ orderNumber: '0', orderDate: '2026-11-01T00:00:00' });
		expect(await numbers('sortBy=CreateDate')).toEqual(['2', '0', '1', '3']);
		expect(await numbers('createDateStart=2026-11-01 01:30:00&sortBy=CreateDate')).toEqual(['1', '3']);
	});
});

describe('parcels', () => {
	test('labels are shipments, marks are fulfillments; voided and return labels stay in the list', async () => {
		await start();
		const [labelled = 0, marked = 0] = importMany(2);
		const [one] = account.people.shipInParcels(labelled, [{ trackingNumber: 'A' }, { trackingNumber: 'B', withoutKey: true }]);
		account.people.buyReturnLabel(labelled, { trackingNumber: 'R' });
		account.people.voidLabel(one?.shipmentId ?? 0);
		account.people.markAsShipped(marked, { carrierCode: 'USPS', trackingNumber: 'M' });
		const { shipments, total } = await get('/shipments?includeShipmentItems=true');
		expect(total).toBe(3);
		expect(shipments).toMatchObject([
			{ trackingNumber: 'A', voided: true, isReturnLabel: false },
			{ trackingNumber: 'B', voided: false, orderKey: null, orderId: labelled },
			{ trackingNumber: 'R', voided: false, isReturnLabel: true },
		]);
		expect((await get('/fulfillments')).fulfillments).toMatchObject([{ trackingNumber: 'M', carrierCode: 'USPS', orderId: marked, shipDate: '2026-03-01T00:00:00.0000000' }]);
		expect(account.account.find(labelled)?.order.orderStatus).toBe('shipped');
	});

	test('items are told only when asked for; a parcel holds what went into it', async () => {
		await start();
		const { orderId } = account.people.importOrder({
			orderNumber: '1',
			orderDate: '2026-03-01T00:00:00',
			items: [{ sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: 2 }, { sku: 'OFF', name: 'Discount', quantity: 1, unitPrice: -1, adjustment: true }],
		});
		account.people.shipInParcels(orderId, [{ quantities: { MUG: 1 } }, { quantities: { MUG: 2 } }]);
		expect((await get('/shipments')).shipments).toMatchObject([{ shipmentItems: null }, { shipmentItems: null }]);
		expect((await get(`/shipments?orderId=${orderId}&includeShipmentItems=True`)).shipments).toMatchObject([
			{ shipmentItems: [{ sku: 'MUG', quantity: 1 }] },
			{ shipmentItems: [{ sku: 'MUG', quantity: 2 }] },
		]);
	});

	test('voiding the only label lets the order wait again', async () => {
		await start();
		const [orderId = 0] = importMany(1);
		const { shipmentId } = account.people.buyLabel(orderId);
		account.people.voidLabel(shipmentId);
		expect(account.account.find(orderId)?.order).toMatchObject({ orderStatus: 'awaiting_shipment', shipDate: null });
	});
});

describe('limits and keys', () => {
	test('forty a minute, told by three headers; then 429 until the window is over', async () => {
		await start({ requestsPerMinute: undefined });
		for (let call = 1; call <= 40; call += 1) {
			const { status, headers } = await ask(account, 'GET /stores');
			expect(status).toBe(200);
			expect(headers.get('x-rate-limit-remaining')).toBe(String(40 - call));
		}
		account.clock.advance(45_000);
		const refused = await ask(account, 'GET /stores');
		expect(refused).toMatchObject({ status: 429, body: { message: 'Too Many Requests' } });
		expect(refused.headers.get('x-rate-limit-reset')).toBe('15');
		expect(refused.headers.get('x-rate-limit-limit')).toBe('40');
		account.clock.advance(15_000);
		expect((await ask(account, 'GET /stores')).status).toBe(200);
		expect(account.counters).toMatchObject({ calls: 42, throttled: 1 });
	});

	test('without headers, with another status, or from something in front of it', async () => {
		await start({ switches: { rateLimitHeaders: false, throttledStatus: 200 } });
		account.limit.drain();
		const answer = await ask(account, 'GET /stores');
		expect(answer).toMatchObject({ status: 200, body: { message: 'Too Many Requests' } });
		expect(answer.headers.has('x-rate-limit-remaining')).toBe(false);
		account.faults.add(tooManyRequests());
		const bare = await fetch(`${account.url}/stores`);
		expect(bare.status).toBe(429);
		expect(await bare.text()).toBe('Too Many Requests');
	});

	test('a wrong or expired key is a 401, a plan without this API a 403', async () => {
		await start();
		expect((await ask(account, 'GET /stores', undefined, { apiKey: 'x', apiSecret: 'y' })).status).toBe(401);
		account.switches.planWithoutV1 = true;
		expect((await ask(account, 'GET /stores')).status).toBe(403);
		account.switches.keyExpired = true;
		expect((await ask(account, 'GET /stores')).status).toBe(401);
	});

	test('unknown routes and methods', async () => {
		await start();
		expect((await ask(account, 'GET /baskets')).status).toBe(404);
		expect((await ask(account, 'POST /orders')).status).toBe(405);
		expect((await ask(account, 'GET /carriers/listservices')).status).toBe(400);
		expect((await ask(account, 'GET /carriers/listservices?carrierCode=none')).status).toBe(404);
	});
});

test('webhooks are thin, and lead to what happened without its items', async () => {
	await start();
	const heard: unknown[] = [];
	const listener = await startLoopback((request) => {
		heard.push(JSON.parse(request.body));
		return { status: 200 };
	});
	for (const event of ['ORDER_NOTIFY', 'SHIP_NOTIFY']) await ask(account, 'POST /webhooks/subscribe', { target_url: `${listener.url}/x`, event, friendly_name: event });
	expect((await ask(account, 'POST /webhooks/subscribe', { target_url: listener.url, event: 'ORDER_UPDATED' })).status).toBe(400);
	await ask(account, 'POST /orders/createorders', [anOrder(), anOrder({ orderKey: 'key-2', orderStatus: 'awaiting_payment' })]);
	account.people.buyLabel(account.account.withKey('key-1')[0]?.order.orderId ?? 0);
	await account.webhooks.deliver();
	expect(heard).toMatchObject([{ resource_type: 'ORDER_NOTIFY' }, { resource_type: 'SHIP_NOTIFY' }]);
	const [order, ship] = heard as Array<{ resource_url: string }>;
	expect((await get((order?.resource_url ?? '').replace(account.url, ''))).orders).toHaveLength(1);
	expect(ship?.resource_url).toMatch(/\/shipments\?batchId=\d+&includeShipmentItems=False$/);
	expect((await get((ship?.resource_url ?? '').replace(account.url, ''))).shipments).toHaveLength(1);
	const { webhooks } = (await ask(account, 'GET /webhooks')).body as { webhooks: Array<{ WebHookID: number; HookType: string }> };
	expect(webhooks.map(({ HookType }) => HookType)).toEqual(['ORDER_NOTIFY', 'SHIP_NOTIFY']);
	expect((await ask(account, `DELETE /webhooks/${webhooks[0]?.WebHookID}`)).status).toBe(204);
	await listener.close();
});
