import type { WooAddress, WooBilling } from './order-draft';
import type { WooRefundRecord, WooOrderRecord } from './order-record';
import { currencySymbol, gmtDate, siteDate, type WooSite } from './site';
import { sumOf } from './tax';
import type { WireOrder, WireRefund } from './wire-order';

/** An order as `GET /orders/<id>` sends it, the fields in WooCommerce's own sequence. */
export function renderOrder(order: WooOrderRecord, site: WooSite): WireOrder {
	const { draft, amounts } = order;
	const local = (instant: number | null): string | null => (instant === null ? null : siteDate(site, instant));
	const gmt = (instant: number | null): string | null => (instant === null ? null : gmtDate(instant));
	const orders = `${site.url}/wp-json/wc/v3/orders`;
	const rendered: WireOrder = {
		id: order.id,
		parent_id: 0,
		status: order.status,
		currency: draft.currency ?? site.currency,
		version: '11.0.1',
		prices_include_tax: draft.pricesIncludeTax ?? site.pricesIncludeTax,
		date_created: siteDate(site, order.createdAt),
		date_modified: siteDate(site, order.modifiedAt),
		discount_total: amounts.discount_total,
		discount_tax: amounts.discount_tax,
		shipping_total: amounts.shipping_total,
		shipping_tax: amounts.shipping_tax,
		cart_tax: amounts.cart_tax,
		total: amounts.total,
		total_tax: amounts.total_tax,
		customer_id: draft.customerId ?? 0,
		order_key: order.orderKey,
		billing: draft.billing,
		shipping: draft.shipping ?? withoutEmail(draft.billing),
		payment_method: order.paymentMethod.id,
		payment_method_title: order.paymentMethod.title,
		transaction_id: order.transactionId,
		customer_ip_address: '',
		customer_user_agent: '',
		created_via: draft.createdVia ?? 'checkout',
		customer_note: draft.customerNote ?? '',
		date_completed: local(order.completedAt),
		date_paid: local(order.paidAt),
		cart_hash: '',
		number: draft.number ?? String(order.id),
		meta_data: order.meta,
		line_items: amounts.line_items,
		tax_lines: amounts.tax_lines,
		shipping_lines: amounts.shipping_lines,
		fee_lines: amounts.fee_lines,
		coupon_lines: amounts.coupon_lines,
		refunds: newestFirst(order.refunds, 'ascending').map((refund) => ({
			id: refund.id,
			reason: refund.reason,
			total: `-${refund.amount}`,
			total_tax: sumOf(refund.taxLines.flatMap((tax) => [tax.tax_total, tax.shipping_tax_total])).toFixed(2),
		})),
		payment_url: `${site.url}/checkout/order-pay/${order.id}/?pay_for_order=true&key=${order.orderKey}`,
		is_editable: ['pending', 'on-hold', 'auto-draft'].includes(order.status),
		needs_payment: ['pending', 'failed'].includes(order.status) && Number(amounts.total) > 0,
		needs_processing: draft.lines.some(({ product }) => product.virtual !== true),
		date_created_gmt: gmtDate(order.createdAt),
		date_modified_gmt: gmtDate(order.modifiedAt),
		date_completed_gmt: gmt(order.completedAt),
		date_paid_gmt: gmt(order.paidAt),
		currency_symbol: currencySymbol(draft.currency ?? site.currency),
		_links: { self: [{ href: `${orders}/${order.id}` }], collection: [{ href: orders }] },
	};
	return { ...rendered, ...order.spoilt };
}

/** Only billing addresses have an email. */
function withoutEmail(billing: WooBilling): WooAddress {
	const address: Partial<WooBilling> = { ...billing };
	delete (address as { email?: string }).email;
	return address as WooAddress;
}

/** A refund as `GET /orders/<id>/refunds` sends it. */
export function renderRefund(order: WooOrderRecord, refund: WooRefundRecord, site: WooSite): WireRefund {
	const refunds = `${site.url}/wp-json/wc/v3/orders/${order.id}/refunds`;
	return {
		id: refund.id,
		date_created: siteDate(site, refund.createdAt),
		date_created_gmt: gmtDate(refund.createdAt),
		amount: refund.amount,
		reason: refund.reason,
		refunded_by: 1,
		refunded_payment: refund.refundedPayment,
		meta_data: [{ id: refund.metaId, key: '_refund_type', value: refund.partial ? 'partial' : 'full' }],
		line_items: refund.lines,
		shipping_lines: refund.shippingLines,
		tax_lines: refund.taxLines,
		fee_lines: refund.feeLines,
		_links: {
			self: [{ href: `${refunds}/${refund.id}` }],
			collection: [{ href: refunds }],
			up: [{ href: `${site.url}/wp-json/wc/v3/orders/${order.id}` }],
		},
	};
}

/** Newest first. Refunds of one second come by falling id in the list of refunds, by rising id inside an order (observed). */
export const newestFirst = (refunds: readonly WooRefundRecord[], ties: 'ascending' | 'descending'): WooRefundRecord[] =>
	[...refunds].sort((a, b) => b.createdAt - a.createdAt || (ties === 'ascending' ? a.id - b.id : b.id - a.id));
