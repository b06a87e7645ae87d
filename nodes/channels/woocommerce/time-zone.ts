import { succeed, type Outcome } from '../../outcome/outcome';
import { IANAZone } from '../../vendor/luxon';
import type { ChannelSession } from '../channel';
import { sendWithRetry } from '../send-with-retry';
import { faultOf, shapeFault } from './faults';

const isObject = (body: unknown): boolean => typeof body === 'object' && body !== null && !Array.isArray(body);

/**
 * The site's time zone from the index of the REST API. A site set to a bare offset ("UTC-8") has no name; for whole hours
 * there is one, with its sign the other way round (`Etc/GMT+8`), for others nothing is said.
 * https://developer.wordpress.org/rest-api/reference/
 */
export async function timeZoneOf(session: ChannelSession): Promise<Outcome<string | undefined>> {
	const request = { method: 'GET', path: '/wp-json/', query: { _fields: 'timezone_string,gmt_offset' } } as const;
	const answer = await sendWithRetry(session, request, (sent) => faultOf(sent) ?? shapeFault(sent, isObject));
	if (!answer.ok) return answer;
	const { timezone_string: name, gmt_offset: offset } = answer.value.body as Record<string, unknown>;
	if (typeof name === 'string' && name !== '' && IANAZone.isValidZone(name)) return succeed(name);
	const hours = typeof offset === 'number' || (typeof offset === 'string' && offset !== '') ? Number(offset) : Number.NaN;
	if (!Number.isInteger(hours) || Math.abs(hours) > 12) return succeed(undefined);
	return succeed(hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
}
