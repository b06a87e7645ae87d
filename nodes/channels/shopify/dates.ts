import { DateTime } from '../../vendor/luxon';
import { readUtc } from '../instant';

/** Shopify's DateTime carries its offset; in the books instants are UTC. */
export const instantOf = readUtc;

/** The calendar day in the shop's own zone (`Shop.ianaTimezone`), or UTC's when the zone is not known. */
export function localDayOf(instant: string, timeZone: string | undefined): string {
	const local = DateTime.fromISO(instant, { zone: timeZone ?? 'utc' });
	return local.isValid ? local.toFormat('yyyy-MM-dd') : instant.slice(0, 10);
}
