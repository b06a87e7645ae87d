import { moneySchema } from '../order/money';
import { canonicalHash } from '../order/canonical-hash';
import { documentTypeSchema } from '../qb-documents/qb-document';
import { z } from '../vendor/zod';

export const SHIPPED_ORDER_SCHEMA_VERSION = 1;

const text = z.string().optional();
const day = z.iso.date({ error: 'must be a day, e.g. "2026-03-01"' });
const instant = z.iso.datetime({ offset: true, error: 'must be an instant in ISO 8601, e.g. "2026-03-01T09:30:00Z"' });

export const parcelSchema = z.object({
	/** A label was made in ShipStation; a fulfillment was marked as shipped, or shipped by somebody else. */
	kind: z.enum(['label', 'fulfillment']).default('label'),
	id: z.number().optional(),
	trackingNumber: text,
	/** In words, as `UPS Ground`: what QuickBooks shows under Ship Via. */
	service: text,
	/** The day it left, in California. */
	shipDate: day.optional(),
	/** What the label cost, in the account's currency. */
	cost: moneySchema.optional(),
});

/** What was shipped of a document of QuickBooks, as it crosses n8n's canvas. */
export const shippedOrderSchema = z.object({
	document: z.literal('shippedOrder'),
	schemaVersion: z.literal(SHIPPED_ORDER_SCHEMA_VERSION).default(SHIPPED_ORDER_SCHEMA_VERSION),
	qbDocument: z.object({ realmId: z.string().min(1), type: documentTypeSchema, id: z.string().min(1) }),
	/** The order in ShipStation. */
	order: z.object({ orderId: z.number(), orderKey: z.string(), orderNumber: text }).optional(),
	/** Parcels that came to light since the last reading; earlier ones are in QuickBooks already. */
	parcels: z.array(parcelSchema).default([]),
	/** Tracking numbers of labels that were voided. */
	voidedNumbers: z.array(z.string()).default([]),
	/** Whether ShipStation counts the whole order as shipped, every part of it. */
	complete: z.boolean().default(false),
	/** Fetched by a test step in the editor: previewed, not written. */
	sample: z.boolean().default(false),
	updatedAt: instant.optional(),
	fetchedAt: instant.optional(),
});

export type ParcelSent = z.output<typeof parcelSchema>;
export type ShippedOrder = z.output<typeof shippedOrderSchema>;

/** A parcel that was read, and the document whose goods are in it. A parcel with goods of two documents is two of these. */
export interface Parcel {
	kind: 'label' | 'fulfillment';
	id: number;
	/** When it was made; an instant. */
	updatedAt: string;
	voided: boolean;
	sent: ParcelSent;
	order: NonNullable<ShippedOrder['order']>;
	qbDocument: ShippedOrder['qbDocument'];
	complete: boolean;
}

/** Parcels joined by the document they belong to, the oldest first. */
export function shippedOrders(parcels: readonly Parcel[], more: Pick<ShippedOrder, 'sample' | 'fetchedAt'>): ShippedOrder[] {
	const byDocument = new Map<string, Parcel[]>();
	for (const parcel of parcels) {
		const key = canonicalHash(parcel.qbDocument);
		byDocument.set(key, [...(byDocument.get(key) ?? []), parcel]);
	}
	return [...byDocument.values()].map((own) => {
		const last = own.at(-1)!;
		return {
			document: 'shippedOrder',
			schemaVersion: SHIPPED_ORDER_SCHEMA_VERSION,
			qbDocument: last.qbDocument,
			order: last.order,
			parcels: own.filter(({ voided }) => !voided).map(({ sent }) => sent),
			voidedNumbers: own.flatMap(({ voided, sent }) => (voided ? (sent.trackingNumber ?? []) : [])),
			complete: last.complete,
			updatedAt: last.updatedAt,
			...more,
		};
	});
}
