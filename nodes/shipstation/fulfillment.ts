import { z } from '../vendor/zod';
import { flag, id, optionalNumber, optionalText } from './wire-values';

/** An order marked as shipped, or shipped elsewhere. `GET /fulfillments`; https://www.shipstation.com/docs/api/fulfillments/list-fulfillments/ */
export const fulfillmentSchema = z.object({
	fulfillmentId: id,
	orderId: id,
	orderNumber: optionalText,
	createDate: optionalText,
	/** A day; ShipStation puts midnight behind it. */
	shipDate: optionalText,
	trackingNumber: optionalText,
	/** Free text here: `USPS`, `FedEx`. */
	carrierCode: optionalText,
	fulfillmentFee: optionalNumber,
	voidRequested: flag,
	voided: flag,
	voidDate: optionalText,
});

export type Fulfillment = z.output<typeof fulfillmentSchema>;
