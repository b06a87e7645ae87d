import { isNegative } from '../order/money';
import type { Order } from '../order/order';
import { inBooks, withCurrency } from './amounts';
import { discounted } from './discount';
import { namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine } from './plan';
import type { SyncSettings } from './sync-settings';

/** What the shop added to the order, and, below zero, what it took off under the name of a fee: the sign is kept. */
export const feeLines = (order: Order, settings: SyncSettings): PlannedItemLine[] =>
	order.fees.map((fee) =>
		itemLine(
			{
				item: namedItem('fee', settings),
				description: fee.title,
				amount: inBooks(discounted(fee, settings).amount, order.currency),
				charged: fee,
			},
			settings,
		),
	);

export const feeRemarks = (order: Order): string[] =>
	order.fees
		.filter((fee) => isNegative(fee.net))
		.map((fee) => `The fee '${fee.title.slice(0, 100)}' is below zero and is booked as ${withCurrency(fee.net, order.currency)}.`);
