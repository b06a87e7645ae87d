import { addressSchema } from '../../shipstation/address';
import { z } from '../../vendor/zod';
import { amount, amountOrZero, flag, id, listOf, optionalObject, optionalText, quantity } from '../wire-values';

/**
 * ShipStation's order, API V1, as far as the books need it; unknown fields pass. Amounts are JSON numbers in the account's one
 * currency, which no answer names; dates are Californian wall-clock times without an offset.
 * https://www.shipstation.com/docs/api/models/order/
 */

const itemSchema = z.object({
	orderItemId: optionalText,
	lineItemKey: optionalText,
	sku: optionalText,
	name: optionalText,
	quantity,
	unitPrice: amountOrZero,
	/** Of this item; they are parts of the order's own amounts or say nothing, and are never added to its total. */
	taxAmount: amountOrZero,
	/** Not packed: a discount or a surcharge. */
	adjustment: flag,
	productId: optionalText,
});

export const shipStationOrderSchema = z.object({
	orderId: id,
	orderNumber: optionalText,
	orderKey: optionalText,
	orderStatus: z.string('must be a status, e.g. "awaiting_shipment"'),
	orderDate: optionalText,
	createDate: optionalText,
	modifyDate: optionalText,
	paymentDate: optionalText,
	customerId: optionalText,
	customerUsername: optionalText,
	customerEmail: optionalText,
	billTo: addressSchema,
	shipTo: addressSchema,
	items: listOf(itemSchema),
	orderTotal: amount,
	amountPaid: amountOrZero,
	taxAmount: amountOrZero,
	shippingAmount: amountOrZero,
	customerNotes: optionalText,
	paymentMethod: optionalText,
	requestedShippingService: optionalText,
	serviceCode: optionalText,
	tagIds: listOf(z.unknown()),
	advancedOptions: optionalObject(
		z.object({
			storeId: optionalText,
			source: optionalText,
			mergedOrSplit: flag,
			mergedIds: listOf(z.unknown()),
			parentId: optionalText,
			customField1: optionalText,
			customField2: optionalText,
			customField3: optionalText,
		}),
	),
});

export type ShipStationOrder = z.output<typeof shipStationOrderSchema>;
export type ShipStationItem = ShipStationOrder['items'][number];
