import { woocommerce } from '../../nodes/channels/woocommerce/woocommerce';
import { isUnreadable, type Order } from '../../nodes/order/order';
import { loopbackSession } from '../channels/loopback-session';
import { readAll } from '../channels/read-all';
import type { WooCommerceSimulator } from '../simulators/woocommerce';

/** All orders of a simulated shop in the form that Channel Trigger gives them out, each once. */
export async function shopOrders(shop: WooCommerceSimulator): Promise<Order[]> {
	const { consumerKey, consumerSecret } = shop.keys;
	const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
	const read = await readAll(woocommerce, loopbackSession(shop, { authorization }));
	return [...new Map(read.map((order) => [order.id, order])).values()].filter((order): order is Order => !isUnreadable(order));
}
