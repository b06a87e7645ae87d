import { Big } from 'big.js';
import type { Tender, TrueOrder } from '../shops/true-order';
import type { WooOrderRecord } from './order-record';
import { renderOrder } from './render-order';
import type { WooStore } from './store';
import { sumOf } from './tax';
import type { WireOrder } from './wire-order';

/** What is true of every order in the store, in the order of creation. */
export const trueOrders = (store: WooStore): TrueOrder[] => store.all.map((order) => trueOrder(order, store));

export function trueOrder(order: WooOrderRecord, store: WooStore): TrueOrder {
	const wire = renderOrder(order, store.site);
	const tenders: Tender[] =
		order.paidAt === null || new Big(wire.total).eq(0)
			? []
			: [{ method: order.paymentMethod.id, amount: wire.total, kind: 'money' }];
	return {
		channel: 'woocommerce',
		shop: store.site.name,
		id: String(order.id),
		number: wire.number,
		placedAt: new Date(order.createdAt).toISOString(),
		currency: wire.currency,
		total: wire.total,
		tenders,
		paid: order.paidAt !== null,
		refunded: store.refundedOf(order).toFixed(2),
		status: order.status,
		addsUp: partsOf(wire).eq(wire.total),
	};
}

/** What the order's parts add up to; of a sound order this is its total. */
const partsOf = (wire: WireOrder): Big =>
	sumOf(
		[...wire.line_items, ...wire.shipping_lines, ...wire.fee_lines].flatMap((line) => [line.total, line.total_tax]),
	);
