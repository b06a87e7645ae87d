import { z } from '../vendor/zod';

/**
 * What `POST /orders/createorders` is sent: one order. ShipStation's documentation gives no lengths, and what it does with
 * longer values is not known; these are the lengths of its custom store schema, which fills the same order.
 *
 * Absent, never `null`: a null in an address is no text to ShipStation's own models. Amounts are JSON numbers on this wire,
 * in the account's one currency. Dates are ShipStation's own clock; see `pacific-time.ts`.
 */

const text = (most: number) => z.string().max(most, `must have at most ${most} characters`);

/** Cents and their fractions as they are; a number like 0.1 + 0.2 has been computed with and is refused. */
const amount = z.number().refine((value) => /^-?\d{1,9}(\.\d{1,4})?$/.test(String(value)), 'must be an amount with at most four decimals');

const whole = z.number().int('must be a whole number');

const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,7})?$/, 'must be a date and time, e.g. "2026-03-01 09:30:00"');

const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country of two letters, e.g. "US"');

/** ShipStation flags a bad address and takes the order; an incomplete one is the sender's to settle before. */
const addressSchema = z.strictObject({
	name: text(100),
	company: text(100).optional(),
	street1: text(200),
	street2: text(200).optional(),
	street3: text(200).optional(),
	city: text(100),
	/** Empty where a country has none. */
	state: text(100),
	postalCode: text(50),
	country,
	phone: text(50).optional(),
	residential: z.boolean().optional(),
});

/** An order may be billed to a name alone. */
const billingSchema = addressSchema.partial().required({ name: true });

const weightSchema = z.strictObject({ value: z.number().nonnegative(), units: z.enum(['pounds', 'ounces', 'grams']) });

const itemSchema = z.strictObject({
	lineItemKey: text(50).optional(),
	sku: text(100).optional(),
	name: text(200).min(1, 'must not be empty'),
	imageUrl: z.string().optional(),
	weight: weightSchema.optional(),
	/** Pieces: ShipStation knows no fraction of one. */
	quantity: whole,
	/** Negative for a discount. */
	unitPrice: amount.optional(),
	taxAmount: amount.optional(),
	shippingAmount: amount.optional(),
	warehouseLocation: text(100).optional(),
	options: z.array(z.strictObject({ name: text(100), value: text(100) })).optional(),
	productId: whole.optional(),
	fulfillmentSku: text(100).optional(),
	/** A line that is not packed: a discount. */
	adjustment: z.boolean().optional(),
	upc: text(50).optional(),
});

const customsItemSchema = z.strictObject({
	description: text(200),
	quantity: whole,
	/** In US dollars. */
	value: amount,
	harmonizedTariffCode: text(50).optional(),
	countryOfOrigin: country,
});

export const orderToSendSchema = z.strictObject({
	/** Unknown to ShipStation: a new order. Known: an update of that one. Never sent without it, or each re-send would make another. */
	orderKey: text(50).min(1, 'must not be empty'),
	/** Only for a part of a split order, which shares its key with the other parts. */
	orderId: whole.optional(),
	orderNumber: text(50).min(1, 'must not be empty'),
	orderDate: dateTime,
	paymentDate: dateTime.optional(),
	shipByDate: dateTime.optional(),
	orderStatus: z.enum(['awaiting_payment', 'awaiting_shipment', 'on_hold', 'cancelled', 'shipped']),
	/** Without it ShipStation makes no customer. */
	customerUsername: text(100).optional(),
	customerEmail: z.string().optional(),
	billTo: billingSchema,
	shipTo: addressSchema,
	items: z.array(itemSchema),
	amountPaid: amount.optional(),
	taxAmount: amount.optional(),
	shippingAmount: amount.optional(),
	customerNotes: text(1000).optional(),
	internalNotes: text(1000).optional(),
	gift: z.boolean().optional(),
	giftMessage: text(1000).optional(),
	paymentMethod: text(50).optional(),
	/** Words for a person; mapped to a service in ShipStation's own settings. */
	requestedShippingService: text(100).optional(),
	carrierCode: text(50).optional(),
	serviceCode: text(100).optional(),
	packageCode: text(100).optional(),
	confirmation: z.enum(['none', 'delivery', 'signature', 'adult_signature', 'direct_signature']).optional(),
	weight: weightSchema.optional(),
	dimensions: z
		.strictObject({ length: z.number(), width: z.number(), height: z.number(), units: z.enum(['inches', 'centimeters']) })
		.optional(),
	insuranceOptions: z.strictObject({ provider: z.string(), insureShipment: z.boolean(), insuredValue: amount }).optional(),
	internationalOptions: z
		.strictObject({
			contents: z.enum(['merchandise', 'documents', 'gift', 'returned_goods', 'sample']),
			customsItems: z.array(customsItemSchema),
			nonDelivery: z.enum(['return_to_sender', 'treat_as_abandoned']).optional(),
		})
		.optional(),
	advancedOptions: z
		.strictObject({
			/** Looked at only when the order is created. */
			storeId: whole.optional(),
			warehouseId: whole.optional(),
			customField1: text(100).optional(),
			customField2: text(100).optional(),
			customField3: text(100).optional(),
			source: text(50).optional(),
			nonMachinable: z.boolean().optional(),
			saturdayDelivery: z.boolean().optional(),
			containsAlcohol: z.boolean().optional(),
		})
		.optional(),
	tagIds: z.array(whole).optional(),
});

export type OrderToSend = z.input<typeof orderToSendSchema>;
export type AddressToSend = OrderToSend['shipTo'];
export type ItemToSend = OrderToSend['items'][number];
