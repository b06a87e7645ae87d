import type { Channel } from '../../nodes/channels/channel';
import { shipstation } from '../../nodes/channels/shipstation/shipstation';
import { shopify } from '../../nodes/channels/shopify/shopify';
import { woocommerce } from '../../nodes/channels/woocommerce/woocommerce';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { loopbackSession } from '../channels/loopback-session';
import { readAll } from '../channels/read-all';
import { PollingShop } from '../ChannelTrigger/polling-shop';
import { startLoopback, type Loopback, type LoopbackAnswer, type LoopbackRequest } from '../simulators/loopback';
import type { LoopbackFaults } from '../simulators/loopback-faults';
import { startShipStation, WOO_STORE } from '../simulators/shipstation';
import { startShopify } from '../simulators/shopify';
import { ONE_LAMP } from '../simulators/shopify/example-orders';
import { startWooCommerce } from '../simulators/woocommerce';
import { TWO_SHIRTS_AND_A_MUG } from '../simulators/woocommerce/example-orders';
import { CALLS } from './service-calls';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

/** A host that is none of the services'. It keeps whatever reaches it. */
let foreign: Loopback;
let reached: LoopbackRequest[];

beforeEach(async () => {
	pollingMemory.forget();
	reached = [];
	foreign = await startLoopback(() => ({ status: 200, body: {} }), { onRequest: (request) => reached.push(request) });
});
afterEach(async () => await foreign.close());

describe.each([301, 303, 307])('a service that answers with a redirect of status %i to another host', (status) => {
	test.each(Object.entries(CALLS))('%s: nothing goes there, and a person is told', async (_, call) => {
		let asked = 0;
		const home = await startLoopback(({ path }) => ({ status, headers: { location: `${foreign.url}${path}?take=all` }, body: '' }), { onRequest: () => (asked += 1) });
		try {
			const said = await call(home.url);
			expect(asked).toBeGreaterThan(0);
			expect(reached).toEqual([]);
			expect(said).toMatch(/refers requests|referred to another address/);
			expect(said).not.toContain('take=all');
		} finally {
			await home.close();
		}
	});
});

test('a shop that moves a path about within its own address is read there', async () => {
	const shop = await startWooCommerce();
	try {
		const sent = shop.store.addOrder(TWO_SHIRTS_AND_A_MUG);
		shop.store.pay(sent.id);
		// As hosts do that want a slash at the end of every path.
		shop.faults.add({
			matches: ({ path }) => path.endsWith('/orders'),
			times: Infinity,
			effect: (answer, { path, query }) => (query.has('slashed') ? answer : { status: 301, headers: { location: `${path}?${new URLSearchParams([...query, ['slashed', '1']]).toString()}` }, body: '' }),
			when: 'after',
		});
		const polling = PollingShop.ofWooCommerce(shop, { options: { startDate: '2020-01-01T00:00:00Z' } });
		expect(await polling.pollIds()).toEqual([String(sent.id)]);
	} finally {
		await shop.close();
	}
});

test('a shop that sends in circles is given up', async () => {
	const home = await startLoopback(({ path }) => ({ status: 302, headers: { location: path }, body: '' }));
	try {
		expect(await CALLS['WooCommerce, to be read']!(home.url)).toContain('refers requests');
		expect(home.log.length).toBeLessThan(20);
	} finally {
		await home.close();
	}
});

const basic = (user: string, password: string) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
const FIVE = [1, 2, 3, 4, 5];

interface Pages {
	channel: Channel;
	shop: { url: string; accountId: string; clock: { now(): number; advance(milliseconds: number): void }; faults: LoopbackFaults; close(): Promise<void> };
	headers: Record<string, string>;
	options?: Record<string, string>;
}

/** A shop of five orders, which are read two a page. */
const SHOPS: Record<string, () => Promise<Pages>> = {
	WooCommerce: async () => {
		const shop = await startWooCommerce();
		FIVE.forEach(() => shop.store.addOrder(TWO_SHIRTS_AND_A_MUG));
		return { channel: woocommerce, shop, headers: basic(shop.keys.consumerKey, shop.keys.consumerSecret) };
	},
	Shopify: async () => {
		const shop = await startShopify();
		FIVE.forEach(() => shop.store.addOrder(ONE_LAMP));
		return { channel: shopify, shop, headers: { 'x-shopify-access-token': shop.accessToken } };
	},
	ShipStation: async () => {
		const account = await startShipStation({ requestsPerMinute: 1_000 });
		const items = [{ sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: 9 }];
		for (const number of FIVE) account.people.importOrder({ orderNumber: String(number), orderDate: account.account.now(), storeId: WOO_STORE, items });
		const shop = { ...account, accountId: 'ssapi.shipstation.com', clock: account.clock, faults: account.faults, url: account.url, close: () => account.close() };
		return { channel: shipstation, shop, headers: basic(account.key.apiKey, account.key.apiSecret), options: { currency: 'USD', timeZone: 'America/New_York' } };
	},
};

/** An answer whose every word on where to go on names the foreign host. */
const leadingAstray = ({ body, ...answer }: LoopbackAnswer): LoopbackAnswer => {
	const next = `${foreign.url}/next`;
	const more = { next, nextPage: next, next_page: next, nextLink: next, links: { next }, _links: { next: [{ href: next }] }, resource_url: next };
	const whole = typeof body === 'string' ? (JSON.parse(body) as unknown) : body;
	const headers = { ...answer.headers, link: `<${next}>; rel="next"`, 'content-location': next, refresh: `0; url=${next}` };
	return { ...answer, headers, body: Array.isArray(whole) ? whole.map((row: object) => ({ ...row, ...more })) : { ...(whole as object), ...more } };
};

test.each(Object.entries(SHOPS))('%s: where a page says that the next one is elsewhere, the shop itself is asked for it', async (_, open) => {
	const { channel, shop, headers, options } = await open();
	try {
		shop.faults.add({ times: Infinity, effect: leadingAstray });
		const orders = await readAll(channel, loopbackSession(shop, headers, options), { by: 'placed', from: '2020-01-01T00:00:00Z', pageSize: 2 });
		expect(new Set(orders.map(({ id }) => id)).size).toBe(FIVE.length);
		expect(reached).toEqual([]);
	} finally {
		await shop.close();
	}
});
