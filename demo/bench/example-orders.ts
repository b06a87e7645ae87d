import { woocommerce } from '../../nodes/channels/woocommerce/woocommerce';
import { isUnreadable, type Order } from '../../nodes/order/order';
import { loopbackSession } from '../../test/channels/loopback-session';
import { readAll } from '../../test/channels/read-all';
import { seedWooCommerce } from '../../test/simulators/shops';
import { standingClock } from '../../test/simulators/shops/shop-clock';
import { startWooCommerce } from '../../test/simulators/woocommerce';

const NOW = Date.parse('2026-03-10T12:00:00Z');

/** Paid orders as Channel Trigger reads them from a simulated shop: the same ones every time. */
export async function exampleOrders(count: number): Promise<Order[]> {
	const shop = await startWooCommerce({ clock: standingClock(NOW) });
	try {
		seedWooCommerce(shop, { count, seed: 20260310, now: NOW, days: 20, simple: true });
		const { consumerKey, consumerSecret } = shop.keys;
		const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
		const read = await readAll(woocommerce, loopbackSession(shop, { authorization }));
		// A page begins with the last orders of the one before: whoever reads them must be ready to meet an order twice.
		const orders = [...new Map(read.map((order) => [order.id, order])).values()].filter((order): order is Order => !isUnreadable(order));
		if (orders.length !== count) throw new Error(`${orders.length} of ${count} example orders could be read`);
		return orders;
	} finally {
		await shop.close();
	}
}
