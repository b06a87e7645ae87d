import { OrderSyncShopifyAccessTokenApi } from '../../credentials/OrderSyncShopifyAccessTokenApi.credentials';
import { OrderSyncShopifyClientCredentialsApi } from '../../credentials/OrderSyncShopifyClientCredentialsApi.credentials';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { startShopify, type ShopifySimulator } from '../simulators/shopify';
import { ONE_LAMP } from '../simulators/shopify/example-orders';
import { PollingShop } from './polling-shop';

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
