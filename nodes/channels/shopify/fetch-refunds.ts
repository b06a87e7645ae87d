import { succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { askByIds, type WireNode } from './ask-by-ids';
import { connectionOf, restOf, withNodes } from './connection';
import { MORE_REFUND_LINES, REFUND_DETAILS } from './queries';

/** Of one refund by the linear rule, a little to spare. */
export const REFUND_WORST_COST = 128;

/** Refunds with all their lines, by id. */
export async function fetchRefunds(session: ChannelSession, ids: string[]): Promise<Outcome<Map<string, WireNode>>> {
	if (ids.length === 0) return succeed(new Map());
	const refunds = await askByIds(session, REFUND_DETAILS, ids, REFUND_WORST_COST);
	if (!refunds.ok) return refunds;
	for (const [id, refund] of refunds.value) {
		const first = connectionOf(refund['refundLineItems']);
		if (first.after === undefined) continue;
		const lines = await restOf(session, MORE_REFUND_LINES, id, 'refund', 'refundLineItems', first);
		if (!lines.ok) return lines;
		refunds.value.set(id, withNodes(refund, 'refundLineItems', lines.value));
	}
	return refunds;
}
