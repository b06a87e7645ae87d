import type { IPollFunctions } from 'n8n-workflow';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { OpenChannel } from './open-channel';

/** What a store said of its zone, as it is kept between polls. */
export interface KnownTimeZone {
	version: 1;
	source: string;
	/** IANA name. */
	zone: string;
	/** Milliseconds since the epoch. */
	asked: number;
}

const DAY = 24 * 60 * 60_000;

/**
 * The store's time zone, asked once a day; the workflow's own where the store does not tell. A known zone serves on when
 * the store cannot be asked again.
 */
export async function storeTimeZone(
	context: IPollFunctions,
	{ channel, session, source }: OpenChannel,
	known: KnownTimeZone | undefined,
): Promise<Outcome<KnownTimeZone>> {
	const own = known?.source === source ? known : undefined;
	const now = session.clock.now();
	if (own && now - own.asked < DAY && now >= own.asked) return succeed(own);
	const told = await channel.timeZone(session);
	if (!told.ok) return own ? succeed(own) : fail(told.failure);
	return succeed({ version: 1, source, zone: told.value ?? context.getTimezone(), asked: now });
}
