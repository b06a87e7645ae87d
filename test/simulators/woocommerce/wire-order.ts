import type { WooAddress, WooBilling, WooStatus } from './order-draft';

/** Shapes of wc/v3 answers, as a real WooCommerce 11.0.1 sends them. Amounts are strings with two decimals. */
export interface WireMeta {
	id: number;
	key: string;
	value: unknown;
	display_key?: string;
	display_value?: string;
}

export interface WireLineTax {
	id: number;
	total: string;
	/** Empty on shipping and fee lines. */
	subtotal: string;
}

export interface WireLine {
	id: number;
	name: string;
	product_id: number;
	variation_id: number;
	quantity: number;
	tax_class: string;
	subtotal: string;
	subtotal_tax: string;
	total: string;
	total_tax: string;
	taxes: WireLineTax[];
	meta_data: WireMeta[];
	sku: string;
	global_unique_id: string;
	/** A float, net of discounts, not rounded. */
	price: number;
	image: { id: string; src: string };
	parent_name: string | null;
}

export interface WireTaxLine {
	id: number;
	rate_code: string;
	rate_id: number;
	label: string;
	compound: boolean;
	tax_total: string;
	shipping_tax_total: string;
	rate_percent: number;
	meta_data: WireMeta[];
}

export interface WireShippingLine {
	id: number;
	method_title: string;
	method_id: string;
	instance_id: string;
	total: string;
	total_tax: string;
	taxes: WireLineTax[];
	tax_status: string;
	meta_data: WireMeta[];
}

export interface WireFeeLine {
	id: number;
	name: string;
	tax_class: string;
	tax_status: string;
	amount: string;
	total: string;
	total_tax: string;
	taxes: WireLineTax[];
	meta_data: WireMeta[];
}

export interface WireCouponLine {
	id: number;
	code: string;
	/** Without trailing zeros: `9`. */
	discount: string;
	discount_tax: string;
	meta_data: WireMeta[];
	discount_type: string;
	nominal_amount: number;
	free_shipping: boolean;
}

/** The part of an order that WooCommerce computes from its contents. */
export interface WireAmounts {
	discount_total: string;
	discount_tax: string;
	shipping_total: string;
	shipping_tax: string;
	cart_tax: string;
	total: string;
	total_tax: string;
	line_items: WireLine[];
	tax_lines: WireTaxLine[];
	shipping_lines: WireShippingLine[];
	fee_lines: WireFeeLine[];
	coupon_lines: WireCouponLine[];
}

export interface WireOrder extends WireAmounts {
	id: number;
	parent_id: number;
	status: WooStatus;
	currency: string;
	version: string;
	prices_include_tax: boolean;
	date_created: string;
	date_modified: string;
	customer_id: number;
	order_key: string;
	billing: WooBilling;
	shipping: WooAddress;
	payment_method: string;
	payment_method_title: string;
	transaction_id: string;
	customer_ip_address: string;
	customer_user_agent: string;
	created_via: string;
	customer_note: string;
	date_completed: string | null;
	date_paid: string | null;
	cart_hash: string;
	number: string;
	meta_data: WireMeta[];
	refunds: Array<{ id: number; reason: string; total: string; total_tax: string }>;
	payment_url: string;
	is_editable: boolean;
	needs_payment: boolean;
	needs_processing: boolean;
	date_created_gmt: string;
	date_modified_gmt: string;
	date_completed_gmt: string | null;
	date_paid_gmt: string | null;
	currency_symbol: string;
	_links: Record<string, unknown>;
}

export interface WireRefund {
	id: number;
	date_created: string;
	date_created_gmt: string;
	/** Positive. */
	amount: string;
	reason: string;
	refunded_by: number;
	/** Whether the payment gateway gave the money back. */
	refunded_payment: boolean;
	meta_data: WireMeta[];
	line_items: WireLine[];
	shipping_lines: WireShippingLine[];
	tax_lines: WireTaxLine[];
	fee_lines: WireFeeLine[];
	_links: Record<string, unknown>;
}
