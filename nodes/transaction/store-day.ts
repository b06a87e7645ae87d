import type { Order } from '../order/order';
import { DateTime } from '../vendor/luxon';

/**
 * The store's own calendar day of an instant. Without the store's time zone it is the day that the instant itself is written
 * in, and never before the order's.
 */
export function storeDay(instant: string, { storeTimeZone, localDate }: Pick<Order, 'storeTimeZone' | 'localDate'>): string {
	const zoned = storeTimeZone ? DateTime.fromISO(instant, { zone: storeTimeZone }) : DateTime.fromISO(instant, { setZone: true });
	const day = zoned.isValid ? zoned.toFormat('yyyy-MM-dd') : instant.slice(0, 10);
	return day < localDate ? localDate : day;
}
