import { isZero, sum } from '../order/money';
import type { Order } from '../order/order';
import { inBooks } from './amounts';
import { discounted } from './discount';
import { shippingItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine } from './plan';
import type { SyncSettings } from './sync-settings';
import type { Charged } from './tax';

type Shipping = Order['shipping'][number];

/**
 * One line for each way of shipping, free ones too: they tell how the parcel went. QuickBooks' own field holds one amount, so
 * there what is taxed alike is one line, and nothing is written for nothing.
 */
export function shippingLines(order: Order, settings: SyncSettings): PlannedItemLine[] {
	if (settings.shipping.as !== 'field') return order.shipping.map((shipping) => lineOf([shipping]));
	return taxedAlike(order.shipping)
		.map(lineOf)
		.filter(({ amount }) => !isZero(amount))
		// The field has neither price nor quantity.
		.map(({ quantity, unitPrice, ...line }) => line);

	function lineOf(shippings: Shipping[]): PlannedItemLine {
		const [first] = shippings;
		return itemLine(
			{
				item: shippingItem(first!, settings),
				description: shippings.map(({ title }) => title).join(', '),
				amount: inBooks(sum(shippings.map((shipping) => discounted(shipping, settings).amount)), order.currency),
				charged: chargedTogether(shippings),
			},
			settings,
		);
	}
}

/** What the shop charged on several that have the same taxes. */
function chargedTogether([first, ...others]: Shipping[]): Charged {
	const { net, tax, taxes } = first!;
	return {
		net: sum([net, ...others.map((other) => other.net)]),
		tax: sum([tax, ...others.map((other) => other.tax)]),
		taxes: taxes.map((each, index) => ({ ...each, amount: sum([each.amount, ...others.map((other) => other.taxes[index]!.amount)]) })),
	};
}

function taxedAlike(shippings: Shipping[]): Shipping[][] {
	const groups = new Map<string, Shipping[]>();
	for (const shipping of shippings) {
		const key = JSON.stringify([isZero(shipping.tax), shipping.taxes.map(({ name, rate, remittedBy }) => [name, rate, remittedBy])]);
		groups.set(key, [...(groups.get(key) ?? []), shipping]);
	}
	return [...groups.values()];
}
