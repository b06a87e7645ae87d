import { z } from '../vendor/zod';
import { flag, id, listOf, optionalId, optionalNumber, optionalObject, optionalText } from './wire-values';

/** A label. `GET /shipments`; https://www.shipstation.com/docs/api/shipments/list/ */
export const shipmentSchema = z.object({
	shipmentId: id,
	orderId: id,
	/** Often absent: join by `orderId`. */
	orderKey: optionalText,
	orderNumber: optionalText,
	createDate: optionalText,
	/** A day, `2026-03-01`. */
	shipDate: optionalText,
	trackingNumber: optionalText,
	/** A code, `stamps_com`. */
	carrierCode: optionalText,
	serviceCode: optionalText,
	/** In the account's currency. */
	shipmentCost: optionalNumber,
	insuranceCost: optionalNumber,
	isReturnLabel: flag,
	voided: flag,
	voidDate: optionalText,
	/** What is in this parcel. */
	shipmentItems: listOf(
		z.object({ orderItemId: optionalId, lineItemKey: optionalText, sku: optionalText, name: optionalText, quantity: optionalNumber }),
	),
	advancedOptions: optionalObject(z.object({ storeId: optionalId })),
});

export type Shipment = z.output<typeof shipmentSchema>;
