import type { Outcome } from '../outcome/outcome';
import type { Fulfillment } from './fulfillment';
import type { Carrier, CarrierPackage, CarrierService, Store, Tag, Warehouse } from './lists';
import type { OrderToSend } from './order-to-send';
import type { Shipment } from './shipment';
import type { StoredOrder } from './stored-order';

/** At most this many orders go into one call. */
export const BULK_LIMIT = 100;

/** Rows a page at most. */
export const LARGEST_PAGE = 500;

/** An order that ShipStation has taken. */
export interface SentOrder {
	orderId: number;
	orderKey: string;
	orderNumber: string;
}

/** A stretch of time: instants in ISO 8601. Both ends are inclusive to a second, and asked for with an overlap where clocks change. */
export interface Window {
	from?: string;
	to?: string;
}

export interface OrderListQuery {
	modified?: Window;
	created?: Window;
	/** By the date of the sale. */
	ordered?: Window;
	status?: string;
	storeId?: number;
	/** ShipStation answers every number that begins so. */
	orderNumber?: string;
}

/** Rows of a list. */
export interface Listed<T> {
	rows: T[];
	/** Rows that ShipStation could not give out (its answer to any page that holds one is a 500), or that could not be read. */
	unreadable: UnreadableRow[];
}

/** What is known of a row that is not among the others. */
export interface UnreadableRow {
	/** Absent when ShipStation gave nothing of it. */
	orderId?: number;
	/** A sentence. */
	reason: string;
}

/** Everything this package needs of a ShipStation account. Paced, retried and signed by whoever implements it. */
export interface ShipStation {
	/**
	 * Creates the orders whose key is new and updates the others, a hundred a call, and says for each what became of it, in the
	 * order given. An order that is refused never takes the others with it. A failure other than `order-refused` concerns the
	 * whole run, and every order not yet sent has the same one.
	 */
	sendOrders(orders: readonly OrderToSend[]): Promise<Array<Outcome<SentOrder>>>;
	/**
	 * Cancels orders that ShipStation still lets change, and says for each what became of it, in the order given. Everything
	 * else of them is sent again as it stood.
	 */
	cancelOrders(orders: readonly StoredOrder[]): Promise<Array<Outcome<SentOrder>>>;
	/** Every order of a window, oldest change first. The same order is never there twice. */
	orders(query: OrderListQuery): Promise<Outcome<Listed<StoredOrder>>>;
	/** `undefined` for one that does not exist, or no longer. */
	order(orderId: number): Promise<Outcome<StoredOrder | undefined>>;
	/** Labels made in ShipStation, with what is in the parcels; voided and return labels among them. */
	shipments(created: Window): Promise<Outcome<Listed<Shipment>>>;
	/** What was marked as shipped, or shipped by somebody else's warehouse: these are no shipments. */
	fulfillments(created: Window): Promise<Outcome<Listed<Fulfillment>>>;
	/** What a webhook announced; refused for an address that is not ShipStation's, as the key would go there. */
	resource(url: string): Promise<Outcome<unknown>>;

	stores(): Promise<Outcome<Store[]>>;
	warehouses(): Promise<Outcome<Warehouse[]>>;
	tags(): Promise<Outcome<Tag[]>>;
	carriers(): Promise<Outcome<Carrier[]>>;
	services(carrierCode: string): Promise<Outcome<CarrierService[]>>;
	packages(carrierCode: string): Promise<Outcome<CarrierPackage[]>>;

	/** HTTP calls made so far, repeated ones included. */
	readonly calls: number;
	/** Those of them that wrote. */
	readonly writes: number;
}
