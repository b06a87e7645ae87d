/** What kind of value a property takes, as ShipStation's own models are typed. */
export type FieldKind =
	| { readonly kind: 'text' | 'amount' | 'time'; readonly longest?: number }
	/** `strict`: null is no value of it. */
	| { readonly kind: 'whole' | 'flag'; readonly strict?: boolean }
	| { readonly kind: 'choice'; readonly of: readonly string[]; readonly strict?: boolean }
	| { readonly kind: 'object'; readonly fields: Fields; readonly type: string }
	| { readonly kind: 'list'; readonly of: FieldKind; readonly type: string };

export type Fields = Readonly<Record<string, FieldKind>>;

const text = (longest?: number): FieldKind => ({ kind: 'text', ...(longest === undefined ? {} : { longest }) });
const amount: FieldKind = { kind: 'amount' };
const time: FieldKind = { kind: 'time' };
const id: FieldKind = { kind: 'whole' };
const flag: FieldKind = { kind: 'flag', strict: true };

/** Lengths are those of the custom store schema, for the switch `overLong`. */
const address: FieldKind = {
	kind: 'object',
	type: 'SS.OpenApi.Models.Orders.Address',
	fields: {
		name: text(100),
		company: text(100),
		street1: text(200),
		street2: text(200),
		street3: text(200),
		city: text(100),
		state: text(100),
		postalCode: text(50),
		country: text(),
		phone: text(50),
		residential: { kind: 'flag' },
	},
};

const weight: FieldKind = {
	kind: 'object',
	type: 'SS.OpenApi.Models.Weight',
	fields: { value: amount, units: { kind: 'choice', of: ['pounds', 'ounces', 'grams'] } },
};

const item: FieldKind = {
	kind: 'object',
	type: 'SS.OpenApi.Models.Orders.OrderItem',
	fields: {
		lineItemKey: text(50),
		sku: text(100),
		name: text(200),
		imageUrl: text(),
		weight,
		quantity: { kind: 'whole', strict: true },
		unitPrice: amount,
		taxAmount: amount,
		shippingAmount: amount,
		warehouseLocation: text(100),
		options: {
			kind: 'list',
			type: 'SS.OpenApi.Models.Orders.ItemOption[]',
			of: { kind: 'object', type: 'SS.OpenApi.Models.Orders.ItemOption', fields: { name: text(100), value: text(100) } },
		},
		productId: id,
		fulfillmentSku: text(),
		adjustment: flag,
		upc: text(),
	},
};

const customsItem: FieldKind = {
	kind: 'object',
	type: 'SS.OpenApi.Models.CustomsItem',
	fields: {
		customsItemId: id,
		description: text(),
		quantity: { kind: 'whole', strict: true },
		value: amount,
		harmonizedTariffCode: text(),
		countryOfOrigin: text(),
	},
};

const list = (of: FieldKind, type: string): FieldKind => ({ kind: 'list', of, type });

/** The body of `createorder`, property by property. What is not here ShipStation does not look at. */
export const ORDER_FIELDS: Fields = {
	orderId: id,
	orderKey: text(50),
	orderNumber: text(50),
	orderDate: time,
	paymentDate: time,
	shipByDate: time,
	orderStatus: {
		kind: 'choice',
		strict: true,
		of: ['awaiting_payment', 'awaiting_shipment', 'shipped', 'on_hold', 'cancelled', 'pending_fulfillment'],
	},
	customerId: id,
	customerUsername: text(100),
	customerEmail: text(),
	billTo: address,
	shipTo: address,
	items: list(item, 'SS.OpenApi.Models.Orders.OrderItem[]'),
	amountPaid: amount,
	taxAmount: amount,
	shippingAmount: amount,
	customerNotes: text(1000),
	internalNotes: text(1000),
	gift: flag,
	giftMessage: text(1000),
	paymentMethod: text(50),
	requestedShippingService: text(100),
	carrierCode: text(),
	serviceCode: text(),
	packageCode: text(),
	confirmation: { kind: 'choice', of: ['none', 'delivery', 'signature', 'adult_signature', 'direct_signature'] },
	shipDate: time,
	weight,
	dimensions: {
		kind: 'object',
		type: 'SS.OpenApi.Models.Dimensions',
		fields: { length: amount, width: amount, height: amount, units: { kind: 'choice', of: ['inches', 'centimeters'] } },
	},
	insuranceOptions: {
		kind: 'object',
		type: 'SS.OpenApi.Models.InsuranceOptions',
		fields: { provider: text(), insureShipment: flag, insuredValue: amount },
	},
	internationalOptions: {
		kind: 'object',
		type: 'SS.OpenApi.Models.InternationalOptions',
		fields: {
			contents: { kind: 'choice', of: ['merchandise', 'documents', 'gift', 'returned_goods', 'sample'] },
			customsItems: list(customsItem, 'SS.OpenApi.Models.CustomsItem[]'),
			nonDelivery: { kind: 'choice', of: ['return_to_sender', 'treat_as_abandoned'] },
		},
	},
	advancedOptions: {
		kind: 'object',
		type: 'SS.OpenApi.Models.AdvancedOptions',
		fields: {
			warehouseId: id,
			nonMachinable: flag,
			saturdayDelivery: flag,
			containsAlcohol: flag,
			mergedOrSplit: flag,
			mergedIds: list(id, 'System.Int32[]'),
			parentId: id,
			storeId: id,
			customField1: text(100),
			customField2: text(100),
			customField3: text(100),
			source: text(50),
			billToParty: { kind: 'choice', of: ['my_account', 'my_other_account', 'recipient', 'third_party'] },
			billToAccount: text(),
			billToPostalCode: text(),
			billToCountryCode: text(),
			billToMyOtherAccount: text(),
		},
	},
	tagIds: list(id, 'System.Int32[]'),
};

/** Read-only properties of the same model: sent back with an order that was read, they are not looked at. */
export const READ_ONLY: ReadonlySet<string> = new Set([
	'orderTotal',
	'createDate',
	'modifyDate',
	'userId',
	'externallyFulfilled',
	'externallyFulfilledBy',
	'holdUntilDate',
	'orderItemId',
	'addressVerified',
]);
