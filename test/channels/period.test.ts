import { collectPeriod, type PeriodQuestion } from '../../nodes/channels/collect-period';
import { duePeriod, type PeriodState } from '../../nodes/channels/period';
import { InMemoryShop } from './in-memory-shop';

const ZONE = 'America/New_York';
const NOON = Date.parse('2026-03-10T16:00:00Z');
const DAY = 24 * 60 * 60_000;

const question: PeriodQuestion = {
	choice: { kind: 'yesterday' },
	source: 'memory/shop.example.test',
	channel: 'memory',
	accountId: 'shop.example.test',
	zone: ZONE,
	statuses: [],
	filter: { paidOnly: true, includeTest: false },
	recoveryWindow: DAY,
};

/** Polls a shop for a period, with what was remembered. */
class PeriodPolls {
	state: PeriodState | undefined;
	private started = true;

	constructor(
		private readonly shop: InMemoryShop,
		private readonly asked = question,
		private readonly mostOrders = 100,
	) {}

	async poll() {
		const budget = { until: Infinity, mostOrders: this.mostOrders, pageSize: 3, now: () => this.shop.now };
		const collected = await collectPeriod(this.shop.fetchPage, this.state, this.asked, budget, this.started);
		this.state = collected.state;
		this.started = false;
		return collected.documents;
	}

	restart(): void {
		this.started = true;
	}
}

const sellAt = (shop: InMemoryShop, time: string, change = {}) => shop.place({ placed: Date.parse(time), updated: Date.parse(time), ...change });

describe('which period is due', () => {
	const at = (now: string, done?: { from: string; to: string }) => duePeriod({ kind: 'yesterday' }, ZONE, now, done);

	test('yesterday runs from midnight to midnight of the store, also when a day has 23 hours', () => {
		// Clocks in New York went forward on 8 March 2026.
		expect(at('2026-03-09T14:00:00.000Z')).toEqual({ from: '2026-03-08T05:00:00.000Z', to: '2026-03-09T04:00:00.000Z' });
	});

	test('the next day is due when it is over, and days that were missed come one after the other', () => {
		const done = { from: '2026-03-08T05:00:00.000Z', to: '2026-03-09T04:00:00.000Z' };
		expect(at('2026-03-10T03:59:59.000Z', done)).toBeUndefined();
		expect(at('2026-03-12T14:00:00.000Z', done)).toEqual({ from: done.to, to: '2026-03-10T04:00:00.000Z' });
	});

	test('last week is Monday to Sunday, last month the calendar month', () => {
		expect(duePeriod({ kind: 'lastWeek' }, 'UTC', '2026-03-11T00:00:00.000Z')).toEqual({
			from: '2026-03-02T00:00:00.000Z',
			to: '2026-03-09T00:00:00.000Z',
		});
		expect(duePeriod({ kind: 'lastMonth' }, 'UTC', '2026-03-11T00:00:00.000Z')).toEqual({
			from: '2026-02-01T00:00:00.000Z',
			to: '2026-03-01T00:00:00.000Z',
		});
	});

	test('a range is due once its last day is over', () => {
		const choice = { kind: 'range', firstDay: '2026-03-01', lastDay: '2026-03-02' } as const;
		expect(duePeriod(choice, 'UTC', '2026-03-02T23:59:59.000Z')).toBeUndefined();
		expect(duePeriod(choice, 'UTC', '2026-03-03T00:00:00.000Z')).toEqual({
			from: '2026-03-01T00:00:00.000Z',
			to: '2026-03-03T00:00:00.000Z',
		});
	});

	test('a store that moved to another zone leaves no hour out', () => {
		const done = { from: '2026-01-05T00:00:00.000Z', to: '2026-01-06T00:00:00.000Z' };
		expect(duePeriod({ kind: 'yesterday' }, ZONE, '2026-01-07T12:00:00.000Z', done)).toEqual({
			from: done.to,
			to: '2026-01-07T05:00:00.000Z',
		});
	});
});

test('one poll gives out every order of yesterday and then the period; the day is not given out again', async () => {
	const shop = new InMemoryShop(NOON);
	sellAt(shop, '2026-03-09T03:59:59Z');
	const first = sellAt(shop, '2026-03-09T04:00:00Z');
	const unpaid = sellAt(shop, '2026-03-09T12:00:00Z', { paid: false });
	const spoilt = sellAt(shop, '2026-03-09T12:00:00Z', { readable: false });
	const latest = sellAt(shop, '2026-03-10T03:59:59Z');
	sellAt(shop, '2026-03-10T04:00:00Z');
	const polls = new PeriodPolls(shop);

	const documents = await polls.poll();
	expect(documents.slice(0, -1)).toMatchObject([{ id: first.id }, { id: spoilt.id, status: 'unreadable' }, { id: latest.id }]);
	expect(documents).not.toContainEqual(expect.objectContaining({ id: unpaid.id }));
	expect(documents.at(-1)).toEqual({
		document: 'period',
		schemaVersion: 1,
		channel: 'memory',
		accountId: 'shop.example.test',
		from: '2026-03-09T04:00:00.000Z',
		to: '2026-03-10T04:00:00.000Z',
		firstDay: '2026-03-09',
		lastDay: '2026-03-09',
		orders: 2,
		unreadable: 1,
		complete: true,
	});
	expect(await polls.poll()).toEqual([]);
	shop.now += DAY;
	expect(await polls.poll()).toHaveLength(2);
});

test('a day without orders is told too', async () => {
	const documents = await new PeriodPolls(new InMemoryShop(NOON)).poll();
	expect(documents).toMatchObject([{ document: 'period', orders: 0, complete: true }]);
});

test('a period that does not fit into one poll goes on, and is described when all of it was read', async () => {
	const shop = new InMemoryShop(NOON);
	const ids = Array.from({ length: 8 }, (_, index) => sellAt(shop, `2026-03-09T1${Math.floor(index / 4)}:00:00Z`).id);
	const polls = new PeriodPolls(shop, question, 3);
	const given = [await polls.poll(), await polls.poll(), await polls.poll()];
	expect(given.flat().slice(0, -1).map((document) => document.document === 'order' && document.id)).toEqual(ids);
	expect(given.flat().at(-1)).toMatchObject({ document: 'period', orders: 8 });
	expect(given.slice(0, 2).flat()).not.toContainEqual(expect.objectContaining({ document: 'period' }));
});

test('a period whose batch may be lost is given out again after a start, an unfinished one from its beginning', async () => {
	const shop = new InMemoryShop(NOON);
	for (let index = 0; index < 4; index += 1) sellAt(shop, '2026-03-09T15:00:00Z');
	const polls = new PeriodPolls(shop, question, 3);
	expect(await polls.poll()).toHaveLength(3);
	polls.restart();
	const again = [...(await polls.poll()), ...(await polls.poll())];
	expect(again).toHaveLength(5);
	expect(again.at(-1)).toMatchObject({ orders: 4 });
	polls.restart();
	expect(await polls.poll()).toHaveLength(3);
});

test('an explicit start date holds for a period as well', async () => {
	const shop = new InMemoryShop(NOON);
	sellAt(shop, '2026-03-09T08:00:00Z');
	const wanted = sellAt(shop, '2026-03-09T20:00:00Z');
	const polls = new PeriodPolls(shop, { ...question, startDate: '2026-03-09T12:00:00.000Z' });
	expect(await polls.poll()).toMatchObject([{ id: wanted.id }, { document: 'period', orders: 1 }]);
});
