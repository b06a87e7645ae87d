import { inCurrency, isZero, sum } from '../../order/money';
import type { OrderCharge, OrderInput } from '../../order/order';
import { Big } from '../../vendor/decimal';
import type { ShopifyAllocation, ShopifyOrder } from './shopify-order';

type DiscountInput = NonNullable<OrderInput['discounts']>[number];

interface Discounted {
	id: string;
	charge: Pick<OrderCharge, 'discount'>;
	allocations: ShopifyAllocation[];
}

/**
 * What each discount took off, without tax, and from which lines. For people and for reports: the books use the lines' own
 * discounts, which hold the same amounts.
 */
export function toDiscounts(order: ShopifyOrder, lines: Discounted[], shipping: Discounted[], currency: string): DiscountInput[] {
	return order.discountApplications.map((application): DiscountInput => {
		const onShipping = application.targetType === 'SHIPPING_LINE';
		const allocations = (onShipping ? shipping : lines).flatMap((charged) => {
			const mine = charged.allocations.filter((entry) => entry.discountApplication?.index === application.index);
			if (mine.length === 0) return [];
			return [{ lineId: charged.id, amount: inCurrency(withoutTax(charged, mine), currency) }];
		});
		return {
			code: application.code,
			title: application.title ?? application.code ?? 'Discount',
			type: application.value === undefined ? 'other' : application.value.percentage === undefined ? 'fixed' : 'percentage',
			amount: sum(allocations.map(({ amount }) => amount)),
			target: onShipping ? 'shipping' : 'line',
			allocations,
		};
	});
}

/** The share of a line's discount that belongs to some of its allocations, in the line's own figures without tax. */
function withoutTax({ charge, allocations }: Discounted, mine: ShopifyAllocation[]): string {
	const all = sum(allocations.map((entry) => entry.allocatedAmountSet));
	if (isZero(all)) return '0';
	return new Big(charge.discount).times(sum(mine.map((entry) => entry.allocatedAmountSet))).div(all).toFixed();
}
