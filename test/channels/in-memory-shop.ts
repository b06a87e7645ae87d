import type { OrderPage, OrderQuery } from '../../nodes/channels/channel';
import { identityHash } from '../../nodes/channels/order-hash';
import { canonicalHash } from '../../nodes/order/canonical-hash';
import type { Order, UnreadableOrder } from '../../nodes/order/order';
import { orderSchema, ORDER_SCHEMA_VERSION } from '../../nodes/order/order';
import { succeed, type Outcome } from '../../nodes/outcome/outcome';

interface Row {
	id: string;
	placed: number;
	updated: number;
	version: number;
	paid: boolean;
	isTest: boolean;
	readable: boolean;
}

/**
 * A shop without a network: times are whole seconds, pages are cut by a cursor of time and id, as Shopify does it, and
 * orders that are known as they stand are left out. What is
 * tested with it is what is done with pages, not how a channel gets them.
 */
export class InMemoryShop {
	readonly rows = new Map<string, Row>();
	readonly queries: OrderQuery[] = [];

	/** @param now the shop's clock, milliseconds */
	constructor(public now: number) {}

	place(change: Partial<Row> = {}): Row {
		const id = String(this.rows.size + 1);
		const row = { id, placed: this.second(), updated: this.second(), version: 1, paid: true, isTest: false, readable: true, ...change };
		this.rows.set(id, row);
		return row;
	}

	/** Any change that the shop counts as an update. */
	update(id: string, change: Partial<Row> = {}): void {
		const row = this.row(id);
		Object.assign(row, { updated: this.second(), version: row.version + 1 }, change);
	}

	/** A change that the shop does not count as an update, as the deletion of a refund in WooCommerce. */
	changeSilently(id: string): void {
		this.row(id).version += 1;
	}

	read(row: Row): Order | UnreadableOrder {
		const placedAt = new Date(row.placed).toISOString();
		const updatedAt = new Date(row.updated).toISOString();
		const identity = { channel: 'memory', accountId: 'shop.example.test', id: row.id, number: row.id, placedAt, updatedAt };
		const fingerprint = canonicalHash({ ...identity, version: row.version }, 32);
		if (!row.readable) {
			const reason = "'lines' is missing";
			return { document: 'order', schemaVersion: ORDER_SCHEMA_VERSION, status: 'unreadable', sample: false, reason, fingerprint, ...identity };
		}
		return {
			...orderSchema.parse({
				...identity,
				localDate: placedAt.slice(0, 10),
				currency: 'USD',
				lines: [],
				totals: { total: '0' },
				paymentStatus: row.paid ? 'paid' : 'unpaid',
				isTest: row.isTest,
				fingerprint,
			}),
		};
	}

	fetchPage = async (query: OrderQuery): Promise<Outcome<OrderPage>> => {
		this.queries.push(query);
		const time = (row: Row) => (query.by === 'updated' ? row.updated : row.placed);
		const cursor = (row: Row) => `${new Date(time(row)).toISOString()}#${row.id.padStart(8, '0')}`;
		const from = query.from === undefined ? -Infinity : Date.parse(query.from);
		const to = query.to === undefined ? Infinity : Date.parse(query.to);
		const rows = [...this.rows.values()]
			.filter((row) => time(row) >= from && time(row) < to)
			.filter((row) => query.pageToken === undefined || cursor(row) > query.pageToken)
			.sort((a, b) => (cursor(a) < cursor(b) ? -1 : 1));
		if (query.order === 'newest') rows.reverse();
		const page = rows.slice(0, query.pageSize);
		const last = page.at(-1);
		const next = rows.length > page.length && last ? { next: cursor(last) } : {};
		const orders = page.map((row) => this.read(row));
		return succeed({ orders: orders.filter((order) => !query.isKnown?.(identityHash(order), order.updatedAt)), ...next });
	};

	private second(): number {
		return Math.floor(this.now / 1_000) * 1_000;
	}

	private row(id: string): Row {
		const row = this.rows.get(id);
		if (!row) throw new Error(`The shop has no order ${id}`);
		return row;
	}
}
