import { Big } from 'big.js';
import { refundedUnits } from './build-refund';
import { add } from './compute-order';
import { gid, type OrderMoney } from './money';
import type { DraftDiscount } from './order-draft';
import type { LineTax, OrderLineRecord, ShippingRecord, ShopifyOrderRecord } from './order-record';

export const taxLineNode = (tax: LineTax, money: OrderMoney, channelLiable: boolean | null) => ({
	title: tax.title,
	rate: tax.rate,
	ratePercentage: Number(new Big(tax.rate).times(100)),
	channelLiable,
	source: 'Shopify',
	priceSet: money.bag(tax.amount),
});

export function lineNode(line: OrderLineRecord, order: ShopifyOrderRecord, money: OrderMoney) {
	const { product } = line;
	const returned = refundedUnits(order, line.id);
	const back = order.refunds.flatMap((refund) => refund.lines.filter(({ lineId }) => lineId === line.id));
	const tax = add(line.taxes.map(({ amount }) => amount));
	const taxLeft = tax.minus(add(back.map((part) => part.tax)));
	const netLeft = new Big(line.net).minus(add(back.map(({ subtotal }) => subtotal)));
	const { discount } = order.draft;
	return {
		__typename: 'LineItem',
		id: gid('LineItem', line.id),
		title: product.title,
		variantTitle: product.variantTitle,
		name: product.variantTitle === null ? product.title : `${product.title} - ${product.variantTitle}`,
		sku: product.sku,
		vendor: product.vendor,
		quantity: line.quantity,
		currentQuantity: line.quantity - returned,
		refundableQuantity: line.quantity - returned,
		taxable: product.taxable,
		isGiftCard: product.giftCard ?? false,
		requiresShipping: product.requiresShipping ?? product.giftCard !== true,
		product: product.productId === null ? null : { id: gid('Product', product.productId), title: product.title },
		variant: product.variantId === null ? null : { id: gid('ProductVariant', product.variantId), sku: product.sku },
		customAttributes: [],
		originalUnitPriceSet: money.bag(product.price),
		originalTotalSet: money.bag(line.gross),
		// Discounts on the whole order are left out of these two; a code's only on request come into the first.
		discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) =>
			money.bag(withCodeDiscounts === true && discount?.kind === 'code' ? line.net : line.gross),
		totalDiscountSet: money.bag('0'),
		priceAfterAllDiscountsBeforeTaxesSet: money.bag(
			order.draft.taxesIncluded === true ? netLeft.minus(taxLeft) : netLeft,
		),
		discountAllocations:
			discount === undefined || new Big(line.discount).eq(0)
				? []
				: [
						{
							allocatedAmountSet: money.bag(line.discount),
							allocatedAmount: money.money(line.discount),
							discountApplication: discountNode(discount, money),
						},
					],
		taxLines: line.taxes.map((one) => taxLineNode(one, money, order.draft.channelLiable ?? null)),
		duties: [],
	};
}

export const shippingNode = (shipping: ShippingRecord, order: ShopifyOrderRecord, money: OrderMoney) => ({
	id: gid('ShippingLine', shipping.id),
	code: shipping.code,
	title: shipping.title,
	source: 'shopify',
	custom: false,
	isRemoved: false,
	originalPriceSet: money.bag(shipping.price),
	discountedPriceSet: money.bag(shipping.price),
	currentDiscountedPriceSet: money.bag(
		new Big(shipping.price).minus(
			add(order.refunds.flatMap((refund) => refund.shipping.map(({ subtotal }) => subtotal))),
		),
	),
	taxLines: shipping.taxes.map((tax) => taxLineNode(tax, money, order.draft.channelLiable ?? null)),
	discountAllocations: [],
});

const DISCOUNT_TYPES = {
	code: 'DiscountCodeApplication',
	automatic: 'AutomaticDiscountApplication',
	manual: 'ManualDiscountApplication',
};

export const discountNode = (discount: DraftDiscount, money: OrderMoney) => ({
	__typename: DISCOUNT_TYPES[discount.kind],
	index: 0,
	allocationMethod: 'ACROSS',
	targetSelection: 'ALL',
	targetType: 'LINE_ITEM',
	value:
		'amount' in discount.value
			? { __typename: 'MoneyV2', ...money.money(discount.value.amount) }
			: { __typename: 'PricingPercentageValue', percentage: discount.value.percentage },
	code: discount.title,
	title: discount.title,
	description: null,
});

/** The taxes of lines and shipping together, by title and rate. */
export function orderTaxLines(order: ShopifyOrderRecord, money: OrderMoney) {
	const { lines, shipping } = order.amounts;
	const taxes = [...lines, ...(shipping === undefined ? [] : [shipping])].flatMap((part) => part.taxes);
	const kinds = new Map(taxes.map((tax) => [`${tax.title} ${tax.rate}`, tax]));
	return [...kinds.values()].map((kind) => {
		const same = taxes.filter(({ title, rate }) => title === kind.title && rate === kind.rate);
		return taxLineNode(
			{ ...kind, amount: add(same.map(({ amount }) => amount)).toFixed(2) },
			money,
			order.draft.channelLiable ?? null,
		);
	});
}
