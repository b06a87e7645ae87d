import { standingClock } from '../shops/shop-clock';
import { LIST, post } from './ask-shop';
import { ONE_LAMP } from './example-orders';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from './index';

const NOON = Date.parse('2026-03-10T16:00:00Z');
let shop: ShopifySimulator;

const start = async (options: ShopifyOptions = {}): Promise<void> => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

function addEveryHour(count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		shop.clock.set(NOON + index * 3_600_000);
		return shop.store.addOrder(ONE_LAMP).id;
	});
}

describe('cost', () => {
	test('is told with every answer and refills with time', async () => {
		await start();
		addEveryHour(3);
		const { body } = await post(shop, LIST, { first: 50 });
		expect(body.extensions?.cost).toEqual({
			requestedQueryCost: 52,
			actualQueryCost: 5,
			throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1995, restoreRate: 100 },
		});
		shop.clock.advance(1000);
		expect((await post(shop, '{ shop { name } }')).body.extensions?.cost?.throttleStatus.currentlyAvailable).toBe(1999);
	});

	test('an empty bucket answers THROTTLED in a 200 until it has refilled', async () => {
		await start();
		shop.limit.drain();
		const { status, body } = await post(shop, LIST, { first: 250 });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
			extensions: { cost: { requestedQueryCost: 252, actualQueryCost: null } },
		});
		expect(body.data).toBeUndefined();
		expect(shop.counters).toMatchObject({ graphql: 1, throttled: 1 });
		shop.clock.advance(2520);
		expect((await post(shop, LIST, { first: 250 })).body.errors).toBeUndefined();
	});

	test('a query over 1,000 points is refused however full the bucket is; the lenient rule lets it pass', async () => {
		const dear = '{ orders(first: 100) { nodes { id lineItems(first: 20) { nodes { id } } } } }';
		await start();
		expect(await post(shop, dear)).toMatchObject({
			status: 200,
			body: { errors: [{ extensions: { code: 'MAX_COST_EXCEEDED', cost: 2302, maxCost: 1000 } }] },
		});
		await shop.close();
		await start({ costMode: 'lenient' });
		expect((await post(shop, dear)).body).toMatchObject({ data: { orders: { nodes: [] } } });
	});
});
