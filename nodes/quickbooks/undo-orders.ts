import { orderKey, type OrderIdentity } from '../order/order-key';
import { succeed, type Outcome } from '../outcome/outcome';
import { readMark } from '../postings/mark';
import type { Posting } from '../postings/posting';
import { UNDOING_SCHEMA_VERSION, type Undoable, type UndoneRecord, type Undoing } from '../postings/undoing';
import type { Clock } from '../outcome/clock';
import type { QuickBooks } from './quickbooks';
import { inWords } from './report';
import type { TakeBackBy } from './take-back';
import { madeBetween, undo, type Made } from './undo';

/** What of one order is to be undone. */
export interface OrderToUndo extends Made {
	order: OrderIdentity & { number?: string };
}

/** What a run made for an order, as its posting tells. */
export const madeFor = ({ order, transactions, newRecords = [] }: Undoable | Posting): OrderToUndo => ({
	order: { channel: order.channel, accountId: order.accountId, id: order.id, ...(order.number === undefined ? {} : { number: order.number }) },
	documents: transactions.flatMap(({ type, id, done }) => (done === 'created' ? [{ type, id }] : [])),
	newRecords,
});

/** What was made for each order between two instants, whoever's run it was; customers and items are not known of these. */
export async function madeInTime(quickbooks: QuickBooks, from: number, to: number): Promise<Outcome<OrderToUndo[]>> {
	const made = await madeBetween(quickbooks, from, to);
	if (!made.ok) return made;
	const orders = new Map<string, OrderToUndo>();
	for (const { type, id, note } of made.value) {
		const { channel, accountId, id: orderId } = readMark(note)!;
		const order = { channel, accountId, id: orderId };
		const known: OrderToUndo = orders.get(orderKey(order)) ?? { order, documents: [], newRecords: [] };
		known.documents.push({ type, id });
		orders.set(orderKey(order), known);
	}
	return succeed([...orders.values()]);
}

/** Undoes what was made for orders, in as few calls as for one. @returns one undoing an order, in their order */
export async function undoOrders(
	orders: OrderToUndo[],
	by: TakeBackBy,
	preview: boolean,
	context: { quickbooks: QuickBooks; clock: Clock },
): Promise<Outcome<Undoing[]>> {
	const newRecords = new Map(orders.flatMap((order) => order.newRecords.map((record) => [`${record.entity}/${record.id}`, record])));
	const made = { documents: orders.flatMap(({ documents }) => documents), newRecords: [...newRecords.values()] };
	const undone = await undo(made, by, preview, context);
	if (!undone.ok) return undone;
	return succeed(
		orders.map((order) => {
			const keys = [...order.documents.map(({ type, id }) => `${type}/${id}`), ...order.newRecords.map(({ entity, id }) => `${entity}/${id}`)];
			return undoingOf(order, keys.flatMap((key) => undone.value.get(key) ?? []), preview);
		}),
	);
}

const WORDS: Record<UndoneRecord['what'], string> = {
	deleted: 'deleted',
	voided: 'voided',
	rejected: 'rejected',
	deactivated: 'made inactive',
	gone: 'gone already',
	left: 'left',
	wouldDelete: 'would be deleted',
	wouldVoid: 'would be voided',
	wouldReject: 'would be rejected',
	wouldDeactivate: 'would be made inactive',
};

function undoingOf({ order }: OrderToUndo, records: UndoneRecord[], preview: boolean): Undoing {
	const left = records.filter(({ what }) => what === 'left');
	const open = records.filter(({ what }) => what !== 'left' && what !== 'gone');
	// A product that others sell by now is left on purpose, and nobody has to look at that.
	const troubling = left.filter(({ entity }) => entity !== 'Customer' && entity !== 'Item');
	const outcome = troubling.length > 0 ? 'needsAttention' : open.length === 0 ? 'nothingToUndo' : preview ? 'preview' : 'undone';
	const deeds = inWords(records.map(({ name, what }) => ({ name, done: WORDS[what] })));
	const why = left.map((record) => record.why).filter(Boolean);
	return {
		document: 'undoing',
		schemaVersion: UNDOING_SCHEMA_VERSION,
		outcome,
		summary: [deeds || 'Nothing was made for this order', ...why].join('. '),
		order,
		records,
	};
}
