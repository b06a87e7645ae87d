import { reconcile } from '../order/adds-up';
import { describeIssues } from '../order/describe-issues';
import { fingerprint } from '../order/fingerprint';
import { orderSchema, type Order, type OrderInput, type UnreadableOrder } from '../order/order';
import { unreadableOrder, type ReadingContext } from './unreadable-order';
import { writeAmounts } from './write-amounts';

/**
 * The last step of every mapper: checks the order against its schema, proves that it adds up, and puts the fingerprint on.
 * @param checks what the mapper noticed, a sentence each; they stand before those of the sums
 */
export function finishOrder(
	draft: OrderInput,
	checks: string[],
	context: ReadingContext,
	payload: unknown,
): Order | UnreadableOrder {
	const parsed = orderSchema.safeParse(draft);
	if (!parsed.success) {
		return unreadableOrder(context, draft, `Order ${draft.number} cannot be read: ${describeIssues(parsed.error)}`, payload);
	}
	const reconciled = reconcile(parsed.data);
	const noticed = [...checks, ...reconciled.reconciliation.checks];
	const order: Order = writeAmounts(
		{ ...reconciled, reconciliation: { ...reconciled.reconciliation, checks: noticed } },
		reconciled.currency,
	);
	return { ...order, fingerprint: fingerprint(order) };
}
