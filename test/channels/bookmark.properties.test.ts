import fc from '../repeatable';
import type { Order, UnreadableOrder } from '../../nodes/order/order';
import { InMemoryShop } from './in-memory-shop';
import { DAY, HOUR, MINUTE, PollingHost, RULES } from './polling-host';

const START = Date.parse('2026-03-10T12:00:00Z');

/** What may happen, in any order. Numbers pick an order or a duration. */
type Happening =
	| { what: 'place' | 'placeLate' | 'update' | 'crash' | 'crashWithinPoll' | 'poll' | 'finishRuns'; pick: number }
	| { what: 'wait'; minutes: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ what: fc.constantFrom('place' as const, 'update' as const), pick: fc.nat(50) }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('placeLate' as const), pick: fc.nat(4) }) },
	{ weight: 4, arbitrary: fc.record({ what: fc.constant('poll' as const), pick: fc.constant(0) }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('finishRuns' as const), pick: fc.constant(0) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constantFrom('crash' as const, 'crashWithinPoll' as const), pick: fc.constant(0) }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('wait' as const), minutes: fc.integer({ min: 600, max: 5_000 }) }) },
);

const limits = fc.record({
	pageSize: fc.integer({ min: 1, max: 4 }),
	mostOrders: fc.integer({ min: 1, max: 6 }),
	seconds: fc.integer({ min: 1, max: 5 }),
	minutesAhead: fc.nat(9),
});

const during = fc.array(fc.constantFrom('place', 'update', 'placeLate', 'nothing'), { maxLength: 12 });

interface Size {
	pageSize: number;
	mostOrders: number;
	seconds: number;
	minutesAhead: number;
}

class World {
	readonly shop = new InMemoryShop(START);
	readonly host: PollingHost;
	/** When the oldest unfinished run began: runs take less than half a day here. */
	private runningSince: number | undefined;

	constructor(size: Size, updates: 'newOnly' | 'newAndUpdated') {
		this.host = new PollingHost(this.shop, { ...RULES, updates }, size, size.minutesAhead * MINUTE);
	}

	async happen(happening: Happening): Promise<void> {
		switch (happening.what) {
			case 'wait':
				return this.wait(happening.minutes);
			case 'poll':
				this.runningSince ??= this.shop.now;
				return void (await this.host.poll());
			case 'finishRuns':
				return this.finishRuns();
			case 'crash':
				return this.host.crash();
			case 'crashWithinPoll':
				return await this.host.crashWithinPoll();
			default:
				return this.trade(happening.what, happening.pick);
		}
	}

	trade(what: string, pick: number): void {
		const picked = String(1 + (pick % Math.max(1, this.shop.rows.size)));
		if (what === 'place') this.shop.place();
		// The shop shows an order some minutes after the time that it carries.
		if (what === 'placeLate') this.shop.place({ placed: this.shop.now - pick * MINUTE, updated: this.shop.now - pick * MINUTE });
		if (what === 'update' && this.shop.rows.has(picked)) this.shop.update(picked);
	}

	private wait(minutes: number): void {
		this.shop.now += minutes * MINUTE;
		if (this.runningSince !== undefined && this.shop.now - this.runningSince > DAY / 2) this.finishRuns();
	}

	private finishRuns(): void {
		this.host.finishRuns();
		this.runningSince = undefined;
	}
}

/** When the trigger was switched on, by our own clock. */
const activated = ({ minutesAhead }: Size): number => START - minutesAhead * MINUTE;

const last = (orders: Array<Order | UnreadableOrder>, id: string) => orders.filter((order) => order.id === id).at(-1);

const rising = (bookmarks: Array<string | undefined>): boolean =>
	bookmarks.every((bookmark, index) => index === 0 || (bookmark ?? '') >= (bookmarks[index - 1] ?? ''));

async function live(updates: 'newOnly' | 'newAndUpdated', size: Size, happenings: Happening[], meanwhile: string[]) {
	const world = new World(size, updates);
	world.shop.place({ placed: START - DAY, updated: START - DAY });
	world.shop.place({ placed: START - 10 * MINUTE, updated: START - 1_000 });
	await world.host.activate();
	meanwhile.forEach((what, index) => world.host.meanwhile.push(() => world.trade(what, index % 5)));
	for (const happening of happenings) {
		await world.happen(happening);
		expect(rising(world.host.bookmarks)).toBe(true);
	}
	// n8n comes up again after all that, and has time.
	world.host.crash();
	await world.host.settle();
	// Then the shop closes.
	world.host.meanwhile.length = 0;
	world.shop.now += HOUR;
	await world.host.settle();
	return world;
}

const runs = { numRuns: 200 };

test('whatever happens, every order placed since the start is worked on in its newest reading, and no older one', async () => {
	await fc.assert(
		fc.asyncProperty(limits, fc.array(happening, { maxLength: 60 }), during, async (size, happenings, meanwhile) => {
			const { shop, host } = await live('newAndUpdated', size, happenings, meanwhile);
			for (const row of shop.rows.values()) {
				const done = last(host.done, row.id);
				if (row.placed < activated(size)) expect(done).toBeUndefined();
				else expect(done?.fingerprint).toBe(shop.read(row).fingerprint);
			}
		}),
		runs,
	);
}, 120_000);

test('with New Orders Only too, every order placed since the start is worked on', async () => {
	await fc.assert(
		fc.asyncProperty(limits, fc.array(happening, { maxLength: 60 }), during, async (size, happenings, meanwhile) => {
			const { shop, host } = await live('newOnly', size, happenings, meanwhile);
			for (const row of shop.rows.values()) expect(last(host.done, row.id) !== undefined).toBe(row.placed >= activated(size));
		}),
		runs,
	);
}, 120_000);
