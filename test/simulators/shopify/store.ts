import { Big } from 'big.js';
import type { ShopClock } from '../shops/shop-clock';
import { buildRefund, type RefundRequest } from './build-refund';
import { computeOrder, type PartId } from './compute-order';
import type { ShopifyOrderDraft } from './order-draft';
import type { RefundRecord, ShopifyOrderRecord, TransactionRecord } from './order-record';
import { financialStatus, receivedOf, refundedOf, totalOf } from './order-state';
import { SearchIndex } from './search-index';
import type { ShopifyShop } from './shop';

// Ids of a real shop have outgrown 2^53. All of these are odd: a client that reads them as numbers gets another id.
const FIRST_ID = 9_007_199_254_741_001n;

/** The shop's state and what its owner and customers do to it. Every operation happens now by the clock. */
export class ShopifyStore {
	readonly index: SearchIndex;
	private readonly records = new Map<string, ShopifyOrderRecord>();
	private readonly partIds = new Map<string, string>();
	private lastId = FIRST_ID;
	private lastNumber = 1000;

	constructor(
		readonly shop: ShopifyShop,
		private readonly clock: ShopClock,
	) {
		this.index = new SearchIndex(clock);
	}

	get all(): ShopifyOrderRecord[] {
		return [...this.records.values()];
	}

	find(id: string): ShopifyOrderRecord | undefined {
		return this.records.get(id);
	}

	addOrder(draft: ShopifyOrderDraft): ShopifyOrderRecord {
		const id = this.nextId();
		const amounts = computeOrder(draft, this.shop.taxRates, this.partIdsOf(id));
		const now = this.second();
		this.lastNumber += 1;
		const record: ShopifyOrderRecord = {
			id,
			number: this.lastNumber,
			createdAt: now,
			originalTotal: amounts.total,
			draft,
			amounts,
			updatedAt: now,
			cancelledAt: null,
			cancelReason: null,
			closedAt: null,
			edited: false,
			transactions: [],
			refunds: [],
			spoiltTotal: undefined,
		};
		this.records.set(id, record);
		return this.touch(record);
	}

	/** Staff changes the order; new lines or a new discount make it an edited one. */
	updateOrder(id: string, change: Partial<ShopifyOrderDraft>): ShopifyOrderRecord {
		const order = this.get(id);
		order.draft = { ...order.draft, ...change };
		order.amounts = computeOrder(order.draft, this.shop.taxRates, this.partIdsOf(id));
		order.edited ||= change.lines !== undefined || change.discount !== undefined;
		return this.touch(order);
	}

	/** Takes payment at once. Default: all that is open, by Shopify Payments. */
	pay(id: string, gateway = 'shopify_payments', amount?: string): ShopifyOrderRecord {
		return this.transact(this.get(id), 'SALE', gateway, amount);
	}

	/** Reserves money on a card; nothing is received yet. */
	authorize(id: string, gateway = 'shopify_payments'): ShopifyOrderRecord {
		return this.transact(this.get(id), 'AUTHORIZATION', gateway);
	}

	capture(id: string): ShopifyOrderRecord {
		const order = this.get(id);
		const authorization = this.lastAuthorization(order);
		return this.transact(order, 'CAPTURE', authorization.gateway, authorization.amount, authorization.id);
	}

	voidPayment(id: string): ShopifyOrderRecord {
		const order = this.get(id);
		const authorization = this.lastAuthorization(order);
		return this.transact(order, 'VOID', authorization.gateway, authorization.amount, authorization.id);
	}

	refund(id: string, request: RefundRequest): RefundRecord {
		const order = this.get(id);
		const { refund, transactions } = buildRefund(order, request, this.second(), () => this.nextId());
		order.transactions.push(...transactions);
		order.refunds.push(refund);
		this.touch(order);
		return refund;
	}

	/** The totals stay; only `cancelledAt` and the refunds tell. */
	cancel(id: string, reason: ShopifyOrderRecord['cancelReason'] = 'CUSTOMER'): ShopifyOrderRecord {
		const order = this.get(id);
		order.cancelledAt = this.second();
		order.closedAt = order.cancelledAt;
		order.cancelReason = reason;
		return this.touch(order);
	}

	/** Archives the order. */
	close(id: string): ShopifyOrderRecord {
		const order = this.get(id);
		order.closedAt = this.second();
		return this.touch(order);
	}

	/** Gives the order a total that its parts do not explain. */
	spoilTotal(id: string, total: string): ShopifyOrderRecord {
		const order = this.get(id);
		order.spoiltTotal = total;
		return this.touch(order);
	}

	private transact(
		order: ShopifyOrderRecord,
		kind: TransactionRecord['kind'],
		gateway: string,
		amount?: string,
		parentId: string | null = null,
	): ShopifyOrderRecord {
		const open = new Big(totalOf(order)).minus(receivedOf(order)).plus(refundedOf(order));
		order.transactions.push({
			id: this.nextId(),
			kind,
			status: 'SUCCESS',
			gateway,
			amount: new Big(amount ?? open).toFixed(2),
			at: this.second(),
			parentId,
			paymentId: `#${order.number}.${order.transactions.length + 1}`,
		});
		return this.touch(order);
	}

	private lastAuthorization(order: ShopifyOrderRecord): TransactionRecord {
		const found = order.transactions.filter(({ kind }) => kind === 'AUTHORIZATION').at(-1);
		if (found === undefined) throw new Error(`order ${order.id} has no authorization`);
		return found;
	}

	private get(id: string): ShopifyOrderRecord {
		const order = this.records.get(id);
		if (order === undefined) throw new Error(`there is no order ${id}`);
		return order;
	}

	private touch(order: ShopifyOrderRecord): ShopifyOrderRecord {
		order.updatedAt = this.second();
		this.index.note(order.id, {
			updatedAt: order.updatedAt,
			cancelled: order.cancelledAt !== null,
			closed: order.closedAt !== null,
			financialStatus: financialStatus(order),
		});
		return order;
	}

	private second(): number {
		return Math.floor(this.clock.now() / 1000) * 1000;
	}

	private nextId(): string {
		this.lastId += 2n;
		return String(this.lastId);
	}

	private partIdsOf(orderId: string): PartId {
		return (key) => {
			const full = `${orderId} ${key}`;
			const id = this.partIds.get(full) ?? this.nextId();
			this.partIds.set(full, id);
			return id;
		};
	}
}
