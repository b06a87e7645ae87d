import type { OrderReference, TransactionPlan } from '../transaction/plan';
import type { Failure } from '../outcome/failure';
import type { Outcome } from '../outcome/outcome';
import { POSTING_SCHEMA_VERSION, type Posting } from '../postings/posting';
import type { Order, Period, UnreadableOrder } from '../order/order';
import { readOrder } from '../order/read-order';
import { orderReference } from '../transaction/order-reference';
import { planTransaction } from '../transaction/plan-transaction';
import type { SyncSettings } from '../transaction/sync-settings';

export type Mapped =
	| { kind: 'plan'; plan: TransactionPlan }
	/** Nothing to plan: it goes on as it came. */
	| { kind: 'period' }
	| { kind: 'attention'; posting: Posting };

/** One item of the canvas: an order is planned, a period goes on, and whatever cannot be booked says why. */
export function mapItem(json: unknown, settings: () => Outcome<SyncSettings>): Mapped {
	const read = readOrder(json);
	if (!read.ok) return attention(anyReference(json), read.failure);
	const document = read.value;
	if (isPeriod(document)) return { kind: 'period' };
	if (isUnreadableOrder(document)) return attention(anyReference(document), unreadable(document));
	const chosen = settings();
	if (!chosen.ok) return attention(orderReference(document), chosen.failure);
	const planned = planTransaction(document, chosen.value);
	return planned.ok ? { kind: 'plan', plan: planned.value } : attention(orderReference(document), planned.failure);
}

const isPeriod = (document: Order | UnreadableOrder | Period): document is Period => document.document === 'period';
const isUnreadableOrder = (document: Order | UnreadableOrder): document is UnreadableOrder => document.status === 'unreadable';

const unreadable = (order: UnreadableOrder): Failure => ({
	cause: 'order-refused',
	reason: 'order-unreadable',
	// Channels say themselves which order it is.
	message: order.reason.startsWith('Order ') ? order.reason : `Order '${order.number ?? order.id}' could not be read: ${order.reason}`,
	remedy: 'Look at the order in the shop, and book it by hand if it cannot be corrected there',
});

function attention(order: OrderReference, failure: Failure): Mapped {
	const { reason, message, remedy, evidence } = failure;
	return {
		kind: 'attention',
		posting: {
			document: 'posting',
			schemaVersion: POSTING_SCHEMA_VERSION,
			outcome: 'needsAttention',
			action: 'refused',
			summary: `${message}.`,
			order,
			transactions: [],
			shopTotal: order.total,
			tenders: '0',
			remarks: [],
			attention: { reason, message, remedy, ...(evidence ? { evidence } : {}) },
		},
	};
}

/** As much of a reference as an item gives that is no order. */
function anyReference(json: unknown): OrderReference {
	const found = (json !== null && typeof json === 'object' ? json : {}) as Record<string, unknown>;
	const text = (key: string) => (typeof found[key] === 'string' || typeof found[key] === 'number' ? String(found[key]) : '');
	const { total, refunded } = (found.totals ?? {}) as { total?: unknown; refunded?: unknown };
	return {
		channel: text('channel'),
		accountId: text('accountId'),
		id: text('id'),
		number: text('number') || text('id'),
		placedAt: text('placedAt'),
		localDate: text('localDate'),
		currency: text('currency'),
		total: typeof total === 'string' ? total : '0',
		refunded: typeof refunded === 'string' ? refunded : '0',
		isTest: found.isTest === true,
		sample: found.sample === true,
	};
}
