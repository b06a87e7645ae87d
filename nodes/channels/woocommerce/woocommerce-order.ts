import { z } from '../../vendor/zod';
import { amount, amountOrZero, flag, id, listOf, optionalDecimal, optionalObject, optionalText, quantity } from '../wire-values';

/**
 * The WooCommerce REST API's order, version wc/v3, as far as the books need it; unknown fields pass.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties
 *
 * The API writes most amounts as strings, but prices and gift cards as numbers, `null` or `""` for what is not there, and
 * plugins change more than that; see `wire-values.ts`.
 */

const metaSchema = listOf(z.object({ key: optionalText, value: z.unknown() }));

const lineTaxesSchema = listOf(z.object({ id: optionalText, total: amountOrZero }));

const lineItemSchema = z.object({
	id,
	name: optionalText,
	product_id: optionalText,
	variation_id: optionalText,
	quantity,
	subtotal: amount,
	total: amount,
	total_tax: amountOrZero,
	taxes: lineTaxesSchema,
	sku: optionalText,
	price: optionalDecimal,
	meta_data: metaSchema,
	/** Product Bundles and Composite Products name the parent's line. */
	bundled_by: optionalText,
	composite_parent: optionalText,
});

const shippingLineSchema = z.object({
	id,
	method_title: optionalText,
	method_id: optionalText,
	total: amountOrZero,
	total_tax: amountOrZero,
	taxes: lineTaxesSchema,
});

const feeLineSchema = z.object({
	id,
	name: optionalText,
	total: amountOrZero,
	total_tax: amountOrZero,
	taxes: lineTaxesSchema,
	meta_data: metaSchema,
});

const taxLineSchema = z.object({
	rate_id: optionalText,
	rate_code: optionalText,
	label: optionalText,
	rate_percent: optionalDecimal,
	tax_total: amountOrZero,
	shipping_tax_total: amountOrZero,
});

const addressSchema = optionalObject(
	z.object({
		first_name: optionalText,
		last_name: optionalText,
		company: optionalText,
		address_1: optionalText,
		address_2: optionalText,
		city: optionalText,
		state: optionalText,
		postcode: optionalText,
		country: optionalText,
		email: optionalText,
		phone: optionalText,
	}),
);

export const wooOrderSchema = z.object({
	id,
	number: optionalText,
	status: z.string('must be a status, e.g. "processing"'),
	currency: optionalText,
	prices_include_tax: flag,
	/** The shop's own clock, without a zone. */
	date_created: optionalText,
	date_created_gmt: optionalText,
	date_modified_gmt: optionalText,
	date_paid_gmt: optionalText,
	total: amount,
	customer_id: optionalText,
	billing: addressSchema,
	shipping: addressSchema,
	payment_method: optionalText,
	payment_method_title: optionalText,
	transaction_id: optionalText,
	customer_note: optionalText,
	created_via: optionalText,
	line_items: listOf(lineItemSchema),
	tax_lines: listOf(taxLineSchema),
	shipping_lines: listOf(shippingLineSchema),
	fee_lines: listOf(feeLineSchema),
	coupon_lines: listOf(
		z.object({ code: optionalText, discount: amountOrZero, discount_type: optionalText }),
	),
	/** Only what was refunded in all; lines and taxes are in the refunds' own resource. */
	refunds: listOf(z.object({ id, total: amountOrZero })),
	/** Of the Gift Cards plugin: what was redeemed. `total` is already less by it. */
	gift_cards: listOf(z.object({ id: optionalText, amount })),
	meta_data: metaSchema,
});

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#order-refund-properties; totals and quantities are negative. */
export const wooRefundSchema = z.object({
	id,
	date_created_gmt: z.string('must be an instant'),
	amount,
	reason: optionalText,
	line_items: listOf(
		z.object({ quantity: amountOrZero, total: amountOrZero, total_tax: amountOrZero, meta_data: metaSchema }),
	),
	shipping_lines: listOf(z.object({ total: amountOrZero, total_tax: amountOrZero })),
	fee_lines: listOf(z.object({ total: amountOrZero, total_tax: amountOrZero, meta_data: metaSchema })),
});

export type WooOrder = z.output<typeof wooOrderSchema>;
export type WooRefund = z.output<typeof wooRefundSchema>;
export type WooLineItem = WooOrder['line_items'][number];
export type WooTaxLine = WooOrder['tax_lines'][number];
export type WooMeta = WooOrder['meta_data'];

/** A plugin's value by its key, when it is text or a number. */
export const metaText = (meta: WooMeta, key: string): string | undefined => {
	const value = meta.find((entry) => entry.key === key)?.value;
	return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
};
