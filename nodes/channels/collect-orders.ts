import type { Order, UnreadableOrder } from '../order/order';
import type { Failure } from '../outcome/failure';
import type { Outcome } from '../outcome/outcome';
import { Batch } from './batch';
import { endPoll, nextPass, takePage, withoutToken } from './bookmark';
import type { OrderQuery } from './channel';
import { instant } from './instant';
import { knownOrders } from './known-orders';
import { ORDERS, type Changing, type PageOf, type Readable } from './readable';
import type { ReadingRules } from './reading-rules';
import type { Pass, PassKind, ReadingState } from './reading-state';

/** What one poll may take. */
export interface PollBudget {
	/** No page is begun after this; milliseconds since the epoch. */
	until: number;
	/** Orders given out at most. */
	mostOrders: number;
	pageSize: number;
	now(): number;
}

export interface Collected<T = Order | UnreadableOrder> {
	batch: Batch<T>;
	state: ReadingState;
	/** Whether the budget ended before the orders did; the next poll goes on. */
	cut: boolean;
	/** What stopped the reading, after the pages in the batch. */
	failure?: Failure;
}

export type FetchPage<T = Order | UnreadableOrder> = (query: OrderQuery) => Promise<Outcome<PageOf<T>>>;

/** Whether a page mark of an earlier poll is one that the channel does not take any more. */
export const isRefusedToken = (failure: Failure, pass: Pass): boolean =>
	pass.pageToken !== undefined && ['node-defect', 'configuration-invalid'].includes(failure.cause);

/** Reads what a poll is to read of a shop's orders, as far as its budget goes. */
export const collectOrders = (
	fetchPage: FetchPage,
	begun: ReadingState,
	statuses: string[],
	rules: ReadingRules,
	budget: PollBudget,
): Promise<Collected> => collectReadings(fetchPage, begun, statuses, rules, budget, ORDERS);

/** Reads what a poll is to read, as far as its budget goes. At least one page, so that every poll gets on. */
export async function collectReadings<T extends Changing>(
	fetchPage: FetchPage<T>,
	begun: ReadingState,
	statuses: string[],
	rules: ReadingRules,
	budget: PollBudget,
	things: Readable<T>,
): Promise<Collected<T>> {
	const state = begun;
	const batch = new Batch<T>();
	const pageSize = Math.min(budget.pageSize, budget.mostOrders);
	const finish = (rest: { cut: boolean; failure?: Failure }): Collected<T> => {
		endPoll(state, rules);
		return { batch, state, ...rest };
	};
	const read = new Set<PassKind>();
	const isKnown = knownOrders(state);
	for (let due = nextPass(state); due; due = nextPass(state)) {
		const { kind, pass } = due;
		const spent = budget.now() >= budget.until || batch.size + pageSize > budget.mostOrders;
		if (read.size > 0 && spent) {
			if (!read.has(kind)) state.waiting = kind;
			return finish({ cut: true });
		}
		const { from, to, pageToken } = pass;
		const query = { by: 'updated', order: 'oldest', statuses, pageSize, from, to, pageToken } as const;
		const page = await fetchPage(kind === 'news' ? { ...query, isKnown } : query);
		if (!page.ok) {
			if (!isRefusedToken(page.failure, pass)) return finish({ cut: false, failure: page.failure });
			state[kind] = withoutToken(pass);
			continue;
		}
		takePage(state, kind, page.value, rules, instant(budget.now()), batch, things);
		read.add(kind);
		delete state.waiting;
	}
	return finish({ cut: false });
}
