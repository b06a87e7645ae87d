import { OrderSyncShopifyAccessTokenApi } from '../../credentials/OrderSyncShopifyAccessTokenApi.credentials';
import { OrderSyncShopifyClientCredentialsApi } from '../../credentials/OrderSyncShopifyClientCredentialsApi.credentials';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { startShopify, type ShopifySimulator } from '../simulators/shopify';
import { ONE_LAMP } from '../simulators/shopify/example-orders';
import { PollingShop } from './polling-shop';

const MINUTE = 60_000;
const SHOP = 'example-lamps.myshopify.com';

let shop: ShopifySimulator;

beforeEach(async () => {
	pollingMemory.forget();
	shop = await startShopify();
});
afterEach(async () => await shop.close());

function sell(): string {
	shop.clock.advance(2_000);
	const { id } = shop.store.addOrder(ONE_LAMP);
	shop.store.pay(id);
	return id;
}

test('an app with client credentials fetches its token, and orders come out once', async () => {
	const trigger = new PollingShop(
		{ type: new OrderSyncShopifyClientCredentialsApi(), data: { shop: SHOP, baseUrl: shop.url, ...shop.app } },
		{ channel: 'shopify', shopifyAuthentication: 'clientCredentials' },
	);
	expect(await trigger.poll()).toEqual([]);
	const ids = [sell(), sell()];
	const items = await trigger.poll();
	expect(items.map(({ json }) => json)).toMatchObject(
		ids.map(() => ({ channel: 'shopify', accountId: SHOP, paymentStatus: 'paid', storeTimeZone: 'America/New_York' })),
	);
	expect(await trigger.poll()).toEqual([]);
	expect(shop.counters.tokens).toBe(1);
});

test('the last order, which the overlap brings back on every poll, costs no call more', async () => {
	shop.clock.advance(-10 * MINUTE);
	const options = { startDate: new Date(shop.clock.now() - MINUTE).toISOString() };
	const trigger = new PollingShop(
		{ type: new OrderSyncShopifyAccessTokenApi(), data: { shop: SHOP, baseUrl: shop.url, accessToken: shop.accessToken } },
		{ channel: 'shopify', shopifyAuthentication: 'accessToken', options },
	);
	const id = sell();
	expect(await trigger.poll()).toHaveLength(1);
	shop.counters.graphql = 0;
	for (let poll = 1; poll <= 3; poll += 1) {
		expect(await trigger.poll()).toEqual([]);
		expect(shop.counters.graphql).toBe(poll);
	}
	shop.clock.advance(2_000);
	shop.store.refund(id, { discrepancy: '1.00' });
	expect((await trigger.poll()).map(({ json }) => json)).toMatchObject([{ id, totals: { refunded: '1.00' } }]);
});

test('an order that changes again within the second of its update is read again', async () => {
	const trigger = new PollingShop(
		{ type: new OrderSyncShopifyAccessTokenApi(), data: { shop: SHOP, baseUrl: shop.url, accessToken: shop.accessToken } },
		{ channel: 'shopify', shopifyAuthentication: 'accessToken' },
	);
	await trigger.poll();
	const id = sell();
	expect(await trigger.poll()).toHaveLength(1);
	const order = shop.store.find(id)! as { updatedAt: number };
	const { updatedAt } = order;
	shop.store.refund(id, { discrepancy: '1.00' });
	order.updatedAt = updatedAt;
	expect((await trigger.poll()).map(({ json }) => json)).toMatchObject([{ totals: { refunded: '1.00' } }]);
});

test('a permanent token of an older app works on the older API version too', async () => {
	const trigger = new PollingShop(
		{ type: new OrderSyncShopifyAccessTokenApi(), data: { shop: SHOP, baseUrl: shop.url, accessToken: shop.accessToken } },
		{ channel: 'shopify', shopifyAuthentication: 'accessToken', apiVersion: '2026-07' },
	);
	await trigger.poll();
	sell();
	expect(await trigger.poll()).toHaveLength(1);
	trigger.restart();
	expect(await trigger.poll()).toHaveLength(1);
});
