import type { Big } from 'big.js';
import type { ShopClock } from '../shops/shop-clock';
import { buildRefund, type RefundRequest } from './build-refund';
import { computeAmounts, type PartId } from './compute-amounts';
import type { WooOrderDraft, WooStatus } from './order-draft';
import type { WooOrderRecord, WooRefundRecord } from './order-record';
import type { WooSite } from './site';
import { sumOf } from './tax';
import type { WireOrder } from './wire-order';

export interface Payment {
	readonly method?: { readonly id: string; readonly title: string };
	readonly transactionId?: string;
}

/** The store's own state and what its owner, customers and plugins do to it. Every operation happens now by the clock. */
export class WooStore {
	private readonly records = new Map<number, WooOrderRecord>();
	private readonly partIds = new Map<string, number>();
	// Orders and refunds share one sequence, as posts do in WordPress; parts of orders have their own.
	private lastId = 45;
	private lastItemId = 18;

	constructor(
		readonly site: WooSite,
		private readonly clock: ShopClock,
	) {}

	/** Every order there is, trash included, in the order of creation. */
	get all(): WooOrderRecord[] {
		return [...this.records.values()];
	}

	find(id: number): WooOrderRecord | undefined {
		return this.records.get(id);
	}

	addOrder(draft: WooOrderDraft): WooOrderRecord {
		const id = this.nextId();
		const now = this.second();
		const record: WooOrderRecord = {
			id,
			orderKey: `wc_order_${(id * 2_654_435_761).toString(36)}Sim`,
			draft,
			amounts: computeAmounts(draft, this.site, this.partIdsOf(id)),
			createdAt: now,
			modifiedAt: now,
			paidAt: null,
			completedAt: null,
			status: draft.status ?? 'pending',
			paymentMethod: draft.paymentMethod ?? { id: '', title: '' },
			transactionId: '',
			meta: Object.entries(draft.meta ?? {}).map(([key, value]) => ({ id: this.nextItemId(), key, value })),
			refunds: [],
			spoilt: {},
		};
		this.records.set(id, record);
		return record;
	}

	/** Somebody edits the order; amounts are computed again and the change date moves. */
	updateOrder(id: number, change: Partial<WooOrderDraft>): WooOrderRecord {
		const order = this.get(id);
		order.draft = { ...order.draft, ...change };
		order.amounts = computeAmounts(order.draft, this.site, this.partIdsOf(id));
		if (change.status !== undefined) order.status = change.status;
		return this.touch(order);
	}

	/** Money arrives. What needs no processing is completed at once. */
	pay(id: number, payment: Payment = {}): WooOrderRecord {
		const order = this.get(id);
		order.paidAt = this.second();
		order.paymentMethod = payment.method ?? order.paymentMethod;
		order.transactionId = payment.transactionId ?? `ch_sim_${id}`;
		order.status = order.draft.lines.some(({ product }) => product.virtual !== true) ? 'processing' : 'completed';
		if (order.status === 'completed') order.completedAt = order.paidAt;
		return this.touch(order);
	}

	complete(id: number): WooOrderRecord {
		const order = this.setStatus(id, 'completed');
		order.completedAt = order.modifiedAt;
		return order;
	}

	cancel(id: number): WooOrderRecord {
		return this.setStatus(id, 'cancelled');
	}

	trash(id: number): WooOrderRecord {
		return this.setStatus(id, 'trash');
	}

	/** Deletes for good: no row is left and nobody is told. */
	deleteForGood(id: number): void {
		this.get(id);
		this.records.delete(id);
	}

	setStatus(id: number, status: WooStatus): WooOrderRecord {
		const order = this.get(id);
		order.status = status;
		return this.touch(order);
	}

	/** Moves the order's change date; only a refund of all that is left changes its status. */
	addRefund(id: number, request: RefundRequest): WooRefundRecord {
		const order = this.get(id);
		const refund = buildRefund(
			order,
			request,
			this.second(),
			() => this.nextId(),
			() => this.nextItemId(),
		);
		order.refunds.push(refund);
		if (!refund.partial) order.status = 'refunded';
		this.touch(order);
		return refund;
	}

	/** Does not move the order's change date: an observed gap of WooCommerce. */
	deleteRefund(id: number, refundId: number): void {
		const order = this.get(id);
		const kept = order.refunds.filter((refund) => refund.id !== refundId);
		if (kept.length === order.refunds.length) throw new Error(`order ${id} has no refund ${refundId}`);
		order.refunds = kept;
	}

	/** Overwrites fields as a faulty plugin would, without computing anything again. */
	spoil(id: number, fields: Partial<WireOrder>): WooOrderRecord {
		const order = this.get(id);
		order.spoilt = { ...order.spoilt, ...fields };
		return this.touch(order);
	}

	/** Amount given back so far. */
	refundedOf(order: WooOrderRecord): Big {
		return sumOf(order.refunds.map(({ amount }) => amount));
	}

	private get(id: number): WooOrderRecord {
		const order = this.records.get(id);
		if (order === undefined) throw new Error(`there is no order ${id}`);
		return order;
	}

	private touch(order: WooOrderRecord): WooOrderRecord {
		order.modifiedAt = this.second();
		return order;
	}

	private second(): number {
		return Math.floor(this.clock.now() / 1000) * 1000;
	}

	private nextId(): number {
		this.lastId += 1;
		return this.lastId;
	}

	private nextItemId(): number {
		this.lastItemId += 1;
		return this.lastItemId;
	}

	private partIdsOf(orderId: number): PartId {
		return (key) => {
			const full = `${orderId} ${key}`;
			const id = this.partIds.get(full) ?? this.nextItemId();
			this.partIds.set(full, id);
			return id;
		};
	}
}
