import type { Order, UnreadableOrder } from '../order/order';
import { isUnreadable } from '../order/order';
import { readInstant } from './instant';

/** Which orders are wanted; what the channel itself cannot filter by. */
export interface OrderFilter {
	/** Only orders whose payment covers them: what was unpaid comes once it is paid, as that is an update. */
	paidOnly: boolean;
	includeTest: boolean;
	/** Instant. */
	updatedSince?: string;
}

/** What the user chose for reading by updates. Durations are milliseconds. */
export interface ReadingRules {
	/** Instant; absent for the moment of activation. */
	startDate?: string;
	/** Whether a later change of an order is given out too. */
	updates: 'newOnly' | 'newAndUpdated';
	overlap: number;
	recoveryWindow: number;
	/** 0 for never. */
	sweepInterval: number;
	sweepWindow: number;
	filter: OrderFilter;
}

const PAID: ReadonlyArray<Order['paymentStatus']> = ['paid', 'partiallyRefunded', 'refunded'];

/** Whether an order passes the filter. One that could not be read always does: nobody may lose it to a guess. */
export function isWanted(order: Order | UnreadableOrder, filter: OrderFilter): boolean {
	if (isUnreadable(order)) return true;
	if (order.isTest && !filter.includeTest) return false;
	if (filter.paidOnly && !PAID.includes(order.paymentStatus)) return false;
	const updated = readInstant(order.updatedAt);
	return filter.updatedSince === undefined || updated === undefined || updated >= filter.updatedSince;
}

/** Whether an order was placed before the start date. One whose day nobody knows is not. */
export function isHistoric(order: Order | UnreadableOrder, start: string): boolean {
	const placed = readInstant(order.placedAt);
	return placed !== undefined && placed < start;
}
