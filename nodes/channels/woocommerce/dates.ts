import { DateTime } from '../../vendor/luxon';
import { readUtc } from '../instant';

/** WooCommerce's `_gmt` fields are UTC without saying so: `2026-11-22T21:17:38` becomes `2026-11-22T21:17:38Z`. */
export const instantOf = readUtc;

interface LocalDay {
	day: string;
	/** What the reader should know about how the day was found. */
	check?: string;
}

/** The day of the sale on the shop's own calendar: `date_created` is the shop's local time. */
export function localDayOf(dateCreated: string | undefined, placedAt: string, timeZone: string | undefined): LocalDay {
	const local = dateCreated === undefined ? undefined : DateTime.fromISO(dateCreated, { setZone: true });
	if (local?.isValid) return { day: local.toFormat('yyyy-MM-dd') };
	const converted = DateTime.fromISO(placedAt, { zone: timeZone ?? 'utc' });
	if (timeZone !== undefined && converted.isValid) return { day: converted.toFormat('yyyy-MM-dd') };
	return { day: placedAt.slice(0, 10), check: "'date_created' is missing and so is the store's time zone: the day is UTC's" };
}
