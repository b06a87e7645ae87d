import { standingClock } from '../shops/shop-clock';
import { post } from './ask-shop';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from './index';

const NOON = Date.parse('2026-03-10T16:00:00Z');
let shop: ShopifySimulator;

const start = async (options: ShopifyOptions = {}): Promise<void> => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

describe('tokens', () => {
	const fetchToken = async (body: string, type: string) => {
		const answer = await fetch(`${shop.url}/admin/oauth/access_token`, {
			method: 'POST',
			headers: { 'content-type': type },
			body,
		});
		return {
			status: answer.status,
			body: (await answer.json()) as { access_token: string; expires_in: number; scope: string; error?: string },
		};
	};
	const grant = () => ({
		grant_type: 'client_credentials',
		client_id: shop.app.clientId,
		client_secret: shop.app.clientSecret,
	});
	const shopName = async (token: string) => (await post(shop, '{ shop { name } }', {}, token)).status;

	test('no or a wrong token is a 401', async () => {
		await start();
		expect(await post(shop, '{ shop { name } }', {}, '')).toMatchObject({
			status: 401,
			body: { errors: expect.stringContaining('Invalid API key') },
		});
		expect(await shopName('shpat_wrong')).toBe(401);
		expect(await shopName(shop.accessToken)).toBe(200);
	});

	test.each([
		[
			'a form',
			'application/x-www-form-urlencoded',
			(fields: Record<string, string>) => new URLSearchParams(fields).toString(),
		],
		['JSON', 'application/json', (fields: Record<string, string>) => JSON.stringify(fields)],
	])('client credentials in %s give a token for 24 hours', async (_name, type, encode) => {
		await start();
		const { status, body } = await fetchToken(encode(grant()), type);
		expect({ status, ...body }).toMatchObject({ status: 200, expires_in: 86_399, scope: 'read_orders' });
		expect(await shopName(body.access_token)).toBe(200);
		shop.clock.advance(86_400_000);
		expect(await shopName(body.access_token)).toBe(401);
		expect(await fetchToken(encode({ ...grant(), client_secret: 'wrong' }), type)).toMatchObject({
			status: 400,
			body: { error: 'invalid_client' },
		});
	});
});
