import type { Order } from '../order/order';
import type { OrderReference } from './plan';

/** Which order a plan is about. */
export const orderReference = (order: Order): OrderReference => ({
	channel: order.channel,
	accountId: order.accountId,
	id: order.id,
	number: order.number,
	...(order.name === undefined ? {} : { name: order.name }),
	...(order.url === undefined ? {} : { url: order.url }),
	placedAt: order.placedAt,
	localDate: order.localDate,
	currency: order.currency,
	total: order.totals.total,
	refunded: order.totals.refunded,
	isTest: order.isTest,
	sample: order.sample,
});
