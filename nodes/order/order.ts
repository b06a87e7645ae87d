import { addressSchema } from './address';
import { currencySchema, moneySchema } from './money';
import { z } from '../vendor/zod';

export const ORDER_SCHEMA_VERSION = 1;

const zero = moneySchema.default('0');
const instant = z.iso.datetime({ offset: true, error: 'must be an instant in ISO 8601, e.g. "2026-03-01T09:30:00Z"' });
const day = z.iso.date({ error: 'must be a day, e.g. "2026-03-01"' });
const name = z.string();
/** Of pieces; fractional where the shop sells by weight. */
export const quantitySchema = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'must be a quantity of zero or more as a decimal string, e.g. "2"');

/** Who sends a tax to the authority. Tax that a marketplace remits is not the seller's. */
export const remitterSchema = z.enum(['seller', 'marketplace', 'unknown']);

export const taxSchema = z.object({
	name,
	/** Percent: `7.25`. */
	rate: z.string().optional(),
	amount: moneySchema,
	jurisdiction: z.string().optional(),
	remittedBy: remitterSchema.default('seller'),
});

/**
 * An amount of the order before tax: `net = gross − discount`, all without tax; `tax` and `taxes` come on top.
 * Discounts are positive.
 */
const charge = {
	gross: moneySchema,
	discount: zero,
	net: moneySchema,
	/** Only what the seller owes; tax that a marketplace remits is listed in `taxes` alone. */
	tax: zero,
	taxes: z.array(taxSchema).default([]),
};

export const lineSchema = z.object({
	id: z.string().default(''),
	/** A sold gift card is a liability, not revenue. */
	kind: z.enum(['product', 'giftCard', 'custom']).default('product'),
	sku: z.string().optional(),
	productId: z.string().optional(),
	variantId: z.string().optional(),
	title: z.string(),
	/** A decimal string; fractional where the shop sells by weight. */
	quantity: quantitySchema,
	/** What is left of `quantity` after removals and returns. */
	currentQuantity: quantitySchema.optional(),
	/** As the shop shows it; with tax where `taxInclusive`. Informative: the books use `gross` and `quantity`. */
	unitPrice: moneySchema.optional(),
	...charge,
	/** The parent of a component of a bundle. */
	parentLineId: z.string().optional(),
});

export const shippingSchema = z.object({ id: z.string().default(''), title: z.string(), code: z.string().optional(), ...charge });

export const feeSchema = z.object({ id: z.string().default(''), title: z.string(), code: z.string().optional(), ...charge });

export const discountSchema = z.object({
	code: z.string().optional(),
	title: z.string(),
	type: z.enum(['fixed', 'percentage', 'other']).default('other'),
	/** Positive, without tax. */
	amount: moneySchema,
	target: z.enum(['order', 'line', 'shipping']).default('order'),
	allocations: z.array(z.object({ lineId: z.string(), amount: moneySchema })).default([]),
});

export const paymentSchema = z.object({
	id: z.string(),
	/** An authorisation is not a payment. */
	kind: z.enum(['sale', 'capture', 'authorization', 'void']),
	status: z.enum(['success', 'pending', 'failure']),
	/** The channel's word for the tender: `stripe`, `shopify_payments`, `gift_card`. */
	method: z.string(),
	methodTitle: z.string().optional(),
	amount: moneySchema,
	currency: currencySchema,
	at: instant.optional(),
	/** A redeemed gift card or store credit: a tender that settles a liability, not money received. */
	tender: z.enum(['money', 'giftCard', 'storeCredit']).default('money'),
	reference: z.string().optional(),
	fee: moneySchema.optional(),
});

export const refundSchema = z.object({
	id: z.string(),
	at: instant,
	reason: z.string().optional(),
	/** What the customer got back, positive, tax included. */
	amount: moneySchema,
	currency: currencySchema,
	lines: z
		.array(z.object({ lineId: z.string(), quantity: quantitySchema, net: moneySchema, tax: zero, restocked: z.boolean().optional() }))
		.default([]),
	shipping: z.array(z.object({ net: moneySchema, tax: zero })).default([]),
	fees: z.array(z.object({ feeId: z.string(), net: moneySchema, tax: zero })).default([]),
	/** The part of `amount` that belongs to no line, tax included. */
	adjustment: zero,
	payments: z.array(paymentSchema.pick({ id: true, method: true, amount: true, tender: true })).default([]),
});

export const totalsSchema = z.object({
	tip: zero,
	duties: zero,
	/** Rounding that the shop itself did, or a residual of at most a minor unit a line; signed. */
	rounding: zero,
	/** What the customer was charged, tax included. Refunds never change it. */
	total: moneySchema,
	refunded: zero,
});

export const reconciliationSchema = z.object({
	balanced: z.boolean(),
	/** `total` less what the parts add up to; `0` when it adds up. */
	residual: moneySchema,
	/** What was noticed, a sentence each. */
	checks: z.array(z.string()).default([]),
});

/** An order of any channel, as it crosses n8n's canvas. Amounts are decimal strings in `currency`. */
export const orderSchema = z.object({
	document: z.literal('order').default('order'),
	schemaVersion: z.literal(ORDER_SCHEMA_VERSION).default(ORDER_SCHEMA_VERSION),

	channel: z.string().min(1).default('manual'),
	/** Which shop: its host or id. Two shops on one company are two accounts. */
	accountId: z.string().min(1).default('default'),
	/** The channel's own key, unique within the account. */
	id: z.string().min(1),
	/** What people see and look for. */
	number: z.string().min(1),
	name: z.string().optional(),
	url: z.string().optional(),
	/** Where the order came from within the channel: `web`, `pos`, a marketplace. */
	sourceName: z.string().optional(),
	externalIds: z.record(z.string(), z.string()).default({}),

	status: z.enum(['open', 'completed', 'cancelled', 'draft']).default('open'),
	/** The channel's own word: `processing`, `on-hold`. */
	channelStatus: z.string().optional(),
	paymentStatus: z
		.enum(['unpaid', 'authorized', 'partial', 'paid', 'partiallyRefunded', 'refunded', 'voided'])
		.default('unpaid'),
	fulfillmentStatus: z.enum(['unfulfilled', 'partial', 'fulfilled']).optional(),
	isTest: z.boolean().default(false),
	/** Fetched by a test step in the editor: previewed, not posted. */
	sample: z.boolean().default(false),

	placedAt: instant,
	updatedAt: instant.optional(),
	paidAt: instant.optional(),
	cancelledAt: instant.optional(),
	/** IANA name: `America/New_York`. */
	storeTimeZone: z.string().optional(),
	/** The calendar day of the sale in the store's own zone: the date in the books. */
	localDate: day,

	currency: currencySchema,
	/**
	 * What the customer saw, where that is another currency. `rate`: what one unit of it is worth in the order's `currency`, as the
	 * shop converted it; without it the two totals tell.
	 */
	presentment: z.object({ currency: currencySchema, rate: z.string().optional(), total: moneySchema }).optional(),
	/** Whether the shop's prices contain tax. The amounts of this document never do. */
	taxInclusive: z.boolean().default(false),
	taxExempt: z.boolean().default(false),

	customer: z
		.object({
			id: z.string().optional(),
			firstName: z.string().optional(),
			lastName: z.string().optional(),
			company: z.string().optional(),
			email: z.string().optional(),
			phone: z.string().optional(),
			taxId: z.string().optional(),
		})
		.optional(),
	billTo: addressSchema.optional(),
	shipTo: addressSchema.optional(),

	lines: z.array(lineSchema),
	shipping: z.array(shippingSchema).default([]),
	fees: z.array(feeSchema).default([]),
	discounts: z.array(discountSchema).default([]),
	taxes: z.array(taxSchema).default([]),
	totals: totalsSchema,
	payments: z.array(paymentSchema).default([]),
	refunds: z.array(refundSchema).default([]),
	channelFees: z
		.array(z.object({ type: z.string(), amount: moneySchema, currency: currencySchema, at: instant.optional() }))
		.default([]),

	note: z.string().optional(),
	tags: z.array(z.string()).default([]),
	meta: z.record(z.string(), z.string()).default({}),
	reconciliation: reconciliationSchema.optional(),
	/** Hash of everything the channel said, updates included: two readings with the same one are the same reading. */
	fingerprint: z.string().optional(),
	fetchedAt: instant.optional(),
});

/** An order that could not be read. It is never dropped: it travels on with its id and the reason. */
export const unreadableOrderSchema = z.object({
	document: z.literal('order').default('order'),
	schemaVersion: z.literal(ORDER_SCHEMA_VERSION).default(ORDER_SCHEMA_VERSION),
	status: z.literal('unreadable'),
	channel: z.string(),
	accountId: z.string(),
	/** Empty when not even the id could be read. */
	id: z.string(),
	number: z.string().optional(),
	sample: z.boolean().default(false),
	placedAt: instant.optional(),
	updatedAt: instant.optional(),
	/** A sentence: which field, and what is wrong with it. */
	reason: z.string(),
	fingerprint: z.string(),
	fetchedAt: instant.optional(),
});

/** Says which period was asked for and how many orders it had: also when there were none. */
export const periodSchema = z.object({
	document: z.literal('period'),
	schemaVersion: z.literal(ORDER_SCHEMA_VERSION).default(ORDER_SCHEMA_VERSION),
	channel: z.string(),
	accountId: z.string(),
	/** Inclusive; instants at the store's midnight. */
	from: instant,
	/** Exclusive. */
	to: instant,
	/** The same as calendar days of the store, both inclusive. */
	firstDay: day,
	lastDay: day,
	orders: z.number().int().nonnegative(),
	unreadable: z.number().int().nonnegative(),
	complete: z.boolean(),
});

/** As written by a builder: defaults may be left out. */
export type OrderInput = z.input<typeof orderSchema>;
export type Order = z.output<typeof orderSchema>;
export type OrderLine = Order['lines'][number];
export type OrderCharge = Pick<OrderLine, 'gross' | 'discount' | 'net' | 'tax' | 'taxes'>;
export type OrderPayment = Order['payments'][number];
export type OrderRefund = Order['refunds'][number];
export type OrderTax = Order['taxes'][number];
export type UnreadableOrder = z.output<typeof unreadableOrderSchema>;
export type Period = z.output<typeof periodSchema>;

export const isUnreadable = (order: Order | UnreadableOrder): order is UnreadableOrder => order.status === 'unreadable';
