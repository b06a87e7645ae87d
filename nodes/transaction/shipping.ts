import { isZero } from '../order/money';
import type { Order } from '../order/order';
import { inBooks } from './amounts';
import { discounted } from './discount';
import { namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine } from './plan';
import type { SyncSettings } from './sync-settings';

/** One line for each way of shipping, free ones too: they tell how the parcel went. */
export const shippingLines = (order: Order, settings: SyncSettings): PlannedItemLine[] =>
	order.shipping.map((shipping) =>
		itemLine(
			{
				item: namedItem('shipping', settings),
				description: shipping.title,
				amount: inBooks(discounted(shipping, settings).amount, order.currency),
				taxed: !isZero(shipping.tax),
			},
			settings,
		),
	);
