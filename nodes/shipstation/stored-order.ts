import { z } from '../vendor/zod';
import { addressSchema } from './address';
import { flag, id, listOf, optionalId, optionalNumber, optionalObject, optionalText, type ReadRow } from './wire-values';

const itemSchema = z.object({
	orderItemId: optionalId,
	lineItemKey: optionalText,
	sku: optionalText,
	name: optionalText,
	quantity: optionalNumber,
	unitPrice: optionalNumber,
	adjustment: flag,
});

/**
 * An order as ShipStation answers it, as far as sending and tracking need it. Dates are ShipStation's own clock, without a
 * zone; see `pacific-time.ts`.
 * https://www.shipstation.com/docs/api/models/order/
 */
export const storedOrderSchema = z.object({
	orderId: id,
	orderNumber: optionalText,
	/** The parts of a split order share one. */
	orderKey: optionalText,
	/** `awaiting_payment`, `awaiting_shipment`, `pending_fulfillment`, `shipped`, `on_hold`, `cancelled`, or one that is newer. */
	orderStatus: z.string('must be a status, e.g. "awaiting_shipment"'),
	orderDate: optionalText,
	createDate: optionalText,
	modifyDate: optionalText,
	paymentDate: optionalText,
	shipDate: optionalText,
	holdUntilDate: optionalText,
	shipTo: addressSchema,
	billTo: addressSchema,
	items: listOf(itemSchema),
	orderTotal: optionalNumber,
	amountPaid: optionalNumber,
	taxAmount: optionalNumber,
	shippingAmount: optionalNumber,
	customerNotes: optionalText,
	internalNotes: optionalText,
	requestedShippingService: optionalText,
	carrierCode: optionalText,
	serviceCode: optionalText,
	tagIds: listOf(id),
	externallyFulfilled: flag,
	advancedOptions: optionalObject(
		z.object({
			storeId: optionalId,
			warehouseId: optionalId,
			mergedOrSplit: flag,
			/** Orders that were merged into this one. */
			mergedIds: listOf(id),
			/** Of a part that was split off: the order it came from. */
			parentId: optionalId,
			customField1: optionalText,
			customField2: optionalText,
			customField3: optionalText,
			source: optionalText,
		}),
	),
});

export type StoredOrder = z.output<typeof storedOrderSchema> & {
	/** The whole answer: an update must send every field again, those that nobody here reads too. */
	wire: Record<string, unknown>;
};

/** Reads an order, and keeps the whole answer beside what was read. */
export function readStoredOrder(row: unknown): ReadRow<StoredOrder> {
	const parsed = storedOrderSchema.safeParse(row);
	return parsed.success ? { success: true, data: { ...parsed.data, wire: row as Record<string, unknown> } } : parsed;
}

/** Statuses that ShipStation still lets an update change; what is shipped or cancelled stays as it is. */
export const UPDATABLE: ReadonlySet<string> = new Set(['awaiting_payment', 'awaiting_shipment', 'on_hold', 'pending_fulfillment']);
