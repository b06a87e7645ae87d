import { Big } from 'big.js';
import type { Address, AdvancedOptions, OrderItem, OrderRecord } from './order-record';
import { itemTime, readTime, type WallTime } from './pacific-clock';
import type { Incoming } from './read-incoming';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const time = (value: unknown): WallTime | null => (typeof value === 'string' ? (readTime(value) ?? null) : null);
const object = (value: unknown): Incoming => (typeof value === 'object' && value !== null ? (value as Incoming) : {});
const list = (value: unknown): Incoming[] => (Array.isArray(value) ? (value as Incoming[]) : []);

/** Everything of an order that its sender decides. What is not sent is empty: ShipStation knows no partial update. */
export type Decided = Omit<OrderRecord, 'orderId' | 'orderKey' | 'createDate' | 'modifyDate' | 'customerId' | 'holdUntilDate' | 'userId' | 'externallyFulfilled' | 'externallyFulfilledBy'>;

export function decidedBySender(sent: Incoming, now: WallTime, nextItemId: () => number): Decided {
	const insurance = object(sent.insuranceOptions);
	const international = object(sent.internationalOptions);
	return {
		orderNumber: String(sent.orderNumber),
		orderDate: time(sent.orderDate) ?? now,
		paymentDate: time(sent.paymentDate),
		shipByDate: time(sent.shipByDate),
		orderStatus: sent.orderStatus as OrderRecord['orderStatus'],
		customerUsername: text(sent.customerUsername),
		customerEmail: text(sent.customerEmail),
		billTo: readAddress(sent.billTo),
		shipTo: readAddress(sent.shipTo),
		items: list(sent.items).map((item) => readItem(item, now, nextItemId)),
		amountPaid: number(sent.amountPaid) ?? 0,
		taxAmount: number(sent.taxAmount) ?? 0,
		shippingAmount: number(sent.shippingAmount) ?? 0,
		customerNotes: text(sent.customerNotes),
		internalNotes: text(sent.internalNotes),
		gift: sent.gift === true,
		giftMessage: text(sent.giftMessage),
		paymentMethod: text(sent.paymentMethod),
		requestedShippingService: text(sent.requestedShippingService),
		carrierCode: text(sent.carrierCode),
		serviceCode: text(sent.serviceCode),
		packageCode: text(sent.packageCode),
		confirmation: text(sent.confirmation) ?? 'none',
		shipDate: time(sent.shipDate)?.slice(0, 10) ?? null,
		weight: (sent.weight as OrderRecord['weight'] | undefined) ?? { value: 0, units: 'ounces' },
		dimensions: (sent.dimensions as OrderRecord['dimensions'] | undefined) ?? null,
		insuranceOptions: {
			provider: text(insurance.provider),
			insureShipment: insurance.insureShipment === true,
			insuredValue: number(insurance.insuredValue) ?? 0,
		},
		internationalOptions: {
			contents: text(international.contents),
			customsItems: Array.isArray(international.customsItems) ? (international.customsItems as unknown[]) : null,
			nonDelivery: text(international.nonDelivery),
		},
		advancedOptions: readAdvanced(object(sent.advancedOptions)),
		tagIds: Array.isArray(sent.tagIds) && sent.tagIds.length > 0 ? (sent.tagIds as number[]) : null,
	};
}

export function readAddress(value: unknown): Address {
	const sent = object(value);
	return {
		name: text(sent.name),
		company: text(sent.company),
		street1: text(sent.street1),
		street2: text(sent.street2),
		street3: text(sent.street3),
		city: text(sent.city),
		state: text(sent.state),
		postalCode: text(sent.postalCode),
		country: text(sent.country),
		phone: text(sent.phone),
		residential: typeof sent.residential === 'boolean' ? sent.residential : null,
		addressVerified: null,
	};
}

function readItem(sent: Incoming, now: WallTime, nextItemId: () => number): OrderItem {
	return {
		orderItemId: nextItemId(),
		lineItemKey: text(sent.lineItemKey),
		sku: text(sent.sku),
		name: text(sent.name),
		imageUrl: text(sent.imageUrl),
		weight: (sent.weight as OrderItem['weight'] | undefined) ?? null,
		quantity: number(sent.quantity) ?? 0,
		unitPrice: number(sent.unitPrice),
		taxAmount: number(sent.taxAmount),
		shippingAmount: number(sent.shippingAmount),
		warehouseLocation: text(sent.warehouseLocation),
		options: list(sent.options).map(({ name, value }) => ({ name: text(name), value: text(value) })),
		productId: number(sent.productId),
		fulfillmentSku: text(sent.fulfillmentSku),
		adjustment: sent.adjustment === true,
		upc: text(sent.upc),
		createDate: itemTime(now),
		modifyDate: itemTime(now),
	};
}

/** `mergedOrSplit`, `mergedIds` and `parentId` are ShipStation's own: what is sent there is not looked at. */
function readAdvanced(sent: Incoming): AdvancedOptions {
	return {
		warehouseId: number(sent.warehouseId),
		nonMachinable: sent.nonMachinable === true,
		saturdayDelivery: sent.saturdayDelivery === true,
		containsAlcohol: sent.containsAlcohol === true,
		mergedOrSplit: false,
		mergedIds: [],
		parentId: null,
		storeId: number(sent.storeId),
		customField1: text(sent.customField1),
		customField2: text(sent.customField2),
		customField3: text(sent.customField3),
		source: text(sent.source),
		billToParty: text(sent.billToParty),
		billToAccount: text(sent.billToAccount),
		billToPostalCode: text(sent.billToPostalCode),
		billToCountryCode: text(sent.billToCountryCode),
		billToMyOtherAccount: text(sent.billToMyOtherAccount),
	};
}

/** ShipStation flags an address and takes the order. */
export const judged = (address: Address): Address => ({
	...address,
	addressVerified:
		address.street1 && address.city && address.postalCode ? 'Address not yet validated' : 'Address validation failed',
});

/** Σ(unitPrice × quantity) + taxAmount + shippingAmount: line taxes and line shipping are not added. */
export const orderTotal = (order: Pick<OrderRecord, 'items' | 'taxAmount' | 'shippingAmount'>): number =>
	Number(
		order.items
			.reduce((sum, { unitPrice, quantity }) => sum.plus(new Big(unitPrice ?? 0).times(quantity)), new Big(0))
			.plus(order.taxAmount)
			.plus(order.shippingAmount),
	);

/** The order as it is answered. */
export const renderOrder = (order: OrderRecord): OrderRecord & { orderTotal: number } => ({ ...order, orderTotal: orderTotal(order) });
