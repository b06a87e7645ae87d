import { standingClock } from '../shops/shop-clock';
import { LIST, post } from './ask-shop';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from './index';

const NOON = Date.parse('2026-03-10T16:00:00Z');
let shop: ShopifySimulator;

const start = async (options: ShopifyOptions = {}): Promise<void> => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

describe('queries', () => {
	test('a field that the version does not have is refused, in a 200', async () => {
		await start();
		const { status, body } = await post(shop, '{ orders(first: 1) { nodes { id totalAmount } } }');
		expect(status).toBe(200);
		expect(body.errors?.[0]?.message).toContain('Cannot query field "totalAmount" on type "Order"');
		expect(body.data).toBeUndefined();
	});

	test.each(['2026-07', '2026-10'])('version %s is served', async (version) => {
		await start();
		expect(
			await post(shop, '{ shop { name myshopifyDomain ianaTimezone currencyCode } }', {}, shop.accessToken, version),
		).toMatchObject({
			status: 200,
			body: {
				data: { shop: { name: 'Example Home & Garden', ianaTimezone: 'America/New_York', currencyCode: 'USD' } },
			},
		});
	});

	test('a version that is not served is a 404, a body without a query a 400', async () => {
		await start();
		expect((await post(shop, '{ shop { name } }', {}, shop.accessToken, '2024-07')).status).toBe(404);
		const answer = await fetch(`${shop.url}/admin/api/2026-10/graphql.json`, {
			method: 'POST',
			headers: { 'x-shopify-access-token': shop.accessToken },
			body: '{}',
		});
		expect(answer.status).toBe(400);
	});

	test('variables that do not fit are refused before anything runs', async () => {
		await start();
		expect((await post(shop, LIST, { first: 'many' })).body).toMatchObject({
			errors: [{ message: expect.stringContaining('$first') }],
		});
		expect((await post(shop, LIST, { first: 251 })).body.errors?.[0]?.message).toContain('250');
	});

	test('without the scope the field is denied', async () => {
		await start({ scopes: ['read_products'] });
		expect((await post(shop, '{ orders(first: 1) { nodes { id } } }')).body).toMatchObject({
			errors: [{ extensions: { code: 'ACCESS_DENIED' } }],
		});
	});
});
