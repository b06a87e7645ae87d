import { goldenSplit } from '../../nodes/shipstation/golden-split';
import { brokenConnection, isBulkCall, lostAnswer, serverError, WOO_STORE } from '../simulators/shipstation';
import { AccountAtHand, order, orders, poisoned } from './account-at-hand';

let here: AccountAtHand;

afterEach(async () => await here.simulator.close());

const open = async (...options: Parameters<typeof AccountAtHand.open>): Promise<void> => {
	here = await AccountAtHand.open(...options);
};

/** Bulk calls that were made, those that nobody answered too. */
const posts = () => here.simulator.log.filter(({ path }) => path === '/orders/createorders').length;
const kinds = (outcomes: Array<{ ok: boolean }>) => outcomes.map(({ ok }) => ok);

test('a thousand orders take ten calls, and each result is told by its key', async () => {
	await open({ switches: { resultsReversed: true } });
	const outcomes = await here.gateway.sendOrders(orders(1000));
	expect(here.simulator.counters).toMatchObject({ calls: 10, writes: 1000, ignored: [] });
	expect(here.gateway).toMatchObject({ calls: 10, writes: 10 });
	outcomes.forEach((outcome, index) => {
		const key = `qbo-9130-Invoice-${1001 + index}`;
		expect(outcome).toEqual({ ok: true, value: { orderId: here.byKey(key)?.orderId, orderKey: key, orderNumber: String(1001 + index) } });
	});
});

test('nothing to send is no call', async () => {
	await open();
	expect(await here.gateway.sendOrders([])).toEqual([]);
	expect(here.simulator.counters.calls).toBe(0);
});

describe('one poison order among a hundred', () => {
	test.each([
		['names no place', { modelStateNamesPlace: false }, 12],
		['names the place', { modelStateNamesPlace: true }, 2],
	])('is refused alone, whatever its place, when the answer %s', async (_what, switches, most) => {
		await open({ switches, requestsPerMinute: 100_000 });
		const calls: number[] = [];
		for (const place of [0, 1, 14, 37, 38, 61, 62, 98, 99]) {
			here.simulator.counters.reset();
			const batch = orders(100).map((good, index) => (index === place ? poisoned(1001 + index) : { ...good, orderKey: `${good.orderKey}-${place}` }));
			const outcomes = await here.another().sendOrders(batch);
			expect(kinds(outcomes).filter((ok) => !ok)).toHaveLength(1);
			expect(outcomes[place]).toMatchObject({
				ok: false,
				failure: { cause: 'order-refused', reason: 'order-not-understood', message: expect.stringMatching(new RegExp(`^ShipStation cannot read order ${1001 + place}: 'gift' `)) },
			});
			expect(here.simulator.counters.writes).toBe(99);
			calls.push(here.simulator.counters.calls);
		}
		expect(Math.max(...calls)).toBeLessThanOrEqual(most);
	});

	test('costs fifteen calls at most even when the answer names wrong places', async () => {
		await open({ requestsPerMinute: 100_000 });
		const calls: number[] = [];
		for (let place = 1; place < 100; place += 7) {
			here.simulator.counters.reset();
			here.simulator.faults.clear();
			here.simulator.faults.add({
				matches: isBulkCall,
				times: 1000,
				effect: (answer) => (answer.status === 400 ? { ...answer, body: { Message: 'The request is invalid.', ModelState: { 'apiOrders[0].gift': ['is wrong'] } } } : answer),
			});
			const batch = orders(100).map((good, index) => (index === place ? poisoned(1001 + index) : { ...good, orderKey: `${good.orderKey}-${place}` }));
			const outcomes = await here.another().sendOrders(batch);
			expect(kinds(outcomes)).toEqual(batch.map((_, index) => index !== place));
			expect(here.simulator.counters.writes).toBe(99);
			calls.push(here.simulator.counters.calls);
		}
		expect(Math.max(...calls)).toBeLessThanOrEqual(15);
	});

	test('several of them, in every batch, never take another with them', async () => {
		await open({ requestsPerMinute: 100_000 });
		const bad = new Set([0, 3, 50, 51, 99, 100, 249]);
		const outcomes = await here.gateway.sendOrders(orders(250).map((good, index) => (bad.has(index) ? poisoned(1001 + index) : good)));
		expect(kinds(outcomes)).toEqual(outcomes.map((_, index) => !bad.has(index)));
		expect(here.simulator.counters.writes).toBe(243);
	});

	test('the golden section parts a hundred in twelve calls at most', () => {
		const worst = (size: number): number => {
			if (size === 1) return 0;
			const [first, rest] = goldenSplit(Array.from({ length: size }, (_, index) => index));
			expect(first.length + rest.length).toBe(size);
			return 1 + Math.max(worst(first.length) + 1, rest.length === 1 ? 1 : worst(rest.length));
		};
		for (let size = 2; size <= 100; size += 1) expect(worst(size)).toBeLessThanOrEqual(11);
	});

	test('that ShipStation breaks down over (500) is found like one that it refuses', async () => {
		await open({ requestsPerMinute: 100_000 });
		here.simulator.faults.add({
			matches: (request) => isBulkCall(request) && request.body.includes('"1042"'),
			times: 1000,
			effect: { status: 500, body: { Message: 'An error has occurred.', ExceptionMessage: 'Object reference not set to an instance of an object.' } },
		});
		const outcomes = await here.gateway.sendOrders(orders(100));
		expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure]))).toMatchObject([
			{ cause: 'order-refused', message: 'ShipStation cannot read order 1042: An error has occurred.' },
		]);
		expect(here.simulator.counters.writes).toBe(99);
	});
});

describe('what our own check finds is not sent', () => {
	test.each([
		['a decimal quantity', { items: [{ name: 'Mug', quantity: 1.5 }] }, "'items[0].quantity' must be a whole number"],
		['an item without a name', { items: [{ name: '', quantity: 1 }] }, "'items[0].name' must not be empty"],
		['a country that is no code', { shipTo: { ...order(1).shipTo, country: 'USA' } }, "'shipTo.country' must be a country of two letters"],
		['a number that is too long', { orderNumber: '1'.repeat(51) }, "'orderNumber' must have at most 50 characters"],
		['an amount that was computed with', { taxAmount: 0.1 + 0.2 }, "'taxAmount' must be an amount with at most four decimals"],
		['no key', { orderKey: '' }, "'orderKey' must not be empty"],
	])('%s', async (_what, change, said) => {
		await open();
		const [good, bad] = await here.gateway.sendOrders([order(1), order(2, change as never)]);
		expect(good).toMatchObject({ ok: true });
		expect(bad).toMatchObject({ ok: false, failure: { cause: 'order-refused', reason: 'order-not-sendable', message: expect.stringContaining(said) } });
		expect(posts()).toBe(1);
	});

	test('the same key twice in one run: the second would overwrite the first', async () => {
		await open();
		const [first, second] = await here.gateway.sendOrders([order(1), order(1, { taxAmount: 9 })]);
		expect(first?.ok).toBe(true);
		expect(second).toMatchObject({ ok: false, failure: { reason: 'key-twice-in-one-run' } });
		expect(here.byKey('qbo-9130-Invoice-1')?.taxAmount).toBe(2.13);
	});
});

describe('an order that ShipStation does not take', () => {
	test.each([200, 202] as const)('is said with its reason, and the others are sent (status %i)', async (partlyFailedStatus) => {
		await open({ switches: { partlyFailedStatus } });
		const outcomes = await here.gateway.sendOrders([order(1), order(2, { advancedOptions: { storeId: 999 } }), order(3)]);
		expect(kinds(outcomes)).toEqual([true, false, true]);
		expect(outcomes[1]).toMatchObject({
			failure: { cause: 'order-refused', reason: 'order-refused-by-shipstation', message: 'ShipStation did not take order 2: Store 999 was not found.' },
		});
		expect(posts()).toBe(1);
	});

	test('a store that was removed, answered for the whole call: found and said', async () => {
		await open({ switches: { unknownStore: 'wholeBody' } });
		here.simulator.people.removeStore(WOO_STORE);
		const outcomes = await here.gateway.sendOrders([order(1), order(2, { advancedOptions: { storeId: WOO_STORE } }), order(3)]);
		expect(kinds(outcomes)).toEqual([true, false, true]);
		expect(outcomes[1]).toMatchObject({ failure: { message: `ShipStation cannot read order 2: Store ${WOO_STORE} was not found.` } });
	});

	test('what is shipped stays as it is, whether that is said or passed over', async () => {
		await open();
		const [sent] = await here.gateway.sendOrders([order(1)]);
		here.simulator.people.buyLabel(sent?.ok ? sent.value.orderId : 0);
		expect(await here.gateway.sendOrders([order(1, { taxAmount: 9 })])).toMatchObject([{ ok: false, failure: { reason: 'order-refused-by-shipstation' } }]);
		here.simulator.switches.lockedOrder = 'ignored';
		expect(await here.gateway.sendOrders([order(1, { taxAmount: 9 })])).toMatchObject([{ ok: true }]);
		expect(here.byKey('qbo-9130-Invoice-1')).toMatchObject({ taxAmount: 2.13, orderStatus: 'shipped' });
	});
});

describe('an answer that nobody got', () => {
	test.each([
		['the answer is lost', lostAnswer(), 1],
		['a bad gateway after the work', serverError(502, { when: 'after' }), 1],
		['a server error after the work', serverError(500, { when: 'after' }), 1],
		['the connection breaks before the work', brokenConnection(), 2],
		['a server error before the work', serverError(503), 2],
		['the answer is no JSON', { matches: isBulkCall, when: 'after', effect: { status: 200, body: '<html>' } } as const, 1],
		['the answer breaks off', { matches: isBulkCall, effect: 'truncate' } as const, 1],
	])('%s: what arrived is read back and not sent again', async (_what, fault, sendings) => {
		await open();
		here.simulator.faults.add(fault);
		const outcomes = await here.gateway.sendOrders(orders(100));
		expect(kinds(outcomes)).toEqual(Array(100).fill(true));
		expect(posts()).toBe(sendings);
		expect(here.simulator.account.orders).toHaveLength(100);
		expect(here.simulator.counters.writes).toBe(100);
	});

	test('a packer who began on an order meanwhile keeps what they typed', async () => {
		await open();
		here.simulator.faults.add(lostAnswer());
		here.simulator.faults.add({
			matches: ({ method, path }) => method === 'GET' && path === '/orders',
			effect: (answer) => {
				here.simulator.people.edit(here.byKey('qbo-9130-Invoice-1')?.orderId ?? 0, { serviceCode: 'ups_ground' });
				return answer;
			},
		});
		expect(kinds(await here.gateway.sendOrders([order(1)]))).toEqual([true]);
		expect(here.byKey('qbo-9130-Invoice-1')?.serviceCode).toBe('ups_ground');
		expect(here.simulator.counters.writeLog).toEqual(['create 1']);
	});

	test('only part of it arrived: the rest is sent again', async () => {
		await open();
		await here.another().sendOrders(orders(30));
		here.simulator.counters.reset();
		here.simulator.faults.add(brokenConnection());
		expect(kinds(await here.gateway.sendOrders(orders(100)))).toEqual(Array(100).fill(true));
		expect(here.simulator.counters.bulkSizes).toEqual([70]);
		expect(here.simulator.account.orders).toHaveLength(100);
	});

	test('an older version that stands there is no arrival', async () => {
		await open();
		await here.another().sendOrders([order(1)]);
		here.simulator.faults.add(brokenConnection());
		expect(kinds(await here.gateway.sendOrders([order(1, { taxAmount: 7 })]))).toEqual([true]);
		expect(here.byKey('qbo-9130-Invoice-1')?.taxAmount).toBe(7);
	});

	test('that stays lost stops the run, and every order says so', async () => {
		await open();
		here.simulator.faults.add(brokenConnection({ times: 100 }));
		const outcomes = await here.gateway.sendOrders(orders(150));
		expect(kinds(outcomes)).toEqual(Array(150).fill(false));
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({ failure: { cause: 'temporarily-unavailable', reason: 'not-confirmed', remedy: expect.stringContaining('not made twice') } });
		}
	});

	test('a service that breaks down over everything is not searched for a bad order for long', async () => {
		await open({ requestsPerMinute: 100_000 });
		here.simulator.faults.add({ matches: isBulkCall, times: 10_000, effect: { status: 500, body: { Message: 'An error has occurred.' } } });
		const outcomes = await here.gateway.sendOrders(orders(300));
		expect(outcomes.every((outcome) => !outcome.ok && outcome.failure.cause === 'temporarily-unavailable')).toBe(true);
		expect(here.simulator.counters.calls).toBeLessThanOrEqual(30);
	});

	test('sent twice by two workers, an order stands once', async () => {
		await open();
		await Promise.all([here.another().sendOrders(orders(100)), here.another().sendOrders(orders(100))]);
		expect(here.simulator.account.orders).toHaveLength(100);
	});
});

describe('cancelling', () => {
	test('sends everything else of the order again as it stood, packers’ fields too', async () => {
		await open();
		await here.gateway.sendOrders([order(1, { tagIds: [8336], advancedOptions: { customField1: 'mark', storeId: WOO_STORE } })]);
		const stands = here.byKey('qbo-9130-Invoice-1')!;
		here.simulator.people.edit(stands.orderId, { weight: { value: 12, units: 'ounces' }, internalNotes: 'second shelf', requestedShippingService: 'Ground' });
		const before = structuredClone(stands);
		const listed = await here.gateway.orders({});
		const outcomes = await here.gateway.cancelOrders(listed.ok ? listed.value.rows : []);
		expect(outcomes).toMatchObject([{ ok: true, value: { orderId: stands.orderId } }]);
		const { modifyDate: _modified, orderStatus, items, ...after } = here.byKey('qbo-9130-Invoice-1')!;
		expect(orderStatus).toBe('cancelled');
		expect(items).toMatchObject([{ sku: 'MUG', quantity: 2, unitPrice: 12.5, lineItemKey: '1' }]);
		expect(before).toMatchObject(after);
		expect(here.simulator.counters.ignored).toEqual([]);
	});

	test('leaves a shipped order alone, and says so', async () => {
		await open();
		await here.gateway.sendOrders([order(1)]);
		here.simulator.people.buyLabel(here.byKey('qbo-9130-Invoice-1')?.orderId ?? 0);
		const listed = await here.gateway.orders({});
		expect(await here.gateway.cancelOrders(listed.ok ? listed.value.rows : [])).toMatchObject([{ ok: false, failure: { cause: 'order-refused' } }]);
	});

	test('means one part of a split order, not the other', async () => {
		await open();
		await here.gateway.sendOrders([order(1)]);
		const parent = here.byKey('qbo-9130-Invoice-1')!;
		const child = here.simulator.people.split(parent.orderId, { MUG: 1 });
		const read = await here.gateway.order(child.orderId);
		expect(await here.gateway.cancelOrders(read.ok && read.value ? [read.value] : [])).toMatchObject([{ ok: true, value: { orderId: child.orderId } }]);
		expect([parent.orderStatus, child.orderStatus]).toEqual(['awaiting_shipment', 'cancelled']);
	});
});
