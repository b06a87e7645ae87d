import { standingClock } from '../shops/shop-clock';
import { anOrder, ask } from './ask-account';
import { MANUAL_STORE, startShipStation, WOO_STORE, type ShipStationSimulator, type Switches } from './index';

let account: ShipStationSimulator;

const start = async (switches: Partial<Switches> = {}): Promise<void> => {
	account = await startShipStation({ clock: standingClock('2026-03-01T20:15:30Z'), switches });
};

afterEach(async () => await account.close());

const send = async (orders: unknown) => await ask(account, 'POST /orders/createorders', orders);
const results = async (orders: unknown) => ((await send(orders)).body as { results: Array<Record<string, unknown>> }).results;

describe('an order with a key', () => {
	test('is created once, then updated: every field that is not sent again is empty', async () => {
		await start();
		const [created] = await results([anOrder()]);
		expect(created).toMatchObject({ orderKey: 'key-1', orderNumber: '1001', success: true, errorMessage: null });
		account.people.edit(Number(created?.orderId), { internalNotes: 'handle with care' });
		account.clock.advance(60_000);
		const [updated] = await results([anOrder({ taxAmount: 3 })]);
		expect(updated?.orderId).toBe(created?.orderId);
		expect(account.account.orders).toHaveLength(1);
		expect(account.account.orders[0]).toMatchObject({
			internalNotes: null,
			taxAmount: 3,
			createDate: '2026-03-01T12:15:30.0000000',
			modifyDate: '2026-03-01T12:16:30.0000000',
		});
		expect(account.counters.writeLog).toEqual(['create 1001', 'update 1001']);
	});

	test('without a key every sending makes another order', async () => {
		await start();
		await results([anOrder({ orderKey: undefined })]);
		await results([anOrder({ orderKey: undefined })]);
		const keys = account.account.orders.map(({ orderKey }) => orderKey);
		expect(keys).toHaveLength(2);
		expect(new Set(keys).size).toBe(2);
	});

	test('takes its store at creation only', async () => {
		await start();
		await results([anOrder({ advancedOptions: { storeId: WOO_STORE } })]);
		await results([anOrder({ advancedOptions: { storeId: MANUAL_STORE } })]);
		await results([anOrder({ orderKey: 'key-2' })]);
		expect(account.account.orders.map(({ advancedOptions }) => advancedOptions.storeId)).toEqual([WOO_STORE, MANUAL_STORE]);
	});

	test('has the total of its items, tax and shipping, and a judgement of its address', async () => {
		await start();
		const { body } = await ask(account, 'POST /orders/createorder', anOrder());
		expect(body).toMatchObject({ orderTotal: 41.46, shipTo: { addressVerified: 'Address not yet validated' }, customerId: null });
	});
});

describe('a shipped or cancelled order', () => {
	test.each(['shipped', 'cancelled'] as const)('that is %s is refused when updated', async (orderStatus) => {
		await start();
		const [created] = await results([anOrder()]);
		account.people.edit(Number(created?.orderId), { orderStatus });
		const [refused] = await results([anOrder({ taxAmount: 9 })]);
		expect(refused).toMatchObject({ success: false, orderKey: 'key-1' });
		expect((await ask(account, 'POST /orders/createorder', anOrder({ taxAmount: 9 }))).status).toBe(400);
		expect(account.account.orders[0]).toMatchObject({ taxAmount: 2.71, orderStatus });
		expect(account.counters.writes).toBe(1);
	});

	test('or is taken without any effect, when switched so', async () => {
		await start({ lockedOrder: 'ignored' });
		const [created] = await results([anOrder()]);
		account.people.buyLabel(Number(created?.orderId));
		expect(await results([anOrder({ taxAmount: 9 })])).toMatchObject([{ success: true }]);
		expect(account.account.orders[0]).toMatchObject({ taxAmount: 2.71, orderStatus: 'shipped' });
	});
});

describe('a body that cannot be understood', () => {
	test.each([
		['a decimal quantity', { items: [{ name: 'Mug', quantity: 1.5 }] }, 'items[0].quantity'],
		['0 for a boolean', { gift: 0 }, 'gift'],
		['an object for a list', { items: { name: 'Mug' } }, 'items'],
		['a number for a text', { orderNumber: 1001 }, 'orderNumber'],
		['a word for an amount', { taxAmount: '2.71' }, 'taxAmount'],
		['an unknown status', { orderStatus: 'paid' }, 'orderStatus'],
		['no date', { orderDate: undefined }, 'orderDate'],
		['an item without a name', { items: [{ sku: 'MUG', quantity: 1 }] }, 'items[0].name'],
		['a unit nobody knows', { weight: { value: 1, units: 'stones' } }, 'weight.units'],
	])('%s spoils the whole call', async (_what, change, field) => {
		await start();
		const good = anOrder({ orderKey: 'good' });
		const { status, body } = await send([good, anOrder(change)]);
		expect(status).toBe(400);
		expect(body).toMatchObject({ Message: 'The request is invalid.' });
		expect(Object.keys((body as { ModelState: object }).ModelState)).toEqual([`apiOrders.${field}`]);
		expect(account.account.orders).toEqual([]);
		expect((await ask(account, 'POST /orders/createorder', anOrder(change))).body).toMatchObject({
			ModelState: { [`apiOrder.${field}`]: expect.any(Array) },
		});
	});

	test('names the place in the list when switched so', async () => {
		await start({ modelStateNamesPlace: true });
		const { body } = await send([anOrder({ orderKey: 'good' }), anOrder({ gift: 0 })]);
		expect(body).toMatchObject({ ModelState: { 'apiOrders[1].gift': ["The value '0' is not valid."] } });
	});

	test('a list for one order, one order for a list, and more than a hundred', async () => {
		await start();
		const one = await ask(account, 'POST /orders/createorder', [anOrder()]);
		expect(JSON.stringify(one.body)).toContain("Cannot deserialize the current JSON array (e.g. [1,2,3]) into type 'SS.OpenApi.Models.Orders.Order'");
		const { body } = await send({ orderNumber: '1', orderKey: 'k' });
		expect(body).toMatchObject({ ModelState: { 'apiOrders.orderNumber': [expect.stringMatching(/^Cannot deserialize the current JSON object/)] } });
		const many = Array.from({ length: 101 }, (_, index) => anOrder({ orderKey: `k${index}` }));
		expect((await send(many)).status).toBe(400);
		expect((await send(many.slice(1))).status).toBe(200);
	});

	test('may be refused alone where a required field is missing, when switched so', async () => {
		await start({ missingField: 'refusedAlone' });
		const { status, body } = await send([anOrder(), anOrder({ orderKey: 'key-2', shipTo: undefined })]);
		expect(status).toBe(200);
		expect(body).toMatchObject({ hasErrors: true, results: [{ success: true }, { success: false, errorMessage: 'shipTo is required.' }] });
	});
});

describe('an order that is refused alone', () => {
	test('leaves the others alone: an unknown store, a country that is no code', async () => {
		await start({ partlyFailedStatus: 202, resultsReversed: true });
		const { status, body } = await send([
			anOrder(),
			anOrder({ orderKey: 'key-2', advancedOptions: { storeId: 999 } }),
			anOrder({ orderKey: 'key-3', shipTo: { name: 'A', country: 'USA' } }),
		]);
		expect(status).toBe(202);
		expect(body).toMatchObject({
			hasErrors: true,
			results: [{ orderKey: 'key-3', success: false }, { orderKey: 'key-2', success: false }, { orderKey: 'key-1', success: true }],
		});
		expect(account.account.orders).toHaveLength(1);
	});

	test('a removed store spoils the whole call, when switched so', async () => {
		await start({ unknownStore: 'wholeBody' });
		account.people.removeStore(WOO_STORE);
		expect((await send([anOrder({ advancedOptions: { storeId: WOO_STORE } })])).status).toBe(400);
	});

	test.each([
		['kept', 60, true],
		['truncated', 50, true],
		['refusedAlone', 0, false],
	] as const)('over-long values are %s', async (overLong, length, success) => {
		await start({ overLong });
		expect(await results([anOrder({ orderNumber: '1'.repeat(60) })])).toMatchObject([{ success }]);
		expect(account.account.orders[0]?.orderNumber.length ?? 0).toBe(length);
	});
});

test('what no model has is passed over and counted', async () => {
	await start();
	await results([anOrder({ orderTotal: 1, currency: 'USD', shipTo: { ...(anOrder().shipTo as object), zip: '1' } })]);
	expect(account.counters.ignored).toEqual(['apiOrders.shipTo.zip', 'apiOrders.currency']);
	expect(account.account.orders).toHaveLength(1);
});

test('the parts of a split order share its key, and only an order id tells which one is updated', async () => {
	await start();
	const [created] = await results([anOrder()]);
	const child = account.people.split(Number(created?.orderId), { MUG: 1 });
	expect(child).toMatchObject({ orderNumber: '1001-1', orderKey: 'key-1', advancedOptions: { parentId: created?.orderId, mergedOrSplit: true } });
	expect(await results([anOrder()])).toMatchObject([{ success: false }]);
	expect(await results([anOrder({ orderId: child.orderId, orderNumber: '1001-1' })])).toMatchObject([{ success: true, orderId: child.orderId }]);
});

test('hold, restore, tag, mark as shipped and delete', async () => {
	await start();
	const [created] = await results([anOrder()]);
	const orderId = Number(created?.orderId);
	const status = () => account.account.find(orderId)?.order.orderStatus;
	await ask(account, 'POST /orders/holduntil', { orderId, holdUntilDate: '2026-04-01' });
	expect(status()).toBe('on_hold');
	await ask(account, 'POST /orders/restorefromhold', { orderId });
	expect(status()).toBe('awaiting_shipment');
	expect((await ask(account, 'POST /orders/addtag', { orderId, tagId: 1 })).status).toBe(400);
	await ask(account, 'POST /orders/addtag', { orderId, tagId: 8336 });
	expect(account.account.byNumber('1001').tagIds).toEqual([8336]);
	expect((await ask(account, 'POST /orders/markasshipped', { orderId })).status).toBe(400);
	expect((await ask(account, 'POST /orders/markasshipped', { orderId, carrierCode: 'usps', trackingNumber: 'T1' })).body).toEqual({ orderId, orderNumber: '1001' });
	expect(status()).toBe('shipped');
	expect(account.account.fulfillments).toMatchObject([{ orderId, trackingNumber: 'T1', carrierCode: 'usps' }]);
	expect((await ask(account, `DELETE /orders/${orderId}`)).body).toMatchObject({ success: true });
	expect((await ask(account, `GET /orders/${orderId}`)).status).toBe(404);
	expect(account.counters.writeLog).toEqual(['create 1001', 'hold 1001', 'restore 1001', 'tag 1001', 'mark 1001', 'delete 1001']);
});
