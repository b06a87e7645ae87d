import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import { KEY_PREFIX, typeAndId } from '../qb-documents/document-key';
import { documentOfLine } from './line-key';
import { readSentMark, type SentMark } from './sent-mark';
import type { ShipStation, Window } from './shipstation';
import type { StoredOrder } from './stored-order';

/** An order that we sent, as it stands in ShipStation. */
export interface Standing {
	/** Several when a packer split it: they share the key. */
	parts: StoredOrder[];
	mark?: SentMark;
}

/** Orders of ShipStation by their key, and by the document that they were last sent from. */
export class StandingOrders {
	private readonly byKey = new Map<string, StoredOrder[]>();
	private readonly bySource = new Map<string, string>();
	private readonly merged = new Map<string, StoredOrder>();

	constructor(orders: readonly StoredOrder[]) {
		const unique = new Map(orders.map((order) => [order.orderId, order]));
		for (const order of unique.values()) {
			const { orderKey } = order;
			if (!orderKey?.startsWith(KEY_PREFIX)) continue;
			this.byKey.set(orderKey, [...(this.byKey.get(orderKey) ?? []), order]);
			const mark = readSentMark(order);
			if (mark) this.bySource.set(typeAndId(mark), orderKey);
			if ((order.advancedOptions?.mergedIds.length ?? 0) > 0) this.rememberMerged(order, mark);
		}
	}

	/** Orders that were merged into this one are in no list any more, but their lines are in it. */
	private rememberMerged(order: StoredOrder, mark: SentMark | undefined): void {
		for (const { lineItemKey } of order.items) {
			const document = documentOfLine(lineItemKey);
			if (document !== undefined && (!mark || document !== typeAndId(mark))) this.merged.set(document, order);
		}
	}

	withKey(key: string | undefined): Standing | undefined {
		const parts = key === undefined ? undefined : this.byKey.get(key);
		if (!parts) return undefined;
		const mark = parts.map(readSentMark).find((one) => one !== undefined);
		return { parts, ...(mark ? { mark } : {}) };
	}

	/** The order that a packer merged this document's one into. */
	mergedInto(document: { type: string; id: string }): StoredOrder | undefined {
		return this.merged.get(typeAndId(document));
	}

	/** The order that was last sent from this document, whatever its key. */
	sentFrom(document: { type: string; id: string }): Standing | undefined {
		return this.withKey(this.bySource.get(typeAndId(document)));
	}
}

/** Days between two dates of sale that are worth a call of their own. */
const GAP_DAYS = 4;

/** Calls before windows are joined, however far they are apart. */
const MOST_WINDOWS = 4;

const DAY_MS = 24 * 60 * 60_000;

/** The statuses of orders that may still be cancelled; each is a list of its own to ShipStation. */
const OPEN_STATUSES = ['awaiting_shipment', 'awaiting_payment', 'on_hold', 'pending_fulfillment'];

/**
 * Finds the orders of documents. ShipStation lists by date and not by key, so all orders of the documents' own days are read, five hundred
 * a call; for documents that were deleted, whose days nobody knows, all orders that may still be cancelled.
 * @param days of sale, `2026-03-01`
 */
export async function findStandingOrders(
	{ shipstation, clock }: { shipstation: ShipStation; clock: Clock },
	days: readonly string[],
	alsoOpen: boolean,
): Promise<Outcome<{ orders: StandingOrders; unreadable: string[] }>> {
	const rows: StoredOrder[] = [];
	const unreadable: string[] = [];
	const queries = [...windowsOf(days).map((ordered) => ({ ordered })), ...(alsoOpen ? OPEN_STATUSES.map((status) => ({ status })) : [])];
	for (const query of queries) {
		if (clock.cancelled()) break;
		const listed = await shipstation.orders(query);
		if (!listed.ok) return listed;
		rows.push(...listed.value.rows);
		unreadable.push(...listed.value.unreadable.map(({ reason }) => reason));
	}
	return succeed({ orders: new StandingOrders(rows), unreadable });
}

/**
 * Few windows that hold these days. A day more on either side: ShipStation keeps a day's order at midnight of its own clock.
 */
function windowsOf(days: readonly string[]): Window[] {
	const stretches = [...new Set(days)].sort().reduce<Array<[first: number, last: number]>>((found, day) => {
		const at = Date.parse(`${day}T12:00:00Z`);
		const open = found.at(-1);
		if (open && at - open[1] <= GAP_DAYS * DAY_MS) open[1] = at;
		else found.push([at, at]);
		return found;
	}, []);
	while (stretches.length > MOST_WINDOWS) joinClosest(stretches);
	return stretches.map(([first, last]) => ({ from: new Date(first - DAY_MS).toISOString(), to: new Date(last + DAY_MS).toISOString() }));
}

function joinClosest(stretches: Array<[first: number, last: number]>): void {
	const gaps = stretches.slice(1).map(([first], index) => first - stretches[index]![1]);
	const closest = gaps.indexOf(Math.min(...gaps));
	stretches.splice(closest, 2, [stretches[closest]![0], stretches[closest + 1]![1]]);
}
