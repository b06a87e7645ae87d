import { Pacer } from '../../nodes/quickbooks/pacer';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { MovableClock } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

/** Orders of a busy week: one in five by a new customer, 300 SKUs; each shop has products of its own. */
const manyPlans = (count: number, settings: SyncSettingsInput, from = 0): TransactionPlan[] =>
	Array.from({ length: count }, (_, index) => {
		const number = from + index;
		const person = Math.floor(number / 5);
		const order = makeOrder(String(10_000 + number), { customer: { firstName: 'Buyer', lastName: `N${person}`, email: `buyer${person}@example.com` } });
		order.lines[0]!.sku = `SKU-${from}-${number % 300}`;
		order.lines[1]!.sku = `MUG-${from}`;
		return planFor(order, { ...SETTINGS, customer: { mode: 'byEmail' }, ...settings });
	});

describe("QuickBooks' limits", () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench({ clock: new MovableClock('2026-03-02T09:00:00Z') });
	});
	afterEach(() => bench.close());

	/** Seconds by the clock, which stands still but for what is waited: answers come at once here. */
	async function secondsWaited(work: () => Promise<unknown>): Promise<number> {
		const started = bench.clock.now();
		await work();
		return (bench.clock.now() - started) / 1000;
	}

	/** What this many batches have to wait for at least: the first forty go at once, and each further forty a minute later. */
	const leastWait = (calls: number): number => Math.floor((calls - 1) / 40) * 60;

	test('are kept over 2,000 orders, and used: no 429, and no minute lost', async () => {
		const plans = manyPlans(2000, {});
		const waited = await secondsWaited(async () => {
			const run = await bench.post(plans);
			expect(run.postings.filter(({ outcome }) => outcome !== 'posted')).toEqual([]);
		});
		expect(bench.company.company.documents('SalesReceipt')).toHaveLength(2000);
		// The simulator counts by any sixty seconds: 40 batches, 500 requests, ten at once.
		expect(bench.company.counters).toMatchObject({ throttled: 0, refused: 0 });
		const { calls } = bench.company.counters;
		expect(calls).toBeLessThanOrEqual(110);
		expect(waited).toBeGreaterThan(leastWait(calls));
		expect(waited).toBeLessThan(leastWait(calls) + 5);
	});

	test('are kept by two workflows together that post to one company', async () => {
		const waited = await secondsWaited(() => Promise.all([bench.post(manyPlans(500, {})), bench.post(manyPlans(500, {}, 500))]));
		expect(bench.company.company.documents('SalesReceipt')).toHaveLength(1000);
		expect(bench.company.counters).toMatchObject({ throttled: 0, refused: 0 });
		expect(waited).toBeLessThan(leastWait(bench.company.counters.calls) + 5);
	});

	test('that other apps of the company have used up are waited for, and every order stands once', async () => {
		bench.company.limits.batchesPerMinute = 15;
		await bench.post(manyPlans(600, {}));
		expect(bench.company.counters.throttled).toBeGreaterThan(0);
		expect(bench.company.company.documents('SalesReceipt')).toHaveLength(600);
		expect(new Set(bench.company.company.documents('SalesReceipt').map(({ DocNumber }) => DocNumber)).size).toBe(600);
	});
});

describe('batches, of which there are fewest', () => {
	/** A clock that stands still: whoever waits does so for ever. */
	const clock = { now: () => 1_000_000, sleep: () => new Promise<void>(() => undefined), cancelled: () => false };
	const atOnce = () => Promise.resolve();
	let pacer: Pacer;
	beforeEach(() => {
		pacer = new Pacer();
	});
	const batches = async (count: number) => {
		for (let batch = 0; batch < count; batch += 1) await pacer.run('batch', clock, atOnce, true);
	};
	const askedOneByOne = () => [1, 2, 6, 7, 30].filter((questions) => pacer.askOneByOne(questions, clock));

	test('take the questions while there are enough, so that a run with nothing new costs few calls after a small one', async () => {
		await batches(34);
		expect(askedOneByOne()).toEqual([1]);
	});

	test('are left to the writes when they run short, and no question waits behind writes', async () => {
		await batches(35);
		expect(askedOneByOne()).toEqual([1, 2, 6]);
		await batches(5);
		expect(askedOneByOne()).toEqual([1, 2, 6]);
		void pacer.run('batch', clock, atOnce, true);
		expect(askedOneByOne()).toEqual([1, 2, 6, 7, 30]);
		await pacer.run('request', clock, atOnce);
	});

	test('are left to the writes of a back-fill also when its minute has just begun anew', async () => {
		let now = clock.now();
		const passing = { ...clock, now: () => now, sleep: (milliseconds: number) => ((now += milliseconds), Promise.resolve()) };
		const asked = () => [1, 2, 6, 7, 30].filter((questions) => pacer.askOneByOne(questions, passing));
		for (let batch = 0; batch < 41; batch += 1) await pacer.run('batch', passing, atOnce, true);
		expect(asked()).toEqual([1, 2, 6]);
		now += 61_000;
		expect(asked()).toEqual([1]);
	});

	test('take the questions after all when the single requests of the minute are used up', async () => {
		pacer = new Pacer({ batchesPerMinute: 40, requestsPerMinute: 100, requestsPerSecond: 1_000, atOnce: 6 });
		await batches(40);
		void pacer.run('batch', clock, atOnce, true);
		for (let request = 0; request < 15; request += 1) await pacer.run('request', clock, atOnce);
		expect(askedOneByOne()).toEqual([1, 2]);
	});
});

describe('a batch of a full minute', () => {
	const WRITE_MS = 2_000;
	const clock = {
		now: () => Date.now(),
		sleep: (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds)),
		cancelled: () => false,
	};
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => void jest.useRealTimers());

	/** How long after the first of 41 writes the last one is sent, in milliseconds. */
	async function waitsOfWrites(pacer: Pacer): Promise<number> {
		const sent: number[] = [];
		const runs = Array.from({ length: 41 }, () => pacer.run('batch', clock, () => (sent.push(Date.now()), clock.sleep(WRITE_MS)), true));
		await jest.advanceTimersByTimeAsync(180_000);
		await Promise.all(runs);
		return sent.at(-1)! - sent[0]!;
	}

	// QuickBooks' minute and a quarter of a second, and what the first one may have been on its way longer than the last.
	const [LEAST_MS, MOST_MS] = [60_400, 60_500];

	test('waits for a minute after the first one may have arrived, and not for how long QuickBooks worked on that', async () => {
		const waited = await waitsOfWrites(new Pacer());
		expect(waited).toBeGreaterThanOrEqual(LEAST_MS);
		expect(waited).toBeLessThanOrEqual(MOST_MS);
	});

	test('waits no longer after questions that were answered much quicker', async () => {
		const pacer = new Pacer();
		await Promise.all([pacer.run('batch', clock, () => clock.sleep(50)), jest.advanceTimersByTimeAsync(90_000)]);
		expect(await waitsOfWrites(pacer)).toBeLessThanOrEqual(MOST_MS);
	});
});
