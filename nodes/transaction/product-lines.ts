import { isZero } from '../order/money';
import type { Order } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { inBooks } from './amounts';
import { bundleMarks } from './bundle-marks';
import { discounted } from './discount';
import { namedItem, productItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine } from './plan';
import type { SyncSettings } from './sync-settings';

/** One line for each line of the order. A sold gift card goes to the liability: it is not revenue until it is redeemed. */
export function productLines(order: Order, settings: SyncSettings): Outcome<PlannedItemLine[]> {
	const lines: PlannedItemLine[] = [];
	const marksOf = bundleMarks(order.lines);
	for (const line of order.lines) {
		const item = line.kind === 'giftCard' ? succeed(namedItem('giftCard', settings)) : productItem(order, line, settings);
		if (!item.ok) return item;
		const booked = itemLine(
			{
				item: item.value,
				description: line.title,
				quantity: line.quantity,
				amount: inBooks(discounted(line, settings).amount, order.currency),
				// A card that is sold for later is no sale yet, unless the shop taxed it.
				...(line.kind === 'giftCard' && isZero(line.tax) ? {} : { charged: line }),
			},
			settings,
		);
		lines.push(Object.assign(booked, marksOf(line)));
	}
	return succeed(lines);
}
