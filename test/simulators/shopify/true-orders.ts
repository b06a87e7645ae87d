import { Big } from 'big.js';
import type { TrueOrder } from '../shops/true-order';
import { orderName } from './order-node';
import type { ShopifyOrderRecord } from './order-record';
import { financialStatus, paymentsOf, receivedOf, refundedOf, totalOf } from './order-state';
import type { ShopifyStore } from './store';

/** What is true of every order in the shop, in the order of creation. */
export const trueOrders = (store: ShopifyStore): TrueOrder[] => store.all.map((order) => trueOrder(order, store));

export function trueOrder(order: ShopifyOrderRecord, { shop }: ShopifyStore): TrueOrder {
	return {
		channel: 'shopify',
		shop: shop.name,
		id: order.id,
		number: orderName(order, shop),
		placedAt: new Date(order.createdAt).toISOString(),
		currency: shop.currencyCode,
		total: new Big(totalOf(order)).toFixed(2),
		tenders: paymentsOf(order).map(({ gateway, amount }) => ({
			method: gateway,
			amount,
			kind: gateway === 'gift_card' ? 'giftCard' : 'money',
		})),
		paid: receivedOf(order).gte(totalOf(order)),
		refunded: refundedOf(order).toFixed(2),
		status: order.cancelledAt === null ? financialStatus(order) : 'CANCELLED',
		addsUp: new Big(order.amounts.total).eq(totalOf(order)),
	};
}
