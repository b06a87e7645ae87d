import { AccountAtHand, order, orders } from './account-at-hand';

let here: AccountAtHand;

afterEach(async () => await here.simulator.close());

const open = async (...options: Parameters<typeof AccountAtHand.open>): Promise<void> => {
	here = await AccountAtHand.open(...options);
};

const value = <T>(outcome: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
	if (!outcome.ok) throw new Error(outcome.failure.message);
	return outcome.value;
};

/** Puts orders in without a gateway, a second apart. */
const importMany = (count: number): number[] =>
	Array.from({ length: count }, (_, index) => {
		here.simulator.clock.advance(1_000);
		return here.simulator.people.importOrder({ orderNumber: String(1001 + index), orderDate: '2026-03-02T00:00:00' }).orderId;
	});

describe('a list of orders', () => {
	test.each(['zero', 'counted'] as const)('a thousand rows take two calls, whatever is said of pages (%s)', async (pages) => {
		await open({ switches: { pages } });
		const ids = importMany(1000);
		const { rows, unreadable } = value(await here.gateway.orders({}));
		expect(rows.map(({ orderId }) => orderId)).toEqual(ids);
		expect(unreadable).toEqual([]);
		expect(here.simulator.counters.calls).toBe(2);
	});

	test('is asked by status, store, number and times', async () => {
		await open();
		importMany(1);
		await here.gateway.orders({
			modified: { from: '2026-03-02T17:00:00Z', to: '2026-03-02T18:00:00Z' },
			created: { from: '2026-03-01T00:00:00Z' },
			ordered: { to: '2026-07-01T00:00:00Z' },
			status: 'awaiting_shipment',
			storeId: 22766,
			orderNumber: '1001',
		});
		expect(here.simulator.log.at(-1)?.query).toEqual({
			modifyDateStart: '2026-03-02 09:00:00',
			modifyDateEnd: '2026-03-02 10:00:00',
			createDateStart: '2026-02-28 16:00:00',
			orderDateEnd: '2026-06-30 17:00:00',
			orderStatus: 'awaiting_shipment',
			storeId: '22766',
			orderNumber: '1001',
			sortBy: 'ModifyDate',
			sortDir: 'ASC',
			page: '1',
			pageSize: '500',
		});
	});

	test.each([
		['edited', (id: number) => here.simulator.people.edit(id, { internalNotes: 'edited' })],
		['merged away', (id: number) => here.simulator.people.merge(here.simulator.account.orders[600]!.orderId, [id])],
	])('loses nobody when an order is %s between two pages', async (_what, happening) => {
		await open();
		const ids = importMany(700);
		here.simulator.faults.add({
			matches: ({ query }) => query.get('page') === '1',
			effect: (answer) => {
				here.simulator.clock.advance(1_000);
				happening(ids[10]!);
				return answer;
			},
		});
		const { rows } = value(await here.gateway.orders({}));
		const visible = here.simulator.account.orders.map(({ orderId }) => orderId);
		expect(rows.map(({ orderId }) => orderId).sort()).toEqual(visible.sort());
	});

	test('with an order that breaks its page is read around it, and says so', async () => {
		await open({ requestsPerMinute: 100_000 });
		const ids = importMany(700);
		here.simulator.people.poison(ids[333]!);
		const { rows, unreadable } = value(await here.gateway.orders({}));
		expect(rows.map(({ orderId }) => orderId)).toEqual(ids.filter((id) => id !== ids[333]));
		expect(unreadable).toEqual([{ reason: expect.stringContaining('status 500') }]);
		expect(here.simulator.counters.calls).toBeLessThan(40);
	});

	test('two of them, at both ends', async () => {
		await open({ requestsPerMinute: 100_000 });
		const ids = importMany(520);
		for (const index of [0, 519]) here.simulator.people.poison(ids[index]!);
		const { rows, unreadable } = value(await here.gateway.orders({}));
		expect(rows).toHaveLength(518);
		expect(unreadable).toHaveLength(2);
	});

	test('fails when it is the service that is broken, not an order', async () => {
		await open({ requestsPerMinute: 100_000 });
		importMany(3);
		here.simulator.faults.add({ times: 1000, effect: { status: 500, body: { Message: 'An error has occurred.' } } });
		expect(await here.gateway.orders({})).toMatchObject({ ok: false, failure: { cause: 'temporarily-unavailable' } });
		expect(here.simulator.counters.calls).toBeLessThan(20);
	});

	test('a row without an id is said, and the others are read', async () => {
		await open();
		importMany(2);
		here.simulator.faults.add({
			effect: (answer) => ({ ...answer, body: { ...(answer.body as object), orders: [{ orderStatus: 'shipped' }, ...(answer.body as { orders: unknown[] }).orders] } }),
		});
		const { rows, unreadable } = value(await here.gateway.orders({}));
		expect(rows).toHaveLength(2);
		expect(unreadable).toMatchObject([{ reason: "One of ShipStation's orders cannot be read: 'orderId' must be an id" }]);
	});
});

test('one order is read by its id, and one that is gone is none', async () => {
	await open();
	const [id] = importMany(1);
	expect(value(await here.gateway.order(id!))).toMatchObject({ orderId: id, orderStatus: 'awaiting_shipment', wire: { orderNumber: '1001' } });
	expect(value(await here.gateway.order(1))).toBeUndefined();
});

test('shipments are read with their items, voided and return labels among them; marks are fulfillments', async () => {
	await open();
	await here.gateway.sendOrders([order(1), order(2)]);
	const [one, two] = [here.byKey('qbo-9130-Invoice-1')!, here.byKey('qbo-9130-Invoice-2')!];
	const [first] = here.simulator.people.shipInParcels(one.orderId, [
		{ trackingNumber: 'A', quantities: { MUG: 1 } },
		{ trackingNumber: 'B', quantities: { MUG: 1 }, withoutKey: true },
	]);
	here.simulator.people.voidLabel(first!.shipmentId);
	here.simulator.people.buyReturnLabel(one.orderId, { trackingNumber: 'R' });
	here.simulator.people.markAsShipped(two.orderId, { carrierCode: 'USPS', trackingNumber: 'M' });
	const window = { from: '2026-03-02T16:00:00Z' };
	expect(value(await here.gateway.shipments(window)).rows).toMatchObject([
		{ trackingNumber: 'A', voided: true, isReturnLabel: false, orderKey: 'qbo-9130-Invoice-1', shipmentItems: [{ sku: 'MUG', quantity: 1, lineItemKey: '1' }] },
		{ trackingNumber: 'B', voided: false, orderKey: undefined, orderId: one.orderId },
		{ trackingNumber: 'R', isReturnLabel: true },
	]);
	expect(value(await here.gateway.fulfillments(window)).rows).toMatchObject([{ trackingNumber: 'M', orderId: two.orderId, carrierCode: 'USPS', voided: false }]);
	expect(value(await here.gateway.shipments({ from: '2026-03-02T18:00:00Z' })).rows).toEqual([]);
});

test('a label made in either half of the hour that autumn has twice is found by a window that begins in the other', async () => {
	await open();
	const { orderId } = here.simulator.people.importOrder({ orderNumber: '1', orderDate: '2026-11-01T00:00:00' });
	// 1:50 PDT, then an hour and twenty minutes later 2:10 by PDT: 1:10 PST.
	here.simulator.clock.set('2026-11-01T09:10:00Z');
	here.simulator.people.buyLabel(orderId, { trackingNumber: 'SECOND' });
	const found = value(await here.gateway.shipments({ from: '2026-11-01T08:50:00Z', to: '2026-11-01T09:15:00Z' }));
	expect(found.rows).toMatchObject([{ trackingNumber: 'SECOND' }]);
	here.simulator.clock.set('2026-11-01T08:50:00Z');
	here.simulator.people.buyLabel(orderId, { trackingNumber: 'FIRST' });
	const upTo = value(await here.gateway.shipments({ from: '2026-11-01T08:40:00Z', to: '2026-11-01T09:12:00Z' }));
	expect(upTo.rows.map(({ trackingNumber }) => trackingNumber).sort()).toEqual(['FIRST', 'SECOND']);
});

test('the account’s own lists', async () => {
	await open();
	expect(value(await here.gateway.stores()).map(({ storeName, marketplaceName }) => [storeName, marketplaceName])).toEqual([
		['Manual Orders', 'ShipStation'],
		['Web Shop', 'WooCommerce'],
		['Amazon', 'Amazon'],
	]);
	expect(value(await here.gateway.warehouses())).toEqual([
		{ warehouseId: 17977, warehouseName: 'Main Warehouse', isDefault: true },
		{ warehouseId: 14265, warehouseName: 'Second Warehouse', isDefault: false },
	]);
	expect(value(await here.gateway.tags())).toContainEqual({ tagId: 8336, name: 'Fragile' });
	expect(value(await here.gateway.carriers()).map(({ code }) => code)).toEqual(['stamps_com', 'ups', 'fedex']);
	expect(value(await here.gateway.services('fedex')).map(({ code }) => code)).toEqual(['fedex_ground', 'fedex_2day']);
	expect(value(await here.gateway.packages('ups'))).toEqual([{ carrierCode: 'ups', code: 'package', name: 'Package' }]);
	expect(await here.gateway.services('dhl')).toMatchObject({ ok: false, failure: { cause: 'configuration-invalid' } });
});

describe('the limit', () => {
	test('is kept by what the headers say: a hundred calls take two waits and are never refused', async () => {
		await open();
		for (let call = 0; call < 100; call += 1) value(await here.gateway.tags());
		expect(here.simulator.counters).toMatchObject({ calls: 100, throttled: 0 });
		expect(here.waits).toHaveLength(2);
		for (const wait of here.waits) expect(wait).toBeLessThanOrEqual(60_250);
	});

	test('another limit is another pace', async () => {
		await open({ requestsPerMinute: 7 });
		for (let call = 0; call < 15; call += 1) value(await here.gateway.tags());
		expect(here.simulator.counters.throttled).toBe(0);
		expect(here.waits).toHaveLength(2);
	});

	test('that another integration has used up: waits as long as the header says, and nothing is lost', async () => {
		await open();
		here.simulator.limit.drain();
		here.simulator.clock.advance(45_000);
		expect((await here.gateway.sendOrders(orders(100))).every(({ ok }) => ok)).toBe(true);
		expect(here.waits).toEqual([15_250]);
		expect(here.simulator.account.orders).toHaveLength(100);
	});

	test.each([429, 200, 500] as const)('without headers (status %i): waits a minute, the window', async (throttledStatus) => {
		await open({ switches: { rateLimitHeaders: false, throttledStatus } });
		here.simulator.limit.drain();
		value(await here.gateway.stores());
		expect(here.waits).toEqual([60_000]);
		here.simulator.limit.drain();
		expect((await here.gateway.sendOrders([order(1)])).map(({ ok }) => ok)).toEqual([true]);
		expect(here.simulator.counters.writes).toBe(1);
	});

	test('a limit that never ends stops the run in words', async () => {
		await open();
		here.simulator.faults.add({ times: 100, effect: { status: 429, body: 'Too Many Requests' } });
		const [outcome] = await here.gateway.sendOrders([order(1)]);
		expect(outcome).toMatchObject({ ok: false, failure: { cause: 'rate-limited', message: 'ShipStation asks for fewer requests a minute (status 429)' } });
		expect(here.simulator.counters.calls).toBeLessThanOrEqual(6);
	});

	test('holds for two gateways with the same key together', async () => {
		await open();
		const { Pacer } = await import('../../nodes/shipstation/pacer');
		const pacer = new Pacer();
		const gateways = [here.another(pacer), here.another(pacer)];
		await Promise.all(gateways.flatMap((gateway) => Array.from({ length: 30 }, async () => value(await gateway.tags()))));
		expect(here.simulator.counters).toMatchObject({ calls: 60, throttled: 0 });
	});
});

describe('a refusal of the whole account', () => {
	test('a key that has run out says so, once, and nothing more is sent', async () => {
		await open({ switches: { keyExpired: true } });
		const outcomes = await here.gateway.sendOrders(orders(250));
		expect(here.simulator.counters.calls).toBe(1);
		expect(outcomes).toHaveLength(250);
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({ failure: { cause: 'credential-invalid', reason: 'key-not-accepted', message: expect.stringContaining('run out'), remedy: expect.stringContaining('API Settings') } });
		}
	});

	test('a plan without API V1', async () => {
		await open({ switches: { planWithoutV1: true } });
		expect(await here.gateway.orders({})).toMatchObject({ failure: { cause: 'configuration-invalid', reason: 'plan-without-api', remedy: 'Ask ShipStation for a plan that has API V1' } });
		expect(here.simulator.counters.calls).toBe(1);
	});

	test('a service that is down for a while is asked again, one that stays down is not for long', async () => {
		await open();
		here.simulator.faults.add({ times: 2, effect: { status: 503, body: 'Service Unavailable' } });
		value(await here.gateway.stores());
		here.simulator.faults.add({ times: 100, effect: { status: 503, body: 'Service Unavailable' } });
		expect(await here.gateway.stores()).toMatchObject({ failure: { cause: 'temporarily-unavailable', reason: 'service-unavailable' } });
		expect(here.simulator.counters.calls).toBe(6);
	});

	test('an address where something else lives', async () => {
		await open();
		here.simulator.faults.add({ effect: { status: 200, body: '<html>Welcome</html>' } });
		expect(await here.gateway.stores()).toMatchObject({ failure: { reason: 'answer-not-readable' } });
		here.simulator.faults.add({ effect: { status: 404, body: '<html>' } });
		expect(await here.gateway.stores()).toMatchObject({ failure: { cause: 'configuration-invalid', reason: 'not-found' } });
	});

	test('a cancelled execution sends nothing more', async () => {
		await open();
		here.cancelled = true;
		const outcomes = await here.gateway.sendOrders(orders(250));
		expect(outcomes.every(({ ok }) => !ok)).toBe(true);
		expect(here.simulator.counters.calls).toBe(0);
	});
});

describe('what a webhook announces', () => {
	test('is fetched with its items, from the address that the credential names', async () => {
		await open();
		await here.gateway.sendOrders([order(1)]);
		const { batchNumber } = here.simulator.people.buyLabel(here.byKey('qbo-9130-Invoice-1')!.orderId);
		const url = `${here.simulator.url}/shipments?batchId=${batchNumber}&includeShipmentItems=False`;
		expect(value(await here.gateway.resource(url))).toMatchObject({ shipments: [{ shipmentItems: [{ sku: 'MUG' }] }] });
	});

	test.each([
		'https://ssapi.shipstation.com.evil.example/shipments?batchId=1',
		'https://evil.example/ssapi6.shipstation.com/shipments',
		'http://ssapi6.shipstation.com/shipments',
		'https://ssapi6.shipstation.com:8443/shipments',
		'https://user:pass@ssapi6.shipstation.com/shipments',
		'https://ssapi6.shipstation.com@evil.example/shipments',
		'https://ssapix.shipstation.com/shipments',
		'https://127.0.0.1/shipments',
		'http://127.0.0.1:1/shipments',
		'file:///etc/passwd',
		'shipments',
		'',
	])('is not fetched from %s, so the key stays here', async (url) => {
		await open();
		const asked = here.origins.length;
		expect(await here.gateway.resource(url)).toMatchObject({ ok: false, failure: { reason: 'resource-of-another-host' } });
		expect(here.origins).toHaveLength(asked);
	});

	test('is fetched from ShipStation’s numbered hosts', async () => {
		await open();
		await here.gateway.resource('https://ssapi6.shipstation.com/orders?importBatch=1').catch(() => undefined);
		expect(here.origins.at(-1)).toBe('https://ssapi6.shipstation.com');
	});
});
