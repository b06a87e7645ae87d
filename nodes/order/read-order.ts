import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { alreadyReadBy } from './already-read';
import { describeIssues } from './describe-issues';
import { orderSchema, periodSchema, unreadableOrderSchema, type Order, type Period, type UnreadableOrder } from './order';
import { isKnownCurrency } from './money';

export type OrderDocument = Order | UnreadableOrder | Period;

/**
 * Reads what came over the wire: our own trigger's document, or an Order that a builder made by hand.
 * Fails with a sentence that names the field.
 */
export function readOrder(json: unknown): Outcome<OrderDocument> {
	const shape = json as { document?: unknown; status?: unknown } | null;
	if (shape?.document === 'period') return checked(periodSchema.safeParse(json));
	if (shape?.status === 'unreadable') return checked(unreadableOrderSchema.safeParse(json));
	const order = isOrder(json) ? succeed(json) : checked(orderSchema.safeParse(json));
	if (order.ok && !isKnownCurrency(order.value.currency)) {
		return fail(
			refused(
				'currency-unknown',
				`'currency' is '${order.value.currency}', which is not a currency of ISO 4217`,
				"Correct the order's currency in the shop, or in the node that made this item",
			),
		);
	}
	return order;
}

const isOrder = alreadyReadBy(orderSchema) as (json: unknown) => json is Order;

type Parsed<T> = { success: true; data: T } | { success: false; error: Parameters<typeof describeIssues>[0] };

const checked = <T>(parsed: Parsed<T>): Outcome<T> =>
	parsed.success
		? succeed(parsed.data)
		: fail(
				refused(
					'not-an-order',
					`This item is not an order: ${describeIssues(parsed.error)}`,
					'Feed this node from Channel Trigger, or correct the named field in the node that made the item',
				),
			);
