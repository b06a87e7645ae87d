import { beginPoll } from '../../nodes/channels/begin-poll';
import type { OrderQuery } from '../../nodes/channels/channel';
import { collectOrders, type Collected } from '../../nodes/channels/collect-orders';
import { instant } from '../../nodes/channels/instant';
import type { ReadingRules } from '../../nodes/channels/reading-rules';
import type { ReadingState } from '../../nodes/channels/reading-state';
import type { Order, UnreadableOrder } from '../../nodes/order/order';
import type { InMemoryShop } from './in-memory-shop';

type Given = Order | UnreadableOrder;

export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;
export const MINUTE = 60_000;

export const RULES: ReadingRules = {
	updates: 'newAndUpdated',
	overlap: 5 * MINUTE,
	recoveryWindow: DAY,
	sweepInterval: DAY,
	sweepWindow: 3 * DAY,
	filter: { paidOnly: false, includeTest: false },
};

/**
 * Treats a trigger as n8n does by default: keeps the state in memory, writes it only when a batch is given out, and runs
 * the batch afterwards. A crash loses the batches that have not finished and whatever was not written.
 */
export class PollingHost {
	/** What workflows have finished with, in order. */
	readonly done: Given[] = [];
	/** Every state that was ever in memory, in order; a crash is the only thing that goes back. */
	bookmarks: Array<string | undefined> = [];
	state: ReadingState | undefined;
	/** What happens in the shop after each of the next pages. */
	readonly meanwhile: Array<() => void> = [];

	private written: ReadingState | undefined;
	private running: Array<{ orders: Given[]; since: number }> = [];
	private started = true;

	constructor(
		private readonly shop: InMemoryShop,
		public rules: ReadingRules = RULES,
		/** What fits into one poll. */
		private readonly limits = { pageSize: 3, mostOrders: 100, seconds: 60 },
		/** How many milliseconds the shop's clock is ahead of ours. */
		private readonly ahead = 0,
	) {}

	/** One poll whose batch starts to run. @returns what it gave out */
	async poll(): Promise<Collected> {
		const collected = await this.read();
		this.keep(collected.state);
		if (collected.batch.size > 0) {
			this.written = structuredClone(collected.state);
			this.running.push({ orders: collected.batch.orders, since: this.shop.now });
		}
		return collected;
	}

	/** The workflows that were started come to their end. */
	finishRuns(): void {
		this.done.push(...this.running.flatMap(({ orders }) => orders));
		this.running = [];
	}

	/** n8n is killed: running workflows are not run again. */
	crash(): void {
		this.running = [];
		this.restart();
	}

	/** A worker is killed, and n8n itself lives on: it does not run again what the worker was at. */
	loseRuns(): void {
		this.running = [];
	}

	/** n8n is killed within a poll, before it wrote the state. */
	async crashWithinPoll(): Promise<void> {
		await this.read();
		this.crash();
	}

	private restart(): void {
		this.state = this.written && structuredClone(this.written);
		this.bookmarks = [];
		this.started = true;
	}

	/** n8n saves the state once more when a workflow has been switched on. */
	async activate(): Promise<void> {
		await this.poll();
		this.written = structuredClone(this.state);
	}

	/** Polls until nothing is left over, and lets the workflows finish. */
	async settle(): Promise<void> {
		for (let polls = 0; polls < 2_000; polls += 1) {
			const { cut } = await this.poll();
			this.finishRuns();
			if (!cut) return;
		}
		throw new Error('The polls do not come to an end');
	}

	private async read(): Promise<Collected> {
		const now = this.now();
		const { pageSize, mostOrders, seconds } = this.limits;
		const { state } = beginPoll(this.state, 'memory/shop.example.test', this.rules, instant(now), this.started);
		const budget = { until: now + seconds * 1_000, mostOrders, pageSize, now: () => this.now() };
		return await collectOrders(this.fetchPage, state, [], this.rules, budget);
	}

	/** A page takes a second, and the shop does not stand still. */
	private fetchPage = async (query: OrderQuery) => {
		const page = await this.shop.fetchPage(query);
		this.shop.now += 1_000;
		this.meanwhile.shift()?.();
		return page;
	};

	private now(): number {
		return this.shop.now - this.ahead;
	}

	private keep(state: ReadingState): void {
		this.state = state;
		this.started = false;
		this.bookmarks.push(state.bookmark);
	}
}
