import type { Account } from './account';
import { MANUAL_STORE } from './account-lists';
import { badRequest } from './api-error';
import type { Address, FulfillmentRecord, Kept, OrderItem, OrderRecord, OrderStatus, ShipmentItem, ShipmentRecord } from './order-record';
import { wallDay } from './pacific-clock';
import type { Incoming } from './read-incoming';

export interface LabelChoice {
	readonly trackingNumber?: string;
	readonly carrierCode?: string;
	readonly serviceCode?: string;
	readonly cost?: number;
	/** What goes into the parcel: quantities by SKU. Default everything. */
	readonly quantities?: Readonly<Record<string, number>>;
	/** A day; default today in California. */
	readonly shipDate?: string;
	/** Older labels tell no key. */
	readonly withoutKey?: boolean;
}

/** An order as a connected shop hands it over. */
export interface ImportedOrder {
	readonly orderNumber: string;
	/** ShipStation's own clock, `2026-03-01T09:30:00`; midnight when the shop tells only the day. */
	readonly orderDate: string;
	readonly storeId?: number;
	readonly orderKey?: string;
	readonly orderStatus?: OrderStatus;
	readonly items?: readonly Incoming[];
	readonly shipTo?: Partial<Address>;
	/** Any other field of the order. */
	readonly rest?: Incoming;
}

/** What people do in ShipStation's screens, and what connected shops do without being asked. */
export class PeopleAtWork {
	constructor(
		private readonly account: Account,
		private readonly now: () => number,
	) {}

	/** A label for all of the order, or for a part; the order counts as shipped from the first one on. */
	buyLabel(orderId: number, choice: LabelChoice = {}): ShipmentRecord {
		const kept = this.get(orderId);
		const { order } = kept;
		const shipment = this.label(order, choice, false, this.account.nextBatch());
		order.orderStatus = 'shipped';
		order.shipDate = shipment.shipDate;
		this.account.touch(kept);
		const resource = `/shipments?batchId=${shipment.batchNumber}&includeShipmentItems=False`;
		const { storeId } = order.advancedOptions;
		this.account.tell({ event: 'SHIP_NOTIFY', storeId, resource });
		this.account.tell({ event: 'ITEM_SHIP_NOTIFY', storeId, resource });
		return shipment;
	}

	/** Two parcels or more, each with what is said. */
	shipInParcels(orderId: number, parcels: readonly LabelChoice[]): ShipmentRecord[] {
		return parcels.map((parcel) => this.buyLabel(orderId, parcel));
	}

	/** A label for the way back: it says nothing about the way there. */
	buyReturnLabel(orderId: number, choice: LabelChoice = {}): ShipmentRecord {
		return this.label(this.get(orderId).order, choice, true, null);
	}

	/** Without another valid label the order waits for shipment again. */
	voidLabel(shipmentId: number): ShipmentRecord {
		const shipment = this.account.shipments.find((label) => label.shipmentId === shipmentId);
		if (shipment === undefined || shipment.voided) throw new Error(`there is no valid label ${shipmentId}`);
		Object.assign(shipment, { voided: true, voidDate: this.account.now() });
		const kept = this.get(shipment.orderId);
		const valid = this.account.shipments.some(
			(label) => label.orderId === shipment.orderId && !label.voided && !label.isReturnLabel,
		);
		if (!valid) Object.assign(kept.order, { orderStatus: 'awaiting_shipment', shipDate: null });
		this.account.touch(kept);
		return shipment;
	}

	/** "Mark as Shipped", by hand or over the API: a fulfillment, not a shipment. */
	markAsShipped(orderId: number, given: { carrierCode: string; trackingNumber?: string; shipDate?: string; notifySalesChannel?: boolean }): FulfillmentRecord {
		const kept = this.get(orderId);
		const { order } = kept;
		if (order.orderStatus === 'cancelled') throw badRequest('A cancelled order cannot be marked as shipped.');
		const shipDate = given.shipDate?.slice(0, 10) ?? wallDay(this.now());
		const fulfillment: FulfillmentRecord = {
			fulfillmentId: this.account.nextParcelId(),
			orderId,
			orderNumber: order.orderNumber,
			userId: this.account.lists.users[0]?.userId ?? '',
			customerEmail: order.customerEmail,
			trackingNumber: given.trackingNumber ?? null,
			createDate: this.account.now(),
			shipDate: `${shipDate}T00:00:00.0000000`,
			voidDate: null,
			deliveryDate: null,
			carrierCode: given.carrierCode,
			fulfillmentProviderCode: null,
			fulfillmentServiceCode: null,
			fulfillmentFee: 0,
			voidRequested: false,
			voided: false,
			marketplaceNotified: given.notifySalesChannel ?? false,
			notifyErrorMessage: null,
			shipTo: order.shipTo,
		};
		this.account.fulfillments.push(fulfillment);
		Object.assign(order, { orderStatus: 'shipped', shipDate });
		this.account.touch(kept);
		return fulfillment;
	}

	/** A packer types into the order's screen. */
	edit(orderId: number, change: Partial<OrderRecord>): OrderRecord {
		const kept = this.get(orderId);
		Object.assign(kept.order, change, {
			advancedOptions: { ...kept.order.advancedOptions, ...change.advancedOptions },
		});
		this.account.touch(kept);
		return kept.order;
	}

	cancel(orderId: number): OrderRecord {
		return this.edit(orderId, { orderStatus: 'cancelled' });
	}

	/**
	 * What is taken out becomes an order of its own, with the same key and a number that ends in -1, -2, …
	 * @param quantities by SKU
	 */
	split(orderId: number, quantities: Readonly<Record<string, number>>): OrderRecord {
		const kept = this.get(orderId);
		const { order } = kept;
		const parts = this.account.withKey(order.orderKey).length;
		const taken = order.items.filter(({ sku }) => (quantities[sku ?? ''] ?? 0) > 0);
		const child: OrderRecord = {
			...structuredClone(order),
			orderId: this.account.nextOrderId(),
			orderNumber: `${order.orderNumber}-${parts}`,
			createDate: this.account.now(),
			modifyDate: this.account.now(),
			items: taken.map((item) => ({ ...structuredClone(item), orderItemId: this.account.nextItemId(), quantity: quantities[item.sku ?? ''] ?? 0 })),
			taxAmount: 0,
			shippingAmount: 0,
			amountPaid: 0,
			advancedOptions: { ...order.advancedOptions, mergedOrSplit: true, mergedIds: [], parentId: orderId },
		};
		order.items = order.items
			.map((item): OrderItem => ({ ...item, quantity: item.quantity - (quantities[item.sku ?? ''] ?? 0) }))
			.filter(({ quantity }) => quantity > 0);
		order.advancedOptions.mergedOrSplit = true;
		this.account.touch(kept);
		return this.account.add(child).order;
	}

	/** The others go into the first one and out of every list. */
	merge(orderId: number, others: readonly number[]): OrderRecord {
		const kept = this.get(orderId);
		for (const other of others) {
			const merged = this.get(other);
			merged.hidden = true;
			kept.order.items.push(...merged.order.items);
			kept.order.taxAmount += merged.order.taxAmount;
			kept.order.shippingAmount += merged.order.shippingAmount;
			kept.order.amountPaid += merged.order.amountPaid;
			kept.order.advancedOptions.mergedIds.push(other);
		}
		kept.order.advancedOptions.mergedOrSplit = true;
		this.account.touch(kept);
		return kept.order;
	}

	removeStore(storeId: number): void {
		this.account.lists.stores = this.account.lists.stores.filter((store) => store.storeId !== storeId);
	}

	/** From now on every page with this order is a 500. */
	poison(orderId: number, poisonous = true): void {
		this.get(orderId).poisonous = poisonous;
	}

	/** A connected shop's order arrives. */
	importOrder(imported: ImportedOrder): OrderRecord {
		const { orderNumber, orderDate, storeId = MANUAL_STORE, orderKey, orderStatus = 'awaiting_shipment', items = [], shipTo, rest } = imported;
		const sent: Incoming = {
			orderNumber,
			orderDate,
			orderStatus,
			billTo: { name: 'Ada Buyer' },
			shipTo: { name: 'Ada Buyer', street1: '12 High Street', city: 'Portland', state: 'OR', postalCode: '97201', country: 'US', ...shipTo },
			items,
			...rest,
			advancedOptions: { storeId, ...((rest?.advancedOptions ?? {}) as Incoming) },
		};
		return this.account.create(sent, orderKey ?? `shop-${storeId}-${orderNumber}`).order;
	}

	private label(order: OrderRecord, choice: LabelChoice, isReturnLabel: boolean, batchNumber: string | null): ShipmentRecord {
		const shipmentId = this.account.nextParcelId();
		const quantities = choice.quantities;
		const shipment: ShipmentRecord = {
			shipmentId,
			orderId: order.orderId,
			orderKey: choice.withoutKey === true ? null : order.orderKey,
			userId: this.account.lists.users[0]?.userId ?? '',
			orderNumber: order.orderNumber,
			createDate: this.account.now(),
			shipDate: choice.shipDate ?? wallDay(this.now()),
			shipmentCost: choice.cost ?? 1.93,
			insuranceCost: 0,
			trackingNumber: choice.trackingNumber ?? `94001118995616${shipmentId}`,
			isReturnLabel,
			batchNumber,
			carrierCode: choice.carrierCode ?? 'stamps_com',
			serviceCode: choice.serviceCode ?? 'usps_priority_mail',
			packageCode: 'package',
			confirmation: 'delivery',
			warehouseId: order.advancedOptions.warehouseId ?? 17977,
			voided: false,
			voidDate: null,
			marketplaceNotified: true,
			notifyErrorMessage: null,
			shipTo: order.shipTo,
			weight: { value: 1, units: 'ounces' },
			dimensions: null,
			insuranceOptions: { provider: null, insureShipment: false, insuredValue: 0 },
			advancedOptions: { billToParty: '4', billToMyOtherAccount: null, storeId: order.advancedOptions.storeId },
			shipmentItems: order.items
				.filter(({ adjustment, sku }) => !adjustment && (quantities === undefined || (quantities[sku ?? ''] ?? 0) > 0))
				.map((item) => parcelItem(item, quantities?.[item.sku ?? ''] ?? item.quantity)),
			labelData: null,
			formData: null,
		};
		this.account.shipments.push(shipment);
		return shipment;
	}

	private get(orderId: number): Kept {
		const kept = this.account.find(orderId);
		if (kept === undefined) throw new Error(`there is no order ${orderId}`);
		return kept;
	}
}

const parcelItem = (
	{ orderItemId, lineItemKey, sku, name, imageUrl, weight, unitPrice, warehouseLocation, productId, fulfillmentSku }: OrderItem,
	quantity: number,
): ShipmentItem => ({
	orderItemId,
	lineItemKey,
	sku,
	name,
	imageUrl,
	weight,
	quantity,
	unitPrice,
	warehouseLocation,
	options: null,
	productId,
	fulfillmentSku,
});
