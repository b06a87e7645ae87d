import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { askByIds, type WireNode } from './ask-by-ids';
import { withAllPages } from './connection';
import { concernsOneOrder } from './one-order-fault';
import { MORE_REFUND_LINES, MORE_REFUND_SHIPPING, MORE_REFUND_TRANSACTIONS, REFUND_DETAILS } from './queries';

/** Of one refund by the linear rule, a little to spare. */
export const REFUND_WORST_COST = 128;

const PAGED = [
	{ field: 'refundLineItems', query: MORE_REFUND_LINES },
	{ field: 'refundShippingLines', query: MORE_REFUND_SHIPPING },
	{ field: 'transactions', query: MORE_REFUND_TRANSACTIONS },
] as const;

/** Refunds with all their lines, by id; of one that cannot be read wholly, why. */
export async function fetchRefunds(session: ChannelSession, ids: string[]): Promise<Outcome<Map<string, Outcome<WireNode>>>> {
	if (ids.length === 0) return succeed(new Map());
	const refunds = await askByIds(session, REFUND_DETAILS, ids, REFUND_WORST_COST);
	if (!refunds.ok) return refunds;
	const whole = new Map<string, Outcome<WireNode>>();
	for (const [id, refund] of refunds.value) {
		const completed = await withAllPages(session, id, 'refund', refund, PAGED);
		if (!completed.ok && !concernsOneOrder(completed.failure)) return fail(completed.failure);
		whole.set(id, completed);
	}
	return succeed(whole);
}
