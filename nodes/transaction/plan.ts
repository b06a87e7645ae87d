import { addressSchema } from '../order/address';
import { currencySchema, moneySchema } from '../order/money';
import { quantitySchema } from '../order/order';
import { z } from '../vendor/zod';
import { formFields, recordChoiceSchema } from './plan-fields';

export const PLAN_SCHEMA_VERSION = 1;

const day = z.iso.date({ error: 'must be a day, e.g. "2026-03-01"' });

/** An account as the builder chose it; `field` is the parameter to name when it does not fit. */
export const accountChoiceSchema = recordChoiceSchema;

/** A customer to find, by exactly one active record, and what to do when there is none. */
export const customerChoiceSchema = z.object({
	match: z.enum(['name', 'email', 'company']),
	value: z.string().min(1),
	orElse: z.discriminatedUnion('action', [
		z.object({
			action: z.literal('create'),
			customer: z.object({
				displayName: z.string().min(1).max(500),
				givenName: z.string().max(100).optional(),
				familyName: z.string().max(100).optional(),
				companyName: z.string().max(100).optional(),
				email: z.string().max(100).optional(),
				phone: z.string().max(30).optional(),
				billTo: addressSchema.optional(),
				shipTo: addressSchema.optional(),
			}),
			/** Behind the name where a vendor or an employee has it; absent: a person decides. */
			suffix: z.string().min(1).max(50).optional(),
		}),
		z.object({ action: z.literal('fallback'), name: z.string().min(1) }),
		z.object({ action: z.literal('needsAttention') }),
	]),
});

/** A product or service to find: by id when chosen, else by SKU, and by name only for a line without one. */
export const itemChoiceSchema = z.object({
	/** Instead of an item: QuickBooks' own field for shipping on a sales form, where the company has it switched on. */
	field: z.literal('shipping').optional(),
	id: z.string().optional(),
	sku: z.string().optional(),
	name: z.string().optional(),
	/** Whether what is booked to it is owed to customers, as gift cards are: then its account must be a liability. */
	owed: z.literal(true).optional(),
	orElse: z.discriminatedUnion('action', [
		z.object({
			action: z.literal('create'),
			item: z.object({
				name: z.string().min(1).max(100),
				sku: z.string().max(100).optional(),
				description: z.string().max(4000).optional(),
				type: z.enum(['NonInventory', 'Service', 'Inventory']),
				incomeAccount: accountChoiceSchema,
				assetAccount: accountChoiceSchema.optional(),
				cogsAccount: accountChoiceSchema.optional(),
				/** Inventory only. */
				startDate: day.optional(),
				quantityOnHand: quantitySchema.optional(),
			}),
		}),
		z.object({ action: z.literal('fallback'), name: z.string().min(1) }),
		z.object({ action: z.literal('needsAttention') }),
	]),
});

export const itemLineSchema = z.object({
	kind: z.literal('item'),
	item: itemChoiceSchema,
	description: z.string().max(4000).optional(),
	/** With `unitPrice`: `amount` is their product rounded half up to two decimals (QuickBooks' code 6070). */
	quantity: quantitySchema.optional(),
	unitPrice: z.string().regex(/^-?\d{1,15}(\.\d{1,7})?$/, 'must be a price of at most seven decimals as a decimal string, e.g. "9.99"').optional(),
	/** Signed; without tax. */
	amount: moneySchema,
	/** The shop's id of a bundle, and on its parts, of the bundle they belong to. The amount of each is its own. */
	bundle: z.string().optional(),
	partOf: z.string().optional(),
	/** Whether the shop taxed it. */
	taxable: z.boolean(),
	/** Name or id of a tax code, where the company works by codes. */
	taxCode: z.string().optional(),
	/** What the shop charged on a sale, where tax goes by codes: in all, and each tax of it. */
	tax: moneySchema.optional(),
	taxes: z
		.array(z.object({ name: z.string(), rate: z.string().optional(), jurisdiction: z.string().optional(), amount: moneySchema }))
		.optional(),
});

export const discountLineSchema = z.object({
	kind: z.literal('discount'),
	description: z.string().max(4000).optional(),
	/** Positive: what is taken off. */
	amount: moneySchema,
	/** Whether the shop computed its tax on what was left. Absent: on the full price. */
	beforeTax: z.literal(true).optional(),
	account: accountChoiceSchema.optional(),
});

export const plannedLineSchema = z.discriminatedUnion('kind', [itemLineSchema, discountLineSchema]);

/** How the shop's tax gets into the document. Every form ends at the shop's own figure. */
export const plannedTaxSchema = z.discriminatedUnion('mode', [
	/**
	 * In the US: the total is stated, also 0, and a line is TAX exactly when the shop taxed it. `code` names the company's own
	 * rate, where it does not leave that to automated tax.
	 */
	z.object({ mode: z.literal('override'), total: moneySchema, code: z.string().min(1).optional() }),
	/**
	 * By tax code on every line; `total` is what the shop charged and what is stated. `inclusive`: the shop's prices contain
	 * the tax; the amounts here never do.
	 */
	z.object({ mode: z.literal('codes'), total: moneySchema, inclusive: z.boolean().default(false) }),
	/** No tax in the document: there is none, or it stands as a line of its own. */
	z.object({ mode: z.literal('none') }),
]);

/** What every planned document has. */
const document = {
	/**
	 * Which part of the order it is, unique within the plan and the same in every reading of the order: `sales-order`, `sale`,
	 * `payment <id>`, `refund <id>`, `cancellation`. The mark in QuickBooks carries it.
	 */
	key: z.string().min(1),
	/** Hash of what this part is made from; see `nodes/order/facts.ts`. */
	facts: z.string().regex(/^[0-9a-f]{12}$/),
	txnDate: day,
	currency: currencySchema,
	/**
	 * Where the rate of a foreign document comes from. Absent: QuickBooks' own of the day. `rate`: what one unit of `currency` is worth
	 * in `into`, or in the company's own where that is left out; no rate: the shop tells none, and nobody guesses one.
	 */
	exchangeRate: z
		.object({ rate: z.string().regex(/^\d+(\.\d+)?$/).optional(), into: currencySchema.optional() })
		.optional(),
	/** What QuickBooks' TotalAmt must be, to the cent. For a sale: the order's total less the tenders. */
	documentTotal: moneySchema,
	depositAccount: accountChoiceSchema.optional(),
	/** QuickBooks' payment method, on documents that hold money. */
	paymentMethod: recordChoiceSchema.optional(),
	paymentReference: z.string().max(21).optional(),
	/** The bookkeeper's memo, without the mark, which posting adds. */
	privateNote: z.string().max(3500).optional(),
};

/** A document of lines, by names instead of ids. */
export const plannedFormSchema = z.object({
	...document,
	/** An Estimate stands for the sales order that QuickBooks Online's API does not have. */
	type: z.enum(['Estimate', 'SalesReceipt', 'Invoice', 'RefundReceipt', 'CreditMemo']),
	/** Absent: QuickBooks numbers it. */
	docNumber: z.string().min(1).max(21).optional(),
	customer: customerChoiceSchema,
	lines: z.array(plannedLineSchema).min(1),
	tax: plannedTaxSchema,
	/** A check, not a write: QuickBooks chooses the A/R account of an invoice itself. */
	accountsReceivable: accountChoiceSchema.optional(),
	customerMemo: z.string().max(1000).optional(),
	email: z.string().max(100).optional(),
	billTo: addressSchema.optional(),
	shipTo: addressSchema.optional(),
	...formFields,
	/** A line that may take a difference of a cent between the shop and QuickBooks; absent: none is allowed. */
	rounding: z.object({ item: itemChoiceSchema, tolerance: moneySchema, taxCode: z.string().optional() }).optional(),
	/** Where QuickBooks makes another tax of the stated one: what to book it to as a line of its own. Absent: nothing is posted then. */
	taxLine: z.object({ item: itemChoiceSchema }).optional(),
});

/** Money received for the plan's sale where that is an Invoice. A Sales Receipt holds its money itself. */
export const plannedPaymentSchema = z.object({
	...document,
	type: z.literal('Payment'),
	/** How much of `documentTotal` settles the invoice; the rest stays as the customer's credit. */
	applied: moneySchema,
	/** A redeemed gift card or store credit: no money came in. */
	redeems: z.literal(true).optional(),
});

/** One QuickBooks document. */
export const plannedTransactionSchema = z.discriminatedUnion('type', [plannedFormSchema, plannedPaymentSchema]);

/** Which order a plan or a posting is about. */
export const orderReferenceSchema = z.object({
	channel: z.string(),
	accountId: z.string(),
	id: z.string(),
	number: z.string(),
	name: z.string().optional(),
	url: z.string().optional(),
	placedAt: z.string(),
	localDate: day,
	currency: currencySchema,
	total: moneySchema,
	/** What the shop has given back so far, positive. */
	refunded: moneySchema,
	isTest: z.boolean(),
	sample: z.boolean(),
});

/** What is to stand in QuickBooks for one order. Crosses n8n's canvas from Map to Create. */
export const planSchema = z.object({
	document: z.literal('plan'),
	schemaVersion: z.literal(PLAN_SCHEMA_VERSION),
	order: orderReferenceSchema,
	/** Absent: post it. Present: when QuickBooks does not hold the order yet, leave it so, for this reason. */
	hold: z
		.object({
			reason: z.enum(['waiting-for-payment', 'cancelled', 'refunded', 'draft', 'test-order', 'left-out']),
			/** The filter that leaves it out, by its name in the editor. */
			by: z.string().optional(),
			message: z.string(),
		})
		.optional(),
	/**
	 * Of a cancelled order: what becomes of its sale that stands. `reverse`: voided in its own month, credited later; `credit`: always
	 * credited; `leave`: nothing. Absent: a person's affair.
	 */
	whenCancelled: z.enum(['reverse', 'credit', 'leave']).optional(),
	/** Each stands on those before it: sales order, sale, then its payments and what was given back. */
	transactions: z
		.array(plannedTransactionSchema)
		.refine((all) => all.some(({ key, type }) => type !== 'Payment' && (key === 'sale' || key === 'sales-order')), {
			error: "must hold a transaction whose key is 'sale' or 'sales-order'",
		})
		.refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: 'must not hold one key twice' }),
	/** What is booked as negative lines, positive here: gift cards, store credit, and what the channel keeps where that is chosen. */
	tenders: z.array(z.object({ kind: z.enum(['giftCard', 'storeCredit', 'channelFee']), title: z.string(), amount: moneySchema })),
	/** Gift cards and store credit that were redeemed, whether they are lines or payments. */
	redeemed: moneySchema.default('0'),
	/** What channel and processors keep of the money, as far as the order says so, whether it is booked or not. */
	channelFees: moneySchema.default('0'),
	/** Sentences for a person: what was noticed while planning. */
	remarks: z.array(z.string()),
});

export type AccountChoice = z.output<typeof accountChoiceSchema>;
export type CustomerChoice = z.output<typeof customerChoiceSchema>;
export type ItemChoice = z.output<typeof itemChoiceSchema>;
export type PlannedItemLine = z.output<typeof itemLineSchema>;
export type PlannedDiscountLine = z.output<typeof discountLineSchema>;
export type PlannedLine = z.output<typeof plannedLineSchema>;
export type PlannedTax = z.output<typeof plannedTaxSchema>;
export type PlannedForm = z.output<typeof plannedFormSchema>;
export type PlannedPayment = z.output<typeof plannedPaymentSchema>;
export type PlannedTransaction = z.output<typeof plannedTransactionSchema>;
export type OrderReference = z.output<typeof orderReferenceSchema>;
export type TransactionPlan = z.output<typeof planSchema>;
