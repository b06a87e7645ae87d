import { currencySchema, moneySchema } from '../order/money';
import { z } from '../vendor/zod';

export const QB_DOCUMENT_SCHEMA_VERSION = 1;

const zero = moneySchema.default('0');
const text = z.string().optional();
const instant = z.iso.datetime({ offset: true, error: 'must be an instant in ISO 8601, e.g. "2026-03-01T09:30:00Z"' });
const day = z.iso.date({ error: 'must be a day, e.g. "2026-03-01"' });

/** The documents that goods are sold by. A sales order is kept as an Estimate. */
export const documentTypeSchema = z.enum(['Invoice', 'SalesReceipt', 'Estimate']);

/** An address as QuickBooks keeps it: what is typed on its screens comes as free lines without a city. */
export const qbAddressSchema = z.object({
	/** Line1 to Line5, without empty ones. Names of people and companies stand among them. */
	lines: z.array(z.string()).default([]),
	city: text,
	/** `CountrySubDivisionCode`: a code or a name. */
	region: text,
	postalCode: text,
	/** Free text: `USA`, `United States`, or nothing. */
	country: text,
});

const lineFields = {
	id: z.string().default(''),
	/**
	 * `bundle`: a group of QuickBooks, its `components` are what is in it. `text`: words without an amount. `other`: a line of a
	 * kind that is new; it counts for the total.
	 */
	kind: z.enum(['item', 'bundle', 'shipping', 'tip', 'discount', 'text', 'other']).default('item'),
	itemId: text,
	/** From the product; not on the line itself. */
	sku: text,
	/** The product's name, without its category. */
	name: z.string(),
	/** QuickBooks' word: `Inventory`, `NonInventory`, `Service`. */
	itemType: text,
	description: text,
	/** Decimal; absent where QuickBooks has none. */
	quantity: moneySchema.optional(),
	unitPrice: moneySchema.optional(),
	/** Without tax; a discount is below zero. Of a bundle: what its components come to. */
	amount: moneySchema,
};

export const componentSchema = z.object(lineFields);

export const qbLineSchema = z.object({ ...lineFields, components: z.array(componentSchema).default([]) });

/** Another document that QuickBooks links: `{ type: 'Estimate', id: '48' }`. */
export const linkSchema = z.object({ type: z.string(), id: z.string() });

/** What was given back of a sale, as a document of its own. Amounts are positive. */
export const qbRefundSchema = z.object({
	type: z.enum(['CreditMemo', 'RefundReceipt']),
	id: z.string(),
	docNumber: text,
	txnDate: day.optional(),
	total: moneySchema,
	tax: zero,
	lines: z.array(z.object({ ...lineFields, components: z.array(componentSchema).default([]) })).default([]),
});

const identity = {
	document: z.literal('qbDocument').default('qbDocument'),
	schemaVersion: z.literal(QB_DOCUMENT_SCHEMA_VERSION).default(QB_DOCUMENT_SCHEMA_VERSION),
	/** The company. */
	realmId: z.string().min(1),
	type: documentTypeSchema,
	id: z.string().min(1),
};

const reading = {
	/** Fetched by a test step in the editor: previewed, not sent. */
	sample: z.boolean().default(false),
	/** Hash of all that QuickBooks said: two readings with the same one are the same reading. */
	fingerprint: text,
	fetchedAt: instant.optional(),
};

/** A sales document of QuickBooks Online, as it crosses n8n's canvas. Amounts are decimal strings in `currency`. */
export const standingDocumentSchema = z.object({
	...identity,
	/** `voided`: it stands, and all its amounts are zero. */
	status: z.enum(['active', 'voided']).default('active'),
	docNumber: text,
	/** Opens it in QuickBooks. */
	url: text,
	txnDate: day,
	createdAt: instant.optional(),
	/** Of the document, and of what was given back of it. */
	updatedAt: instant.optional(),
	currency: currencySchema,
	/** The company's own currency and country (ISO 3166 alpha-2): what is meant where a document says nothing. */
	company: z.object({ currency: currencySchema, country: z.string() }),

	/** Estimates only, QuickBooks' word: `Pending`, `Accepted`, `Closed`, `Rejected`, `Converted`. */
	estimateStatus: text,
	customer: z
		.object({
			id: text,
			/** Display name. */
			name: z.string(),
			givenName: text,
			familyName: text,
			company: text,
			email: text,
			phone: text,
			billTo: qbAddressSchema.optional(),
			shipTo: qbAddressSchema.optional(),
		})
		.optional(),
	/** Where the document itself was sent to. */
	email: text,
	billTo: qbAddressSchema.optional(),
	shipTo: qbAddressSchema.optional(),

	lines: z.array(qbLineSchema).default([]),
	tax: zero,
	total: moneySchema,
	/** What is still to be paid. */
	balance: zero,
	/** Whether nothing of it is open. An Estimate never is paid. */
	paid: z.boolean().default(false),
	/** Credits applied to an Invoice count as paid here; what was given back is in `refunds`. */
	amountPaid: zero,
	/** Of the latest payment. */
	paidOn: day.optional(),
	paymentMethod: text,

	class: z.object({ id: z.string(), name: text }).optional(),
	location: z.object({ id: z.string(), name: text }).optional(),
	customFields: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
	/** What the customer reads. */
	memo: text,
	/** The private note, without our own line. */
	note: text,
	/** Which order of a selling channel made this document; from our line in the private note. */
	mark: z.object({ channel: z.string(), accountId: z.string(), id: z.string(), part: z.string() }).optional(),

	links: z.array(linkSchema).default([]),
	/** The Estimate that an Invoice was made of, and all that were made of it. */
	estimate: z
		.object({ id: z.string(), docNumber: text, txnDate: day.optional(), status: text, total: moneySchema.optional(), invoices: z.array(z.string()).default([]) })
		.optional(),
	refunds: z.array(qbRefundSchema).default([]),

	/** The tracking number or numbers, as QuickBooks shows them. */
	trackingNumber: text,
	shipDate: day.optional(),
	shipMethod: text,
	...reading,
});

/** A document that was deleted: QuickBooks tells no more of it. */
export const deletedDocumentSchema = z.object({
	...identity,
	status: z.literal('deleted'),
	updatedAt: instant.optional(),
	...reading,
});

/** A document that could not be read. It is never dropped: it travels on with its id and the reason. */
export const unreadableDocumentSchema = z.object({
	...identity,
	status: z.literal('unreadable'),
	docNumber: text,
	createdAt: instant.optional(),
	updatedAt: instant.optional(),
	/** A sentence: which field, and what is wrong with it. */
	reason: z.string(),
	...reading,
});

export type DocumentType = z.output<typeof documentTypeSchema>;
export type QbAddress = z.output<typeof qbAddressSchema>;
export type QbLine = z.output<typeof qbLineSchema>;
export type QbComponent = z.output<typeof componentSchema>;
export type QbRefund = z.output<typeof qbRefundSchema>;
export type QbLink = z.output<typeof linkSchema>;
export type StandingDocument = z.output<typeof standingDocumentSchema>;
export type DeletedDocument = z.output<typeof deletedDocumentSchema>;
export type UnreadableDocument = z.output<typeof unreadableDocumentSchema>;
export type QbDocument = StandingDocument | DeletedDocument | UnreadableDocument;

export const isStanding = (document: QbDocument): document is StandingDocument =>
	document.status === 'active' || document.status === 'voided';
