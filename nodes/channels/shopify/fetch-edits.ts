import { fail, succeed, type Outcome } from '../../outcome/outcome';
import type { ChannelSession } from '../channel';
import { ask } from './ask';
import { isNode } from './ask-by-ids';
import { connectionOf } from './connection';
import { withoutEnd } from './one-order-fault';
import { ORDER_EDITS } from './queries';

/** Agreements and pages of sales of one order; every refund is an agreement, too. */
const MOST_CALLS = 1_000;

/** The sales of an order's edits: all sales of its agreements with the reason ORDER_EDIT. */
export async function fetchEdits(session: ChannelSession, id: string): Promise<Outcome<unknown[]>> {
	const sales: unknown[] = [];
	let after: string | undefined;
	let salesAfter: string | undefined;
	for (let call = 0; call < MOST_CALLS; call += 1) {
		const answered = await ask(session, { query: ORDER_EDITS, variables: { id, after: after ?? null, salesAfter: salesAfter ?? null } });
		if (!answered.ok) return answered;
		const order = answered.value.data['order'];
		const agreements = connectionOf(isNode(order) ? order['agreements'] : undefined);
		const [agreement] = agreements.nodes;
		const isEdit = isNode(agreement) && agreement['reason'] === 'ORDER_EDIT';
		const page = connectionOf(isEdit ? agreement['sales'] : undefined);
		sales.push(...page.nodes);
		// The rest of this agreement's sales first, then the next agreement.
		salesAfter = page.after;
		if (salesAfter !== undefined) continue;
		if (agreements.after === undefined) return succeed(sales);
		after = agreements.after;
	}
	return fail(withoutEnd('edits'));
}
