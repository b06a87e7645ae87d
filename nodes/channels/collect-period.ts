import { DateTime } from '../vendor/luxon';
import type { Order, Period, UnreadableOrder } from '../order/order';
import { isUnreadable, ORDER_SCHEMA_VERSION } from '../order/order';
import type { Failure } from '../outcome/failure';
import { withoutToken } from './bookmark';
import { isRefusedToken, type FetchPage, type PollBudget } from './collect-orders';
import { instant, readInstant } from './instant';
import { orderHash } from './order-hash';
import { choiceKey, duePeriod, type PeriodChoice, type PeriodReading, type PeriodState } from './period';
import { isHistoric, isWanted, type OrderFilter } from './reading-rules';

export interface PeriodQuestion {
	choice: PeriodChoice;
	/** Channel and shop. */
	source: string;
	channel: string;
	accountId: string;
	/** IANA name of the store's zone. */
	zone: string;
	statuses: string[];
	filter: OrderFilter;
	/** Only a date that the user gave: choosing a period is a choice of its own. */
	startDate?: string;
	/** Milliseconds; a period given out this lately is given out again after a start, as its batch may not have run. */
	recoveryWindow: number;
}

export interface CollectedPeriod {
	/** The orders of the period, and after the last of them the period itself. */
	documents: Array<Order | UnreadableOrder | Period>;
	state: PeriodState;
	cut: boolean;
	failure?: Failure;
}

/**
 * Gives out the orders placed in the period that is due, over as many polls as it takes, and then one document that says
 * which period it was and how many orders it had. Nothing is due between two periods.
 */
export async function collectPeriod(
	fetchPage: FetchPage,
	saved: PeriodState | undefined,
	question: PeriodQuestion,
	budget: PollBudget,
	afterBreak: boolean,
): Promise<CollectedPeriod> {
	const now = instant(budget.now());
	const state = beginPeriodPoll(saved, question, now, afterBreak);
	const documents: CollectedPeriod['documents'] = [];
	const { reading } = state;
	if (!reading) return { documents, state, cut: false };

	const pageSize = Math.min(budget.pageSize, budget.mostOrders);
	for (let pages = 0; ; pages += 1) {
		const spent = budget.now() >= budget.until || documents.length + pageSize > budget.mostOrders;
		if (pages > 0 && spent) return { documents, state, cut: true };
		const { from, to, pageToken } = reading.pass;
		const { statuses } = question;
		const page = await fetchPage({ by: 'placed', order: 'oldest', statuses, pageSize, from, to, pageToken });
		if (!page.ok) {
			if (!isRefusedToken(page.failure, reading.pass)) return { documents, state, cut: false, failure: page.failure };
			reading.pass = withoutToken(reading.pass);
			continue;
		}
		documents.push(...takePlaced(reading, page.value.orders, question));
		if (page.value.next === undefined) break;
		reading.pass.pageToken = page.value.next;
	}
	documents.push(describePeriod(reading, question));
	state.done = { from: reading.from, to: reading.to, at: now };
	delete state.reading;
	return { documents, state, cut: false };
}

function beginPeriodPoll(
	saved: PeriodState | undefined,
	{ choice, source, zone, recoveryWindow }: PeriodQuestion,
	now: string,
	afterBreak: boolean,
): PeriodState {
	const same = saved?.source === source && saved.choice === choiceKey(choice);
	const state: PeriodState = same ? structuredClone(saved) : { version: 1, source, choice: choiceKey(choice) };
	const { done } = state;
	if (afterBreak) {
		// Parts already given out may not have run, so an unfinished period begins again.
		if (state.reading) state.reading = newReading(state.reading);
		else if (done && Date.parse(now) - Date.parse(done.at) <= recoveryWindow) state.reading = newReading(done);
	}
	const due = state.reading ? undefined : duePeriod(choice, zone, now, done);
	if (due) state.reading = newReading(due);
	return state;
}

const newReading = ({ from, to }: { from: string; to: string }): PeriodReading => ({
	from,
	to,
	pass: { from, to },
	orders: 0,
	unreadable: 0,
	seam: [],
});

/** Counts the orders of a page and gives out those that are wanted; pages may begin with orders of the last one's end. */
function takePlaced(
	reading: PeriodReading,
	orders: Array<Order | UnreadableOrder>,
	{ filter, startDate }: PeriodQuestion,
): Array<Order | UnreadableOrder> {
	const seam = new Set(reading.seam);
	const fresh = orders.filter((order) => !seam.has(orderHash(order)));
	for (const order of fresh) {
		const placed = readInstant(order.placedAt) ?? reading.pass.reached;
		if (placed !== reading.pass.reached) reading.seam = [];
		reading.pass.reached = placed;
		reading.seam.push(orderHash(order));
	}
	const wanted = fresh.filter((order) => isWanted(order, filter) && !(startDate && isHistoric(order, startDate)));
	const unreadable = wanted.filter(isUnreadable).length;
	reading.unreadable += unreadable;
	reading.orders += wanted.length - unreadable;
	return wanted;
}

const describePeriod = (reading: PeriodReading, { channel, accountId, zone }: PeriodQuestion): Period => ({
	document: 'period',
	schemaVersion: ORDER_SCHEMA_VERSION,
	channel,
	accountId,
	from: reading.from,
	to: reading.to,
	firstDay: DateTime.fromISO(reading.from, { zone }).toFormat('yyyy-MM-dd'),
	lastDay: DateTime.fromISO(reading.to, { zone }).minus({ milliseconds: 1 }).toFormat('yyyy-MM-dd'),
	orders: reading.orders,
	unreadable: reading.unreadable,
	complete: true,
});
