import type { KnownStore } from '../../../nodes/channels/shipstation/remitter';
import type { ShipStationContext } from '../../../nodes/channels/shipstation/to-order';

/** An account with a web shop, a marketplace, and orders that are typed in. */
export const STORES = new Map<string, KnownStore>([
	['22766', { name: 'Manual Orders', marketplace: 'ShipStation' }],
	['25748', { name: 'Web Shop', marketplace: 'WooCommerce' }],
	['26120', { name: 'Amazon', marketplace: 'Amazon' }],
]);

export const CONTEXT: ShipStationContext = {
	channel: 'shipstation',
	accountId: 'ssapi.shipstation.com',
	shopUrl: 'https://ssapi.shipstation.com',
	timeZone: 'America/New_York',
	currency: 'USD',
	stores: STORES,
	marketplaceTax: 'needsAttention',
	parts: 'needsAttention',
};

type Fields = Record<string, unknown>;

const item = (orderItemId: number, name: string, quantity: number, unitPrice: number, change: Fields = {}): Fields => ({
	orderItemId,
	lineItemKey: `line-${orderItemId}`,
	sku: name.toUpperCase().replace(/\W+/g, '-'),
	name,
	imageUrl: null,
	weight: null,
	quantity,
	unitPrice,
	taxAmount: null,
	shippingAmount: null,
	warehouseLocation: null,
	options: [],
	productId: 7000 + orderItemId,
	fulfillmentSku: null,
	adjustment: false,
	upc: null,
	createDate: '2026-03-01T21:15:30.12',
	modifyDate: '2026-03-01T21:15:30.12',
	...change,
});

const order = (orderId: number, change: Fields = {}): Fields => ({
	orderId,
	orderNumber: String(orderId),
	orderKey: `wc-${orderId}`,
	// 0:12 on the second of March in New York.
	orderDate: '2026-03-01T21:12:05.0000000',
	createDate: '2026-03-01T21:15:30.1230000',
	modifyDate: '2026-03-01T21:16:00.5000000',
	paymentDate: '2026-03-01T21:12:40.0000000',
	shipByDate: null,
	orderStatus: 'awaiting_shipment',
	customerId: 501,
	customerUsername: 'ada.buyer@example.com',
	customerEmail: 'ada.buyer@example.com',
	billTo: { name: 'Ada Maria Buyer', company: null, street1: null, street2: null, street3: null, city: null, state: null, postalCode: null, country: null, phone: null, residential: null, addressVerified: null },
	shipTo: {
		name: 'Ada Buyer',
		company: '',
		street1: '12 High Street',
		street2: 'Floor 2',
		street3: 'Rear',
		city: 'Portland',
		state: 'OR',
		postalCode: '97201',
		country: 'US',
		phone: '555-555-0100',
		residential: true,
		addressVerified: 'Address not yet validated',
	},
	items: [item(1, 'Mug', 3, 12.5), item(2, 'Shirt', 1, 20)],
	orderTotal: 67.23,
	amountPaid: 67.23,
	taxAmount: 4.73,
	shippingAmount: 5,
	customerNotes: 'Please ring twice',
	internalNotes: 'second shelf',
	gift: false,
	giftMessage: null,
	paymentMethod: 'Credit Card',
	requestedShippingService: 'Priority Mail',
	carrierCode: null,
	serviceCode: null,
	packageCode: null,
	confirmation: 'none',
	shipDate: null,
	holdUntilDate: null,
	weight: { value: 0, units: 'ounces' },
	dimensions: null,
	insuranceOptions: { provider: null, insureShipment: false, insuredValue: 0 },
	internationalOptions: { contents: null, customsItems: null, nonDelivery: null },
	advancedOptions: {
		warehouseId: null,
		nonMachinable: false,
		saturdayDelivery: false,
		containsAlcohol: false,
		mergedOrSplit: false,
		mergedIds: [],
		parentId: null,
		storeId: 25748,
		customField1: 'channel A',
		customField2: null,
		customField3: null,
		source: null,
		billToParty: null,
		billToAccount: null,
		billToPostalCode: null,
		billToCountryCode: null,
		billToMyOtherAccount: null,
	},
	tagIds: null,
	userId: null,
	externallyFulfilled: false,
	externallyFulfilledBy: null,
	...change,
});

const advanced = (change: Fields): Fields => ({ ...(order(0)['advancedOptions'] as Fields), ...change });

/** Orders as API V1 answers them, made up; what each is for is in its name. */
export const MADE_UP: Record<string, () => { order: Fields; context: ShipStationContext }> = {
	'web-shop': () => ({ order: order(1001), context: CONTEXT }),
	// 57.50 of goods, a tenth off, 7.5% of what is left.
	'discount-over-all-lines': () => ({
		order: order(1002, {
			items: [item(1, 'Mug', 3, 12.5), item(2, 'Shirt', 1, 20), item(3, '10% OFF', 1, -5.75, { adjustment: true, sku: 'TEN', productId: null })],
			taxAmount: 3.88,
			orderTotal: 60.63,
			amountPaid: 60.63,
		}),
		context: CONTEXT,
	}),
	// Only the shirt was taxed, and its item says so.
	'tax-on-one-item': () => ({
		order: order(1003, { items: [item(1, 'Bread', 2, 4), item(2, 'Shirt', 1, 20, { taxAmount: 1.5 })], taxAmount: 1.5, shippingAmount: 0, orderTotal: 29.5, amountPaid: 29.5 }),
		context: CONTEXT,
	}),
	// The shop handed over the day alone; ShipStation got it in the afternoon.
	'day-without-time': () => ({
		order: order(1004, { orderDate: '2026-03-01T00:00:00.0000000', createDate: '2026-03-01T15:30:00.0000000', paymentDate: '2026-03-01T00:00:00.0000000' }),
		context: CONTEXT,
	}),
	unpaid: () => ({ order: order(1005, { orderStatus: 'awaiting_payment', amountPaid: 0, paymentDate: null, paymentMethod: null }), context: CONTEXT }),
	'paid-in-part-and-shipped': () => ({ order: order(1006, { orderStatus: 'shipped', amountPaid: 20, shipDate: '2026-03-02' }), context: CONTEXT }),
	cancelled: () => ({ order: order(1007, { orderStatus: 'cancelled' }), context: CONTEXT }),
	'marketplace-nobody-knows': () => ({ order: order(1008, { orderKey: '113-1', advancedOptions: advanced({ storeId: 26120 }) }), context: CONTEXT }),
	'marketplace-remits': () => ({
		order: order(1009, { orderKey: '113-2', advancedOptions: advanced({ storeId: 26120 }) }),
		context: { ...CONTEXT, marketplaceTax: 'marketplace' },
	}),
	'surcharge-and-no-shipping': () => ({
		order: order(1010, {
			items: [item(1, 'Mug', 2, 10), item(2, 'Gift wrap', 1, 2.5, { adjustment: true })],
			taxAmount: 0,
			shippingAmount: 0,
			orderTotal: 22.5,
			amountPaid: 22.5,
		}),
		context: CONTEXT,
	}),
	// Store credit of more than the goods.
	'more-off-than-on': () => ({
		order: order(1011, { items: [item(1, 'Mug', 1, 3), item(2, 'Store credit', 1, -6, { adjustment: true })], taxAmount: 0, orderTotal: 2, amountPaid: 2 }),
		context: CONTEXT,
	}),
	'does-not-add-up': () => ({ order: order(1012, { orderTotal: 99 }), context: CONTEXT }),
	'zero-total': () => ({ order: order(1013, { items: [item(1, 'Sample', 1, 0)], taxAmount: 0, shippingAmount: 0, orderTotal: 0, amountPaid: 0 }), context: CONTEXT }),
	'payment-date-without-amount': () => ({ order: order(1014, { amountPaid: 0 }), context: CONTEXT }),
	'part-of-a-split-order': () => ({
		order: order(1015, { orderNumber: '1001-1', orderKey: 'wc-1001', advancedOptions: advanced({ mergedOrSplit: true, parentId: 1001 }) }),
		context: { ...CONTEXT, parts: 'take' },
	}),
	'from-no-known-store': () => ({ order: order(1016, { taxAmount: 0, orderTotal: 62.5, amountPaid: 62.5, advancedOptions: advanced({ storeId: 999, source: 'Pop-up' }), billTo: null }), context: CONTEXT }),
};
