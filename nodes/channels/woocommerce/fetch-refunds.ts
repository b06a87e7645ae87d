import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { sendWithRetry } from '../send-with-retry';
import { faultOf, shapeFault } from './faults';
import { LARGEST_PAGE, ORDERS_PATH } from './orders-request';

/** More refunds of one order than this many pages would be a loop, not a shop. */
const MOST_PAGES = 20;

/**
 * The refunds of one order with their lines, which the order itself does not have. An order that vanished since the page was
 * read has none.
 */
export async function fetchRefunds(session: ChannelSession, orderId: string): Promise<Outcome<unknown[]>> {
	const refunds: unknown[] = [];
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const request = {
			method: 'GET',
			path: `${ORDERS_PATH}/${encodeURIComponent(orderId)}/refunds`,
			query: { per_page: LARGEST_PAGE, page },
		} as const;
		const answer = await sendWithRetry(session, request, (sent) =>
			sent.status === 404 ? undefined : (faultOf(sent) ?? shapeFault(sent, Array.isArray)),
		);
		if (!answer.ok) return fail(answer.failure);
		if (answer.value.status === 404) return succeed(refunds);
		const rows = answer.value.body as unknown[];
		refunds.push(...rows);
		if (rows.length < LARGEST_PAGE) break;
	}
	return succeed(refunds);
}
