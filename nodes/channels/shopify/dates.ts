import { DateTime } from '../../vendor/luxon';

/** Shopify's DateTime carries its offset; in the books instants are UTC. */
export function instantOf(dateTime: string | undefined): string | undefined {
	if (dateTime === undefined) return undefined;
	const time = DateTime.fromISO(dateTime, { zone: 'utc' });
	return time.isValid ? (time.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/** The calendar day in the shop's own zone (`Shop.ianaTimezone`), or UTC's when the zone is not known. */
export function localDayOf(instant: string, timeZone: string | undefined): string {
	const local = DateTime.fromISO(instant, { zone: timeZone ?? 'utc' });
	return local.isValid ? local.toFormat('yyyy-MM-dd') : instant.slice(0, 10);
}
