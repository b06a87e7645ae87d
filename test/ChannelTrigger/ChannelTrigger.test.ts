import { DateTime } from 'luxon';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { startWooCommerce, type WooCommerceSimulator } from '../simulators/woocommerce';
import { ONE_MUG } from '../simulators/woocommerce/example-orders';
import { PollingShop } from './polling-shop';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

const HOUR = 60 * 60_000;
const SECOND = 1_000;

let shop: WooCommerceSimulator;

beforeEach(async () => {
	pollingMemory.forget();
	shop = await startWooCommerce();
});
afterEach(async () => await shop.close());

/** Somebody buys a mug and pays. @returns the order's id */
function sell(): string {
	const { id } = shop.store.addOrder(ONE_MUG);
	shop.store.pay(id);
	return String(id);
}

/** The shop's clock goes on, so that the next thing carries a later second. */
const later = (milliseconds = 2 * SECOND) => shop.clock.advance(milliseconds);

/** Our own clock, set forward. */
async function inTheFuture<T>(ahead: number, work: () => Promise<T>): Promise<T> {
	const { now } = Date;
	const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
	try {
		return await work();
	} finally {
		clock.mockRestore();
	}
}

/** A trigger that was switched on now, after an order of long ago. */
async function activated(parameters = {}): Promise<PollingShop> {
	shop.clock.advance(-48 * HOUR);
	sell();
	shop.clock.advance(48 * HOUR);
	const trigger = PollingShop.ofWooCommerce(shop, parameters);
	expect(await trigger.poll()).toEqual([]);
	later();
	return trigger;
}

test('orders placed after activation come out once, those before never', async () => {
	const trigger = await activated();
	const ids = [sell(), sell(), sell()];

	const items = await trigger.poll();
	expect(items.map(({ json }) => json.id)).toEqual(ids);
	expect(items[0]?.json).toMatchObject({
		document: 'order',
		channel: 'woocommerce',
		accountId: shop.accountId,
		paymentStatus: 'paid',
		sample: false,
		totals: { total: '10.97' },
	});
	expect(await trigger.poll()).toEqual([]);
});

test('an update brings an order again, but not where only new ones are wanted', async () => {
	const trigger = await activated();
	const id = sell();
	await trigger.poll();
	later();
	shop.store.updateOrder(Number(id), { status: 'completed' });
	expect(await trigger.pollIds()).toEqual([id]);

	trigger.configure({ orderUpdates: 'newOnly' });
	later();
	const next = sell();
	expect(await trigger.pollIds()).toEqual([next]);
	later();
	shop.store.updateOrder(Number(next), { status: 'completed' });
	expect(await trigger.poll()).toEqual([]);
});

test('an unpaid order comes out when it is paid, or at once where that is not asked for', async () => {
	const trigger = await activated({ orderUpdates: 'newOnly' });
	const { id } = shop.store.addOrder(ONE_MUG);
	expect(await trigger.poll()).toEqual([]);
	later();
	shop.store.pay(id);
	expect(await trigger.pollIds()).toEqual([String(id)]);

	later();
	trigger.configure({ paidOnly: false });
	const unpaid = shop.store.addOrder(ONE_MUG);
	expect(await trigger.pollIds()).toEqual([String(unpaid.id)]);
});

test('only the chosen statuses are fetched', async () => {
	const trigger = await activated({ woocommerceStatuses: ['completed'] });
	const id = sell();
	expect(await trigger.poll()).toEqual([]);
	later();
	shop.store.updateOrder(Number(id), { status: 'completed' });
	expect(await trigger.pollIds()).toEqual([id]);
});

test('a batch that was lost with the process is read again at the next start', async () => {
	const trigger = await activated();
	const ids = [sell(), sell()];
	expect(await trigger.pollIds()).toEqual(ids);

	// n8n has saved the state and is killed before it runs the batch.
	trigger.restart();
	expect(await trigger.pollIds()).toEqual(ids);
	expect(await trigger.poll()).toEqual([]);
});

test('a poll that is given an older state than the last one left reads again what that one had still to read', async () => {
	const trigger = PollingShop.ofWooCommerce(shop, { options: { ordersPerPoll: 3 } });
	await trigger.poll();
	later();
	const ids = Array.from({ length: 7 }, sell);
	for (let poll = 0; poll < 4; poll += 1) await trigger.poll();
	const before = trigger.saved;
	trigger.restart();
	expect(await trigger.pollIds()).toEqual(ids.slice(0, 3));

	// The next poll was due while that one was under way, and n8n had read its state already.
	trigger.goOnFrom(before);
	const polls = [await trigger.pollIds(), await trigger.pollIds(), await trigger.pollIds(), await trigger.pollIds()];
	expect([...new Set(polls.flat())]).toEqual(ids);
});

test('an order of before the start date is not emitted by an update, a restart or a sweep', async () => {
	shop.clock.advance(-2 * HOUR);
	const historic = sell();
	shop.clock.advance(2 * HOUR);
	const trigger = PollingShop.ofWooCommerce(shop, { options: { sweepIntervalHours: 1 } });
	await trigger.poll();
	later();
	shop.store.updateOrder(Number(historic), { status: 'completed' });
	expect(await trigger.poll()).toEqual([]);
	trigger.restart();
	expect(await trigger.poll()).toEqual([]);
	expect(await inTheFuture(2 * HOUR, async () => await trigger.poll())).toEqual([]);
});

test('a start date in the past fills back, over as many polls as it takes', async () => {
	shop.clock.advance(-24 * HOUR);
	const ids = Array.from({ length: 7 }, () => {
		later();
		return sell();
	});
	shop.clock.advance(24 * HOUR);
	const startDate = new Date(Date.now() - 72 * HOUR).toISOString();
	const trigger = PollingShop.ofWooCommerce(shop, { options: { startDate, ordersPerPoll: 3 } });

	const polls = [await trigger.pollIds(), await trigger.pollIds(), await trigger.pollIds(), await trigger.pollIds()];
	expect(polls.flat()).toEqual(ids);
	expect(Math.max(...polls.map((poll) => poll.length))).toBeLessThanOrEqual(3);
});

test('a refunded order, which the overlap brings back on every poll, costs no call more', async () => {
	const trigger = await activated();
	const id = sell();
	shop.store.addRefund(Number(id), { amount: '2.00' });
	await trigger.poll();
	await inTheFuture(5 * 60 * SECOND, async () => await trigger.poll());
	const { orders, refunds } = shop.counters;
	expect(await inTheFuture(6 * 60 * SECOND, async () => await trigger.poll())).toEqual([]);
	expect(shop.counters).toMatchObject({ orders: orders + 1, refunds });
	later();
	shop.store.addRefund(Number(id), { amount: '1.00' });
	expect((await trigger.poll()).map(({ json }) => json)).toMatchObject([{ id, totals: { refunded: '3.00' } }]);
});

test('a sweep finds a refund that was taken back, which the shop does not count as a change', async () => {
	const trigger = await activated({ options: { sweepIntervalHours: 1 } });
	const id = sell();
	const refund = shop.store.addRefund(Number(id), { amount: '2.00' });
	const [refunded] = await trigger.poll();
	expect(refunded?.json).toMatchObject({ id, totals: { refunded: '2.00' } });
	later(HOUR / 2);
	const other = sell();
	await inTheFuture(HOUR / 2, async () => {
		expect(await trigger.pollIds()).toEqual([other]);
		shop.store.deleteRefund(Number(id), refund.id);
		expect(await trigger.poll()).toEqual([]);
	});

	const swept = await inTheFuture(HOUR, async () => await trigger.poll());
	expect(swept.find(({ json }) => json.id === id)?.json).toMatchObject({ refunds: [] });
});

test('the test step shows the newest three as samples and leaves no trace', async () => {
	shop.clock.advance(-24 * HOUR);
	const ids = Array.from({ length: 4 }, () => {
		later();
		return sell();
	});
	shop.clock.advance(24 * HOUR);
	const trigger = PollingShop.ofWooCommerce(shop);
	const items = await trigger.poll('manual');
	expect(items.map(({ json }) => [json.id, json.sample])).toEqual(ids.slice(-3).reverse().map((id) => [id, true]));
	expect(trigger.remembers).toBe(false);
});

test('the test step of an empty shop says what to do', async () => {
	await expect(PollingShop.ofWooCommerce(shop).poll('manual')).rejects.toMatchObject({
		message: expect.stringContaining("'Order Statuses'"),
		description: expect.stringContaining('Place a test order'),
	});
});

test('an order that cannot be read comes out with its id and the reason, beside the others', async () => {
	const trigger = await activated();
	const [first, second] = [sell(), sell()];
	shop.store.spoil(Number(first), { total: 'abc' });
	const items = await trigger.poll();
	expect(items.map(({ json }) => [json.id, json.status])).toEqual([
		[first, 'unreadable'],
		[second, expect.not.stringMatching('unreadable')],
	]);
	expect(items[0]?.json.reason).toEqual(expect.any(String));
});

test('a poll that starts while another one is under way gives nothing', async () => {
	const trigger = await activated();
	const id = sell();
	const both = await Promise.all([trigger.pollIds(), trigger.pollIds()]);
	expect(both.sort((a, b) => b.length - a.length)).toEqual([[id], []]);
});

test('a refused key stops the poll with what to do, and without the key', async () => {
	const trigger = PollingShop.ofWooCommerce({ url: shop.url, keys: { ...shop.keys, consumerSecret: 'cs_00000000wrong' } });
	const thrown = await trigger.poll().catch((error: unknown) => error);
	expect(thrown).toMatchObject({
		message: expect.stringContaining('WooCommerce'),
		description: expect.stringContaining('REST API key'),
		failure: { cause: 'credential-invalid' },
	});
	expect(JSON.stringify(thrown)).not.toContain('cs_00000000wrong');
	expect(trigger.remembers).toBe(false);
});

test('a shop that is down stops the poll; nothing is skipped when it is back', async () => {
	const trigger = await activated();
	const before = trigger.saved;
	const id = sell();
	const down = PollingShop.ofWooCommerce({ url: 'http://127.0.0.1:9', keys: shop.keys });
	await expect(down.poll()).rejects.toMatchObject({ failure: { cause: 'temporarily-unavailable' } });
	expect(trigger.saved).toEqual(before);
	expect(await trigger.pollIds()).toEqual([id]);
});

test('another shop begins anew and does not inherit the bookmark', async () => {
	const trigger = await activated();
	sell();
	await trigger.poll();
	const other = await startWooCommerce();
	try {
		other.clock.advance(-HOUR);
		other.store.pay(other.store.addOrder(ONE_MUG).id);
		other.clock.advance(HOUR);
		Object.assign(trigger.vault.dataOf('orderSyncWooCommerceApi'), { url: other.url });
		expect(await trigger.poll()).toEqual([]);
		other.clock.advance(2 * SECOND);
		const { id } = other.store.addOrder(ONE_MUG);
		other.store.pay(id);
		const [item] = await trigger.poll();
		expect(item?.json).toMatchObject({ id: String(id), accountId: other.accountId });
	} finally {
		await other.close();
	}
});

test("every order of the store's yesterday comes out once, with what the period was", async () => {
	const today = DateTime.now().setZone('America/Los_Angeles').startOf('day');
	const ids = [-HOUR, 9 * HOUR, 24 * HOUR - SECOND, 24 * HOUR].map((sinceMidnight) => {
		shop.clock.set(today.minus({ days: 1 }).toMillis() + sinceMidnight);
		return sell();
	});
	shop.clock.set(Date.now());
	const trigger = PollingShop.ofWooCommerce(shop, { whichOrders: 'period', period: 'yesterday' });

	const items = (await trigger.poll()).map(({ json }) => json);
	expect(items.slice(0, -1).map(({ id }) => id)).toEqual([ids[1], ids[2]]);
	expect(items.at(-1)).toMatchObject({
		document: 'period',
		from: today.minus({ days: 1 }).toUTC().toISO(),
		to: today.toUTC().toISO(),
		orders: 2,
		complete: true,
	});
	expect(await trigger.poll()).toEqual([]);
});

test('a date that is none is named', async () => {
	await expect(PollingShop.ofWooCommerce(shop, { options: { startDate: 'soon' } }).poll()).rejects.toMatchObject({
		message: "'Start Date' is 'soon', which is not a date",
	});
});
