import { dayOf, instantOf, isMidnight, PACIFIC } from '../../shipstation/pacific-time';
import { DateTime } from '../../vendor/luxon';

interface Dated {
	orderDate?: string | undefined;
	createDate?: string | undefined;
}

/** When an order was placed, and on which day. */
export interface Placed {
	/** ISO 8601 in UTC. */
	placedAt: string;
	localDate: string;
}

/**
 * Many shops hand over the day alone, and ShipStation puts midnight to it. Such an order was placed some time on that day: it
 * counts from when ShipStation got it, on that day, so that one of the first day after the start is not taken for an older one.
 * Its day is the day that stands there, in no other zone.
 * @param timeZone the store's zone; the day is California's without it
 */
export function placedOf({ orderDate, createDate }: Dated, timeZone: string | undefined): Placed | undefined {
	const dated = instantOf(orderDate);
	const created = instantOf(createDate);
	const day = dayOf(orderDate);
	if (dated === undefined || day === undefined) {
		return created === undefined ? undefined : { placedAt: created, localDate: dayIn(timeZone, created) };
	}
	if (!isMidnight(orderDate)) return { placedAt: dated, localDate: dayIn(timeZone, dated) };
	const lastSecond = instantOf(`${day}T23:59:59`) ?? dated;
	const within = created === undefined || created > lastSecond ? lastSecond : created;
	return { placedAt: within < dated ? dated : within, localDate: day };
}

/** The first moment of a day in the store's zone, in milliseconds. */
export const startOf = (day: string, timeZone: string | undefined): number => DateTime.fromISO(day, { zone: timeZone ?? PACIFIC }).toMillis();

const dayIn = (timeZone: string | undefined, instant: string): string =>
	DateTime.fromISO(instant, { zone: timeZone ?? PACIFIC }).toFormat('yyyy-MM-dd');
