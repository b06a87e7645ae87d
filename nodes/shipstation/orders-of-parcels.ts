import { succeed, type Outcome } from '../outcome/outcome';
import { readDocumentKey } from '../qb-documents/document-key';
import type { ParcelDraft } from './fetch-parcels';
import type { ShipStation } from './shipstation';
import type { StoredOrder } from './stored-order';

/** Orders that are read one by one when a list does not have them; the rest is left to the sweep. */
const MOST_SINGLE = 20;

/** The orders that parcels belong to: a label often has no key, and what was marked as shipped never has one. */
export class OrdersOfParcels {
	private readonly byId = new Map<number, StoredOrder>();
	private readonly byKey = new Map<string, Map<number, StoredOrder>>();
	/** Keys of split orders of which not every part could be read. */
	private readonly unknownParts = new Set<string>();

	/** @param since an instant: shipping an order changes it, so it is among those changed since */
	static async find(shipstation: ShipStation, parcels: readonly ParcelDraft[], since: string): Promise<Outcome<OrdersOfParcels>> {
		const orders = new OrdersOfParcels();
		const listed = await shipstation.orders({ modified: { from: since } });
		if (!listed.ok) return listed;
		orders.add(listed.value.rows);
		const missing = new Set(parcels.filter((parcel) => orders.isMissing(parcel)).map(({ orderId }) => orderId));
		for (const orderId of [...missing].slice(0, MOST_SINGLE)) {
			const read = await shipstation.order(orderId);
			if (!read.ok) return read;
			if (read.value) orders.add([read.value]);
		}
		const parts = await orders.addParts(shipstation, new Set(parcels.map(({ orderId }) => orderId)));
		return parts.ok ? succeed(orders) : parts;
	}

	order(orderId: number): StoredOrder | undefined {
		return this.byId.get(orderId);
	}

	/** Whether every part of an order has been shipped, as ShipStation counts it. */
	isComplete(orderKey: string): boolean {
		const parts = [...(this.byKey.get(orderKey)?.values() ?? [])].filter(({ orderStatus }) => orderStatus !== 'cancelled');
		return parts.length > 0 && !this.unknownParts.has(orderKey) && parts.every(({ orderStatus }) => orderStatus === 'shipped');
	}

	private add(orders: readonly StoredOrder[]): void {
		for (const order of orders) {
			this.byId.set(order.orderId, order);
			if (order.orderKey === undefined) continue;
			const parts = this.byKey.get(order.orderKey) ?? new Map<number, StoredOrder>();
			parts.set(order.orderId, order);
			this.byKey.set(order.orderKey, parts);
		}
	}

	/** A label with a key of somebody else's order needs no order; ours is looked at for its parts. */
	private isMissing({ orderId, orderKey }: ParcelDraft): boolean {
		return !this.byId.has(orderId) && (orderKey === undefined || readDocumentKey(orderKey) !== undefined);
	}

	/** The other parts of split orders: their numbers begin with that of the whole. */
	private async addParts(shipstation: ShipStation, orderIds: ReadonlySet<number>): Promise<Outcome<void>> {
		const split = [...this.byId.values()].filter(
			({ orderId, orderKey, advancedOptions }) =>
				orderIds.has(orderId) && advancedOptions?.mergedOrSplit === true && advancedOptions.mergedIds.length === 0 && readDocumentKey(orderKey) !== undefined,
		);
		const numbers = new Map(split.map(({ orderKey = '', orderNumber = '' }) => [orderKey, orderNumber.replace(/-\d+$/, '')]));
		for (const [index, [orderKey, number]] of [...numbers].entries()) {
			if (index >= MOST_SINGLE || number === '') {
				this.unknownParts.add(orderKey);
				continue;
			}
			const parts = await shipstation.orders({ orderNumber: number });
			if (!parts.ok) return parts;
			this.add(parts.value.rows.filter((part) => part.orderKey === orderKey));
		}
		return succeed(undefined);
	}
}
