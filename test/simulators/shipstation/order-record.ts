import type { WallTime } from './pacific-clock';

export type OrderStatus =
	| 'awaiting_payment'
	| 'awaiting_shipment'
	| 'pending_fulfillment'
	| 'shipped'
	| 'on_hold'
	| 'cancelled'
	| 'rejected_fulfillment'
	| 'processing';

export interface Address {
	name: string | null;
	company: string | null;
	street1: string | null;
	street2: string | null;
	street3: string | null;
	city: string | null;
	state: string | null;
	postalCode: string | null;
	country: string | null;
	phone: string | null;
	residential: boolean | null;
	addressVerified?: string | null;
}

export interface Weight {
	value: number;
	units: string;
}

export interface OrderItem {
	orderItemId: number;
	lineItemKey: string | null;
	sku: string | null;
	name: string | null;
	imageUrl: string | null;
	weight: Weight | null;
	quantity: number;
	unitPrice: number | null;
	taxAmount: number | null;
	shippingAmount: number | null;
	warehouseLocation: string | null;
	options: Array<{ name: string | null; value: string | null }>;
	productId: number | null;
	fulfillmentSku: string | null;
	adjustment: boolean;
	upc: string | null;
	createDate: string;
	modifyDate: string;
}

export interface AdvancedOptions {
	warehouseId: number | null;
	nonMachinable: boolean;
	saturdayDelivery: boolean;
	containsAlcohol: boolean;
	mergedOrSplit: boolean;
	mergedIds: number[];
	parentId: number | null;
	storeId: number | null;
	customField1: string | null;
	customField2: string | null;
	customField3: string | null;
	source: string | null;
	billToParty: string | null;
	billToAccount: string | null;
	billToPostalCode: string | null;
	billToCountryCode: string | null;
	billToMyOtherAccount: string | null;
}

/** An order as ShipStation keeps it: in the very form of its answers, but for `orderTotal`, which is computed. */
export interface OrderRecord {
	orderId: number;
	orderNumber: string;
	orderKey: string;
	orderDate: WallTime;
	createDate: WallTime;
	modifyDate: WallTime;
	paymentDate: WallTime | null;
	shipByDate: WallTime | null;
	orderStatus: OrderStatus;
	customerId: number | null;
	customerUsername: string | null;
	customerEmail: string | null;
	billTo: Address;
	shipTo: Address;
	items: OrderItem[];
	amountPaid: number;
	taxAmount: number;
	shippingAmount: number;
	customerNotes: string | null;
	internalNotes: string | null;
	gift: boolean;
	giftMessage: string | null;
	paymentMethod: string | null;
	requestedShippingService: string | null;
	carrierCode: string | null;
	serviceCode: string | null;
	packageCode: string | null;
	confirmation: string | null;
	shipDate: string | null;
	holdUntilDate: string | null;
	weight: Weight | null;
	dimensions: { length: number; width: number; height: number; units: string } | null;
	insuranceOptions: { provider: string | null; insureShipment: boolean; insuredValue: number };
	internationalOptions: { contents: string | null; customsItems: unknown[] | null; nonDelivery: string | null };
	advancedOptions: AdvancedOptions;
	tagIds: number[] | null;
	userId: string | null;
	externallyFulfilled: boolean;
	externallyFulfilledBy: string | null;
}

/** Beside the order itself: what is not in its answers. */
export interface Kept {
	readonly order: OrderRecord;
	/** Merged into another order, or deleted: in no list any more. */
	hidden?: boolean;
	/** A row that breaks every page it is on: the answer is a 500. */
	poisonous?: boolean;
	/** Which import brought it, for the webhook's address. */
	importBatch?: string;
}

/** What is in a parcel: less is told of it than of the order's item. */
export type ShipmentItem = Omit<OrderItem, 'taxAmount' | 'shippingAmount' | 'adjustment' | 'upc' | 'createDate' | 'modifyDate' | 'options'> & { options: null };

export interface ShipmentRecord {
	shipmentId: number;
	orderId: number;
	orderKey: string | null;
	userId: string;
	orderNumber: string;
	createDate: WallTime;
	/** A day. */
	shipDate: string;
	shipmentCost: number;
	insuranceCost: number;
	trackingNumber: string;
	isReturnLabel: boolean;
	batchNumber: string | null;
	carrierCode: string;
	serviceCode: string;
	packageCode: string;
	confirmation: string | null;
	warehouseId: number | null;
	voided: boolean;
	voidDate: WallTime | null;
	marketplaceNotified: boolean;
	notifyErrorMessage: string | null;
	shipTo: Address;
	weight: Weight | null;
	dimensions: null;
	insuranceOptions: { provider: string | null; insureShipment: boolean; insuredValue: number };
	advancedOptions: { billToParty: string | null; billToMyOtherAccount: string | null; storeId: number | null } | null;
	shipmentItems: ShipmentItem[];
	labelData: null;
	formData: null;
}

export interface FulfillmentRecord {
	fulfillmentId: number;
	orderId: number;
	orderNumber: string;
	userId: string;
	customerEmail: string | null;
	trackingNumber: string | null;
	createDate: WallTime;
	shipDate: WallTime;
	voidDate: WallTime | null;
	deliveryDate: WallTime | null;
	carrierCode: string;
	fulfillmentProviderCode: string | null;
	fulfillmentServiceCode: string | null;
	fulfillmentFee: number;
	voidRequested: boolean;
	voided: boolean;
	marketplaceNotified: boolean;
	notifyErrorMessage: string | null;
	shipTo: Address;
}
