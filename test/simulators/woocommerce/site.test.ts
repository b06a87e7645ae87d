import { standingClock } from '../shops/shop-clock';
import { ONE_MUG } from './example-orders';
import {
	badGateway,
	brokenPage,
	connectionReset,
	cutJson,
	htmlInsteadOfJson,
	internalError,
	noAnswer,
	startWooCommerce,
	tooManyRequests,
	type WooCommerceOptions,
	type WooCommerceSimulator,
} from './index';
import type { WireOrder } from './wire-order';

const NOON = Date.parse('2026-03-10T19:00:00Z');
let shop: WooCommerceSimulator;

const start = async (options: WooCommerceOptions = {}): Promise<void> => {
	shop = await startWooCommerce({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

const basic = (key = shop.keys.consumerKey, secret = shop.keys.consumerSecret): string =>
	`Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;

async function get(path: string, query: Record<string, string | number> = {}, authorization = basic()) {
	const search = new URLSearchParams(
		Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
	);
	const answer = await fetch(`${shop.url}/wp-json${path}?${search.toString()}`, {
		headers: { authorization },
		signal: AbortSignal.timeout(2000),
	});
	return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown };
}

const orders = async (query: Record<string, string | number> = {}): Promise<WireOrder[]> =>
	(await get('/wc/v3/orders', query)).body as WireOrder[];

function addEverySecond(count: number): number[] {
	return Array.from({ length: count }, (_, index) => {
		shop.clock.set(NOON + index * 1000);
		return shop.store.addOrder(ONE_MUG).id;
	});
}

describe('keys', () => {
	test('a stranger, a wrong key and a wrong secret get a 401 that says which', async () => {
		await start();
		expect(await get('/wc/v3/orders', {}, '')).toMatchObject({
			status: 401,
			body: { code: 'woocommerce_rest_cannot_view', data: { status: 401 } },
		});
		expect(await get('/wc/v3/orders', {}, basic('ck_wrong'))).toMatchObject({
			status: 401,
			body: { message: 'Consumer key is invalid.' },
		});
		expect(await get('/wc/v3/orders', {}, basic(undefined, 'cs_wrong'))).toMatchObject({
			status: 401,
			body: { message: 'Consumer secret is invalid.' },
		});
		// What a client sends that fills in a user name nobody gave.
		expect(await get('/wc/v3/orders', {}, basic(''))).toMatchObject({ status: 401 });
	});

	test('plain http refuses good keys; behind https they are good in the header and in the query', async () => {
		await start({ behindHttps: false });
		expect(await get('/wc/v3/orders')).toMatchObject({ status: 401, body: { code: 'woocommerce_rest_cannot_view' } });
		await shop.close();
		await start();
		expect((await get('/wc/v3/orders')).status).toBe(200);
		expect(
			(
				await get(
					'/wc/v3/orders',
					{ consumer_key: shop.keys.consumerKey, consumer_secret: shop.keys.consumerSecret },
					'',
				)
			).status,
		).toBe(200);
	});
});

describe('the site', () => {
	test('tells its zone and currency', async () => {
		await start({ site: { timeZone: 'America/New_York', currency: 'CAD', name: 'Maple & Pine' } });
		const index = await (await fetch(`${shop.url}/wp-json/`)).json();
		expect(index).toMatchObject({
			name: 'Maple & Pine',
			url: shop.url,
			timezone_string: 'America/New_York',
			gmt_offset: -4,
		});
		expect(await get('/wc/v3/settings/general/woocommerce_currency')).toMatchObject({ body: { value: 'CAD' } });
		expect((await get('/wc/v3/settings/general')).body).toContainEqual(
			expect.objectContaining({ id: 'woocommerce_currency', value: 'CAD' }),
		);
		expect(await get('/wc/v3/system_status')).toMatchObject({
			body: { settings: { currency: 'CAD' }, environment: { default_timezone: 'UTC' } },
		});
	});

	test('of an old installation has an offset and no zone', async () => {
		await start({ site: { timeZone: 5.5 } });
		addEverySecond(1);
		expect(await get('/')).toMatchObject({ body: { timezone_string: '', gmt_offset: '5.5' } });
		expect((await orders())[0]?.date_created).toBe('2026-03-11T00:30:00');
	});

	test('with a currency without decimals rounds the total only', async () => {
		await start({ site: { currency: 'JPY', priceDecimals: 0 } });
		shop.store.addOrder(ONE_MUG);
		expect((await orders())[0]).toMatchObject({ total: '11.00', total_tax: '0.96', currency: 'JPY' });
	});
});

describe('unusual answers, once, then the store is itself again', () => {
	test.each([
		['html', htmlInsteadOfJson(), 200, '<!DOCTYPE html>'],
		['cut JSON', cutJson(), 200, '[{"id":'],
		['429', tooManyRequests(7), 429, 'Too Many Requests'],
		['500', internalError(), 500, 'internal_server_error'],
		['502', badGateway(), 502, '502 Bad Gateway'],
	])('%s', async (_name, fault, status, text) => {
		await start();
		addEverySecond(1);
		shop.faults.add(fault);
		const answer = await fetch(`${shop.url}/wp-json/wc/v3/orders`, { headers: { authorization: basic() } });
		const body = await answer.text();
		expect(answer.status).toBe(status);
		expect(body).toContain(text);
		expect(await orders()).toHaveLength(1);
	});

	test('a page cut on the wire, a reset and silence', async () => {
		await start();
		addEverySecond(1);
		for (const fault of [brokenPage(), connectionReset(), noAnswer()]) {
			shop.faults.add(fault);
			await expect(get('/wc/v3/orders')).rejects.toThrow();
		}
		expect(await orders()).toHaveLength(1);
	});
});
