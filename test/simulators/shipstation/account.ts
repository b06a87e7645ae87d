import { randomUUID } from 'node:crypto';
import type { ShopClock } from '../shops/shop-clock';
import { MANUAL_STORE, startingLists, type AccountLists, type Store } from './account-lists';
import { decidedBySender, judged, type Decided } from './build-order';
import type { FulfillmentRecord, Kept, OrderRecord, ShipmentRecord } from './order-record';
import { wallTime, type WallTime } from './pacific-clock';
import type { Incoming } from './read-incoming';
import type { Switches } from './switches';

/** Something that webhooks tell of. */
export interface Happening {
	readonly event: 'ORDER_NOTIFY' | 'ITEM_ORDER_NOTIFY' | 'SHIP_NOTIFY' | 'ITEM_SHIP_NOTIFY' | 'FULFILLMENT_SHIPPED' | 'FULFILLMENT_REJECTED';
	readonly storeId: number | null;
	/** Path and query of what is to be fetched. */
	readonly resource: string;
}

/** In these an order can still be changed; shipped and cancelled ones are locked. */
const UPDATABLE: ReadonlySet<string> = new Set(['awaiting_payment', 'awaiting_shipment', 'on_hold', 'pending_fulfillment']);

export const isLocked = ({ order, hidden }: Kept): boolean => hidden === true || !UPDATABLE.has(order.orderStatus);

/** The account's own state. Every change happens now by the clock. */
export class Account {
	readonly lists: AccountLists = startingLists();
	readonly shipments: ShipmentRecord[] = [];
	readonly fulfillments: FulfillmentRecord[] = [];
	/** What happened since webhooks were last delivered. */
	readonly happenings: Happening[] = [];
	private readonly kept = new Map<number, Kept>();
	private lastId = 140_335_318;
	private lastItemId = 192_210_955;
	private lastParcelId = 33_974_372;
	private lastBatch = 100_299;

	constructor(
		private readonly clock: ShopClock,
		readonly switches: Switches,
	) {}

	/** Every order that lists show, in the order of creation. */
	get orders(): OrderRecord[] {
		return [...this.kept.values()].filter(({ hidden }) => hidden !== true).map(({ order }) => order);
	}

	/** Orders with what is kept beside them, hidden ones too. */
	get all(): Kept[] {
		return [...this.kept.values()];
	}

	find(orderId: number): Kept | undefined {
		return this.kept.get(orderId);
	}

	/** Parts of a split order share their key. */
	withKey(orderKey: string): Kept[] {
		return this.all.filter(({ order, hidden }) => order.orderKey === orderKey && hidden !== true);
	}

	/** The only order of a number, for tests. */
	byNumber(orderNumber: string): OrderRecord {
		const found = this.orders.filter((order) => order.orderNumber === orderNumber);
		if (found.length !== 1 || found[0] === undefined) throw new Error(`there are ${found.length} orders ${orderNumber}`);
		return found[0];
	}

	store(storeId: number): Store | undefined {
		return this.lists.stores.find((store) => store.storeId === storeId);
	}

	create(sent: Incoming, orderKey: string = randomUUID().replaceAll('-', ''), importBatch?: string): Kept {
		const now = this.now();
		const decided = decidedBySender(sent, now, () => this.nextItemId());
		const orderId = this.nextOrderId();
		const storeId = decided.advancedOptions.storeId ?? this.defaultStore();
		const order: OrderRecord = {
			orderId,
			orderKey,
			createDate: now,
			modifyDate: now,
			// A profile is made only for a username.
			customerId: decided.customerUsername === null ? null : 37_000_000 + (orderId % 1_000_000),
			holdUntilDate: null,
			userId: null,
			externallyFulfilled: false,
			externallyFulfilledBy: null,
			...decided,
			shipTo: judged(decided.shipTo),
			advancedOptions: { ...decided.advancedOptions, storeId },
		};
		const kept: Kept = { order, ...(importBatch === undefined ? {} : { importBatch }) };
		this.kept.set(orderId, kept);
		if (order.orderStatus !== 'awaiting_payment') this.tellOfOrder(kept);
		return kept;
	}

	/** Everything that the sender decides is replaced, packers' edits included; the store is the first one for good. */
	update(kept: Kept, sent: Incoming): Kept {
		const { order } = kept;
		const waited = order.orderStatus === 'awaiting_payment';
		const decided: Decided = decidedBySender(sent, this.now(), () => this.nextItemId());
		const { storeId, mergedOrSplit, mergedIds, parentId } = order.advancedOptions;
		const tagIds = sent.tagIds === undefined && !this.switches.tagsReplaced ? order.tagIds : decided.tagIds;
		Object.assign(order, decided, {
			tagIds,
			shipTo: judged(decided.shipTo),
			advancedOptions: { ...decided.advancedOptions, storeId, mergedOrSplit, mergedIds, parentId },
		});
		this.touch(kept);
		if (waited && order.orderStatus !== 'awaiting_payment') this.tellOfOrder(kept);
		return kept;
	}

	touch({ order }: Kept): void {
		order.modifyDate = this.now();
	}

	/** Puts an order in that came about otherwise: by a split. */
	add(order: OrderRecord): Kept {
		const kept: Kept = { order };
		this.kept.set(order.orderId, kept);
		return kept;
	}

	tell(happening: Happening): void {
		this.happenings.push(happening);
	}

	private tellOfOrder(kept: Kept): void {
		kept.importBatch ??= randomUUID();
		const resource = `/orders?importBatch=${kept.importBatch}`;
		const { storeId } = kept.order.advancedOptions;
		this.tell({ event: 'ORDER_NOTIFY', storeId, resource });
		this.tell({ event: 'ITEM_ORDER_NOTIFY', storeId, resource });
	}

	/** Without a store the order goes to the first manual one. */
	private defaultStore(): number {
		return this.lists.stores.find(({ marketplaceId, active }) => marketplaceId === 0 && active)?.storeId ?? MANUAL_STORE;
	}

	now(): WallTime {
		return wallTime(this.clock.now());
	}

	nextOrderId(): number {
		this.lastId += 1;
		return this.lastId;
	}

	nextItemId(): number {
		this.lastItemId += 1;
		return this.lastItemId;
	}

	nextParcelId(): number {
		this.lastParcelId += 1;
		return this.lastParcelId;
	}

	nextBatch(): string {
		this.lastBatch += 1;
		return String(this.lastBatch);
	}
}
