import { compare, minus } from '../../order/money';
import type { OrderInput } from '../../order/order';
import { lineTaxes } from './taxes';
import type { WooLineItem, WooOrder, WooTaxLine } from './woocommerce-order';

type LineInput = OrderInput['lines'][number];
type ChargeInput = NonNullable<OrderInput['fees']>[number];

/** `0` is WooCommerce's word for no product, no variation. */
const reference = (id: string | undefined): string | undefined => (id === '0' ? undefined : id);

/** The Gift Cards plugin keeps the recipient of a sold card in keys of this beginning, on the card's line. */
const SOLD_GIFT_CARD = 'wc_gc_giftcard';

const kindOf = (item: WooLineItem): 'product' | 'giftCard' | 'custom' => {
	if (item.meta_data.some(({ key }) => key?.startsWith(SOLD_GIFT_CARD))) return 'giftCard';
	return reference(item.product_id) === undefined && item.sku === undefined ? 'custom' : 'product';
};

/**
 * `subtotal` and `total` are before and after coupons, both without tax, also where the shop's prices contain it. A total
 * above the subtotal is a price raised by hand, not a negative discount.
 */
function toLine(item: WooLineItem, rates: WooTaxLine[]): LineInput {
	const raised = compare(item.total, item.subtotal) > 0;
	return {
		id: item.id,
		kind: kindOf(item),
		sku: item.sku,
		productId: reference(item.product_id),
		variantId: reference(item.variation_id),
		title: item.name ?? item.sku ?? `Item ${item.id}`,
		quantity: item.quantity,
		unitPrice: item.price,
		gross: raised ? item.total : item.subtotal,
		discount: raised ? '0' : minus(item.subtotal, item.total),
		net: item.total,
		tax: item.total_tax,
		taxes: lineTaxes(item.taxes, rates),
		parentLineId: item.bundled_by ?? item.composite_parent,
	};
}

export const toLines = (order: WooOrder): LineInput[] => order.line_items.map((item) => toLine(item, order.tax_lines));

export const toShipping = (order: WooOrder): ChargeInput[] =>
	order.shipping_lines.map((line) => ({
		id: line.id,
		title: line.method_title ?? 'Shipping',
		code: line.method_id,
		gross: line.total,
		net: line.total,
		tax: line.total_tax,
		taxes: lineTaxes(line.taxes, order.tax_lines),
	}));

/** Negative fees stand as they are: that is how store credit and hand-made discounts are written. */
export const toFees = (order: WooOrder): ChargeInput[] =>
	order.fee_lines.map((line) => ({
		id: line.id,
		title: line.name ?? 'Fee',
		gross: line.total,
		net: line.total,
		tax: line.total_tax,
		taxes: lineTaxes(line.taxes, order.tax_lines),
	}));
