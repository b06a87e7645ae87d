import { isZero, minus, sum } from '../../order/money';
import type { OrderCharge, OrderInput } from '../../order/order';
import { toCharge, type ChargeRules } from './charge';
import { withoutRemoved, type Removed } from './edits';
import { tailOf, type ShopifyAllocation, type ShopifyLineItem, type ShopifyOrder } from './shopify-order';

type LineInput = OrderInput['lines'][number] & OrderCharge;
type ChargeInput = NonNullable<OrderInput['shipping']>[number] & OrderCharge;

const allocated = (allocations: ShopifyAllocation[]): string => sum(allocations.map((entry) => entry.allocatedAmountSet));

/** A sold gift card is a liability. A line without product and SKU was typed in by hand. */
const kindOf = (item: ShopifyLineItem): LineInput['kind'] => {
	if (item.isGiftCard) return 'giftCard';
	return item.product === undefined && item.variant === undefined && item.sku === undefined ? 'custom' : 'product';
};

function toLine(item: ShopifyLineItem, removed: Removed | undefined, rules: ChargeRules): LineInput {
	const ordered = toCharge(
		{ price: item.originalTotalSet, discount: allocated(item.discountAllocations), taxLines: item.taxLines },
		rules,
	);
	return {
		id: item.id,
		kind: kindOf(item),
		sku: item.sku,
		productId: item.product?.id,
		variantId: item.variant?.id,
		title: item.name ?? item.title ?? item.sku ?? `Item ${item.id}`,
		quantity: removed === undefined ? item.quantity : minus(item.quantity, removed.quantity),
		currentQuantity: item.currentQuantity,
		unitPrice: item.originalUnitPriceSet,
		...(removed === undefined ? ordered : withoutRemoved(ordered, removed, rules.currency)),
	};
}

/** The lines as edited: units that an edit removed are not in them, refunded ones are. Wholly removed lines are left out. */
export const toLines = (order: ShopifyOrder, removed: Map<string, Removed>, rules: ChargeRules): LineInput[] =>
	order.lineItems
		.map((item) => toLine(item, removed.get(item.id), rules))
		.filter((line) => !(isZero(line.quantity) && isZero(line.gross)));

export const toShipping = (order: ShopifyOrder, rules: ChargeRules): ChargeInput[] =>
	order.shippingLines
		.filter((line) => !line.isRemoved)
		.map((line) => ({
			id: line.id === undefined ? '' : tailOf(line.id),
			title: line.title ?? 'Shipping',
			code: line.code,
			...toCharge(
				{
					price: line.originalPriceSet,
					discount: minus(line.originalPriceSet, line.discountedPriceSet),
					taxLines: line.taxLines,
				},
				rules,
			),
		}));

export const toFees = (order: ShopifyOrder, rules: ChargeRules): ChargeInput[] =>
	order.additionalFees.map((fee) => ({
		id: fee.id,
		title: fee.name ?? 'Fee',
		...toCharge({ price: fee.price, discount: '0', taxLines: fee.taxLines }, rules),
	}));
