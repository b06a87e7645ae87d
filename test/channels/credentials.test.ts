import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { OrderSyncShipStationApi } from '../../credentials/OrderSyncShipStationApi.credentials';
import { OrderSyncShopifyAccessTokenApi } from '../../credentials/OrderSyncShopifyAccessTokenApi.credentials';
import { OrderSyncShopifyClientCredentialsApi } from '../../credentials/OrderSyncShopifyClientCredentialsApi.credentials';
import { OrderSyncWooCommerceApi } from '../../credentials/OrderSyncWooCommerceApi.credentials';
import { shopify } from '../../nodes/channels/shopify/shopify';
import { startShopify, type ShopifySimulator } from '../simulators/shopify/index';
import { loopbackSession } from './loopback-session';
import { QUERY } from './read-all';

/** As n8n's helper does it: parsed JSON, and a throw for a status of 400 and more. */
const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
	const answer = await fetch(options.url, {
		method: options.method ?? 'GET',
		headers: options.headers as Record<string, string>,
		body: String(options.body),
	});
	if (!answer.ok) throw new Error(`status ${answer.status}`);
	return answer.json();
};

describe('Shopify client credentials', () => {
	let shop: ShopifySimulator;

	beforeEach(async () => {
		shop = await startShopify();
	});

	afterEach(async () => shop.close());

	const tokenFor = (clientSecret: string) =>
		new OrderSyncShopifyClientCredentialsApi().preAuthentication.call(
			{ helpers: { httpRequest } } as never,
			{ shop: 'my-shop.myshopify.com', clientId: shop.app.clientId, clientSecret, accessToken: '', baseUrl: `${shop.url}/` },
		);

	test('fetch a token that reads orders', async () => {
		const { accessToken } = await tokenFor(shop.app.clientSecret);
		const session = loopbackSession(shop, { 'x-shopify-access-token': accessToken });
		expect(await shopify.fetchPage(session, QUERY)).toMatchObject({ ok: true, value: { orders: [] } });
	});

	test('refuse a wrong secret', async () => {
		await expect(tokenFor('wrong')).rejects.toThrow('400');
	});

	test('have exactly one expirable property, which n8n fills and renews', () => {
		const { properties } = new OrderSyncShopifyClientCredentialsApi();
		const expirable = properties.filter(({ type, typeOptions }) => type === 'hidden' && typeOptions?.['expirable'] === true);
		expect(expirable.map(({ name }) => name)).toEqual(['accessToken']);
	});
});

test.each([
	new OrderSyncShipStationApi(),
	new OrderSyncWooCommerceApi(),
	new OrderSyncShopifyAccessTokenApi(),
	new OrderSyncShopifyClientCredentialsApi(),
])(
	'$displayName has its icons, keeps its secrets hidden, and can be tested',
	({ icon, properties, test: request }) => {
		for (const file of [icon.light, icon.dark]) {
			const path = join(__dirname, '../../credentials', file.replace('file:', ''));
			expect(existsSync(path) && readFileSync(path, 'utf8')).toContain('<svg');
		}
		const secrets = properties.filter(({ name }) => /secret|token|apiKey/i.test(name));
		expect(secrets.length).toBeGreaterThan(0);
		for (const secret of secrets) expect(secret.typeOptions?.password).toBe(true);
		expect(request.request.url).toMatch(/orders|graphql|stores/);
	},
);

/** n8n shares what evaluates expressions between the polling triggers of a workflow, and takes it from a poll that another one outlasts. */
test.each([
	[new OrderSyncShipStationApi(), { apiKey: 'k', apiSecret: 's' }, { auth: { username: 'k', password: 's' } }],
	[new OrderSyncWooCommerceApi(), { consumerKey: 'ck', consumerSecret: 'cs' }, { auth: { username: 'ck', password: 'cs' } }],
	[new OrderSyncShopifyAccessTokenApi(), { accessToken: 't' }, { headers: { Accept: 'application/json', 'X-Shopify-Access-Token': 't' } }],
	[new OrderSyncShopifyClientCredentialsApi(), { accessToken: 't' }, { headers: { Accept: 'application/json', 'X-Shopify-Access-Token': 't' } }],
])('$displayName signs without an expression, so that several triggers of a workflow can poll at once', async ({ authenticate }, credentials, signed) => {
	const request: IHttpRequestOptions = { url: 'https://example.com', headers: { Accept: 'application/json' } };
	expect(await authenticate(credentials, request)).toEqual({ ...request, ...signed });
	expect(request.headers).toEqual({ Accept: 'application/json' });
});
