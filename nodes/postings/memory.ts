import { canonicalHash } from '../order/canonical-hash';
import { orderKey, type OrderIdentity } from '../order/order-key';
import type { Posting } from './posting';

export const MEMORY_VERSION = 1;

/** A document that an order was posted as. */
export interface Remembered {
	type: string;
	id: string;
}

/**
 * Which document each of the newest orders stands in. It only ever serves as a reason to refuse: an order that is remembered
 * and that QuickBooks no longer holds was deleted by a person. It is never a reason to skip a look-up, or to post: n8n
 * saves it for active workflows only, and of two executions the one that ends last decides what is kept.
 */
export interface PostingMemory {
	version: typeof MEMORY_VERSION;
	/** Ids mean something within one company only. */
	realmId: string;
	/** `<hash of the order's key> <type's letter><id>`, oldest first. */
	orders: string[];
}

/** Some 130 kB of text: what n8n's database can bear to be written with every execution. */
export const MEMORY_LIMIT = 5_000;

const LETTERS: Record<string, string> = { SalesReceipt: 's', Invoice: 'i', Estimate: 'e' };
const TYPES = Object.fromEntries(Object.entries(LETTERS).map(([type, letter]) => [letter, type]));

const keyOf = (order: OrderIdentity): string => canonicalHash(orderKey(order), 12);

/** A memory that was saved; an empty one at first, for another company and for whatever else is found in its place. */
export function readMemory(saved: unknown, realmId: string): PostingMemory {
	const memory = saved as Partial<PostingMemory> | undefined;
	const ours = memory?.version === MEMORY_VERSION && memory.realmId === realmId && Array.isArray(memory.orders);
	const orders = ours ? memory.orders!.filter((entry) => typeof entry === 'string') : [];
	return { version: MEMORY_VERSION, realmId, orders };
}

/** Looks orders up in a memory. */
export function recall(memory: PostingMemory): (order: OrderIdentity) => Remembered | undefined {
	const known = new Map(memory.orders.map((entry) => entry.split(' ') as [string, string]));
	return (order) => {
		const entry = known.get(keyOf(order));
		const type = TYPES[entry?.charAt(0) ?? ''];
		return entry && type ? { type, id: entry.slice(1) } : undefined;
	};
}

/** The memory with the orders of these postings that stand as its newest; the oldest are forgotten. */
export function remember(memory: PostingMemory, postings: Posting[]): PostingMemory {
	const known = new Map(memory.orders.map((entry) => entry.split(' ') as [string, string]));
	for (const { order, outcome, transactions } of postings) {
		if (outcome !== 'posted' && outcome !== 'unchanged') continue;
		const document = transactions.find(({ type }) => LETTERS[type]);
		if (!document) continue;
		const key = keyOf(order);
		known.delete(key);
		known.set(key, `${LETTERS[document.type]}${document.id}`);
	}
	return { ...memory, orders: [...known].slice(-MEMORY_LIMIT).map((entry) => entry.join(' ')) };
}
