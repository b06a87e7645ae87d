import { absolute, inCurrency, isZero, minus, plus, sum } from '../../order/money';
import type { OrderCharge } from '../../order/order';
import { Big } from '../../vendor/decimal';
import type { ShopifyEditSale } from './shopify-order';

/** What order edits took away from a line, positive: units that were never sold in the end, unlike refunded ones. */
export interface Removed {
	quantity: string;
	net: string;
	tax: string;
	discount: string;
}

/** By line id. Only sales of agreements with the reason ORDER_EDIT are given; what edits added is on the lines already. */
export function removedByEdits(sales: ShopifyEditSale[]): Map<string, Removed> {
	const removed = new Map<string, Removed>();
	for (const sale of sales) {
		if (sale.actionType !== 'RETURN' || sale.lineItem === undefined) continue;
		const before = removed.get(sale.lineItem.id) ?? { quantity: '0', net: '0', tax: '0', discount: '0' };
		const tax = absolute(sale.totalTaxAmount);
		removed.set(sale.lineItem.id, {
			quantity: plus(before.quantity, absolute(sale.quantity ?? '0')),
			net: plus(before.net, minus(absolute(sale.totalAmount), tax)),
			tax: plus(before.tax, tax),
			discount: plus(before.discount, absolute(sale.totalDiscountAmountBeforeTaxes)),
		});
	}
	return removed;
}

export const removedInAll = (removed: Iterable<Removed>): string =>
	sum([...removed].flatMap(({ net, tax }) => [net, tax]));

/** A line's charge without its removed units; each tax keeps its share, and the last one takes what rounding leaves. */
export function withoutRemoved(charge: OrderCharge, removed: Removed, currency: string): OrderCharge {
	const net = minus(charge.net, removed.net);
	const discount = minus(charge.discount, removed.discount);
	const all = sum(charge.taxes.map(({ amount }) => amount));
	const left = minus(all, removed.tax);
	const share = isZero(all) ? new Big(0) : new Big(left).div(all);
	let rest = left;
	const taxes = charge.taxes.map((tax, index) => {
		const last = index === charge.taxes.length - 1;
		const amount = last ? rest : inCurrency(new Big(tax.amount).times(share).toFixed(), currency);
		rest = minus(rest, amount);
		return { ...tax, amount };
	});
	const tax = sum(taxes.filter(({ remittedBy }) => remittedBy !== 'marketplace').map(({ amount }) => amount));
	return { gross: plus(net, discount), discount, net, tax, taxes };
}
