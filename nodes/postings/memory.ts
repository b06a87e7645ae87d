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
	/** The same of payments and refunds, by a hash of the order's key and the part. */
	parts: string[];
}

/** Some 130 kB of text: what n8n's database can bear to be written with every execution. */
const MEMORY_LIMIT = 5_000;
const PARTS_LIMIT = 2_500;

const LETTERS: Record<string, string> = { SalesReceipt: 's', Invoice: 'i', Estimate: 'e' };
const PART_LETTERS: Record<string, string> = { Payment: 'p', RefundReceipt: 'r', CreditMemo: 'c' };
const TYPES = Object.fromEntries(Object.entries({ ...LETTERS, ...PART_LETTERS }).map(([type, letter]) => [letter, type]));

/** @param part the plan's key of a payment or a refund; absent for what the order itself stands in */
export type Recall = (order: OrderIdentity, part?: string) => Remembered | undefined;

const keyOf = (order: OrderIdentity, part?: string): string =>
	canonicalHash(part === undefined ? orderKey(order) : `${orderKey(order)} ${part}`, 12);

/** A memory that was saved; an empty one at first, for another company and for whatever else is found in its place. */
export function readMemory(saved: unknown, realmId: string): PostingMemory {
	const memory = saved as Partial<PostingMemory> | undefined;
	const ours = memory?.version === MEMORY_VERSION && memory.realmId === realmId && Array.isArray(memory.orders);
	const texts = (entries: unknown): string[] => (ours && Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'string') : []);
	return { version: MEMORY_VERSION, realmId, orders: texts(memory?.orders), parts: texts(memory?.parts) };
}

const entriesOf = (entries: string[]) => new Map(entries.map((entry) => entry.split(' ') as [string, string]));

/** Looks orders up in a memory. */
export function recall(memory: PostingMemory): Recall {
	const known = new Map([...entriesOf(memory.orders), ...entriesOf(memory.parts)]);
	return (order, part) => {
		const entry = known.get(keyOf(order, part));
		const type = TYPES[entry?.charAt(0) ?? ''];
		return entry && type ? { type, id: entry.slice(1) } : undefined;
	};
}

/** The memory with the orders of these postings that stand as its newest; the oldest are forgotten. */
export function remember(memory: PostingMemory, postings: Posting[]): PostingMemory {
	const orders = entriesOf(memory.orders);
	const parts = entriesOf(memory.parts);
	for (const { order, outcome, transactions } of postings) {
		if (outcome !== 'posted' && outcome !== 'unchanged') continue;
		const document = transactions.find(({ type }) => LETTERS[type]);
		if (!document) continue;
		renew(orders, keyOf(order), `${LETTERS[document.type]}${document.id}`);
		for (const { key, type, id } of transactions) if (PART_LETTERS[type]) renew(parts, keyOf(order, key), `${PART_LETTERS[type]}${id}`);
	}
	const newest = (entries: Map<string, string>, limit: number) => [...entries].slice(-limit).map((entry) => entry.join(' '));
	return { ...memory, orders: newest(orders, MEMORY_LIMIT), parts: newest(parts, PARTS_LIMIT) };
}

function renew(entries: Map<string, string>, key: string, entry: string): void {
	entries.delete(key);
	entries.set(key, entry);
}
