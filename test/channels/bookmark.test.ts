import { collectOrders, type FetchPage } from '../../nodes/channels/collect-orders';
import { beginPoll } from '../../nodes/channels/begin-poll';
import { instant } from '../../nodes/channels/instant';
import { MOST_SEEN, type ReadingState } from '../../nodes/channels/reading-state';
import type { UnreadableOrder } from '../../nodes/order/order';
import { fail, succeed } from '../../nodes/outcome/outcome';
import { InMemoryShop } from './in-memory-shop';
import { DAY, HOUR, PollingHost, RULES } from './polling-host';

const START = Date.parse('2026-03-10T12:00:00Z');
const SOURCE = 'memory/shop.example.test';

const down = fail({ cause: 'temporarily-unavailable', reason: 'down', message: 'The shop is down', remedy: 'Wait' } as const);
const refused = fail({ cause: 'node-defect', reason: 'page-token-unknown', message: 'No such page', remedy: 'Nothing' } as const);

const collect = async (fetchPage: FetchPage, state: ReadingState, mostOrders = 100) =>
	await collectOrders(fetchPage, state, [], RULES, { until: Infinity, mostOrders, pageSize: 2, now: () => START + HOUR });

const begin = (saved?: ReadingState, rules = RULES) => beginPoll(saved, SOURCE, rules, instant(START), saved === undefined);

function shopWith(orders: number): InMemoryShop {
	const shop = new InMemoryShop(START);
	for (let count = 0; count < orders; count += 1) {
		shop.now += 1_000;
		shop.place();
	}
	return shop;
}

test('pages that were read before the shop went down are given out, and the next poll goes on behind them', async () => {
	const shop = shopWith(6);
	const pages: FetchPage = async (query) => (query.pageToken?.endsWith('4') ? down : await shop.fetchPage(query));
	const first = await collect(pages, begin().state);
	expect(first.batch.orders.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
	expect(first.failure?.reason).toBe('down');

	const second = await collect(shop.fetchPage, begin(first.state).state);
	expect(second.batch.orders.map(({ id }) => id)).toEqual(['5', '6']);
});

test('a page mark that the channel no longer takes costs nothing but reading again', async () => {
	const shop = shopWith(6);
	const first = await collect(shop.fetchPage, begin().state, 4);
	expect(first).toMatchObject({ cut: true });
	let marks = 0;
	const forgetful: FetchPage = async (query) => (query.pageToken && marks++ === 0 ? refused : await shop.fetchPage(query));
	const second = await collect(forgetful, begin(first.state).state);
	expect([...first.batch.orders, ...second.batch.orders].map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('a start date that is moved back fills back; one that is moved on leaves out', async () => {
	const shop = new InMemoryShop(START);
	shop.place({ placed: START - DAY, updated: START - DAY });
	const first = await collect(shop.fetchPage, begin().state);
	expect(first.batch.size).toBe(0);
	const back = begin(first.state, { ...RULES, startDate: instant(START - 2 * DAY) });
	expect(back.began).toBe('start-moved-back');
	expect((await collect(shop.fetchPage, back.state)).batch.size).toBe(1);

	const on = begin(first.state, { ...RULES, startDate: instant(START + DAY) });
	shop.place({ placed: START + HOUR, updated: START + HOUR });
	const left = await collect(shop.fetchPage, on.state);
	expect(left.batch.size).toBe(0);
});

test('a back-fill whose runs die with a worker comes again with the next two sweeps, however old its orders are, and then only the newest', async () => {
	const shop = new InMemoryShop(START);
	for (let month = 12; month > 0; month -= 1) shop.place({ placed: START - month * 30 * DAY, updated: START - month * 30 * DAY });
	const host = new PollingHost(shop, { ...RULES, startDate: instant(START - 400 * DAY) }, { pageSize: 3, mostOrders: 6, seconds: 60 });
	await host.poll();
	host.finishRuns();
	await host.poll();
	host.loseRuns();
	expect(new Set(host.done.map(({ id }) => id)).size).toBe(6);

	const sweptOnTheNextDay = async () => {
		shop.now += DAY;
		const given = host.done.length;
		await host.settle();
		return host.done.slice(given).map(({ id }) => Number(id));
	};
	const all = Array.from({ length: 12 }, (_, index) => index + 1);
	expect(await sweptOnTheNextDay()).toEqual(all);
	expect(await sweptOnTheNextDay()).toEqual(all);
	expect(await sweptOnTheNextDay()).toEqual([12]);
});

test('a bulk edit of more orders than can be remembered comes out once, not on every poll', async () => {
	const shop = new InMemoryShop(START);
	const host = new PollingHost(shop, RULES, { pageSize: 500, mostOrders: 5_000, seconds: 60 });
	await host.activate();
	for (let count = 0; count < MOST_SEEN + 500; count += 1) {
		if (count % 20 === 0) shop.now += 1_000;
		shop.place();
	}
	shop.now += 1_000;
	expect((await host.poll()).batch.size).toBe(MOST_SEEN + 500);
	expect((await host.poll()).batch.size).toBe(0);
	expect(Object.keys(host.state?.seen ?? {})).toHaveLength(MOST_SEEN);
	expect(JSON.stringify(host.state).length).toBeLessThan(150_000);
	shop.update('1');
	expect((await host.poll()).batch.orders.map(({ id }) => id)).toEqual(['1']);
});

test('an order updated while it is read is given out once, in its newest reading', async () => {
	const shop = shopWith(4);
	const pages: FetchPage = async (query) => {
		const page = await shop.fetchPage(query);
		shop.now += 1_000;
		if (query.pageToken === undefined) shop.update('1');
		return page;
	};
	const { batch } = await collect(pages, begin().state);
	expect(batch.orders.map(({ id }) => id)).toEqual(['2', '3', '4', '1']);
});

test('a shop whose clock went mad for one order is read on', async () => {
	const shop = new InMemoryShop(START);
	const host = new PollingHost(shop);
	await host.activate();
	shop.place({ placed: START, updated: Date.parse('2099-01-01T00:00:00Z') });
	shop.now += HOUR;
	expect((await host.poll()).batch.size).toBe(1);
	shop.now += HOUR;
	shop.place();
	expect((await host.poll()).batch.orders.map(({ id }) => id)).toEqual(['2']);
});

test('an order that cannot be read is given out even when its times cannot be read either', async () => {
	const shop = shopWith(2);
	const pages: FetchPage = async (query) => {
		const page = await shop.fetchPage(query);
		if (!page.ok || query.pageToken !== undefined) return page;
		const [first, ...others] = page.value.orders;
		const spoilt = { ...first, status: 'unreadable', placedAt: 'noon', updatedAt: '0000-00-00', reason: "'placedAt' is 'noon'" };
		return succeed({ orders: [spoilt as UnreadableOrder, ...others] });
	};
	const { batch } = await collect(pages, begin().state);
	expect(batch.orders).toMatchObject([{ id: '1', status: 'unreadable' }, { id: '2' }]);
});
