import { standingClock } from '../shops/shop-clock';
import { LIST, page, post } from './ask-shop';
import { ONE_LAMP } from './example-orders';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from './index';

const NOON = Date.parse('2026-03-10T16:00:00Z');
let shop: ShopifySimulator;

const start = async (options: ShopifyOptions = {}): Promise<void> => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

const names = async (query: string, more: object = {}): Promise<string[]> =>
	(await page(shop, { query, ...more })).nodes.map(({ name }) => name);

function addEveryHour(count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		shop.clock.set(NOON + index * 3_600_000);
		return shop.store.addOrder(ONE_LAMP).id;
	});
}

describe('search', () => {
	test('finds by time of change, both ends as asked', async () => {
		await start();
		addEveryHour(4);
		expect(await names("updated_at:>='2026-03-10T17:00:00Z'")).toEqual(['#1002', '#1003', '#1004']);
		expect(await names('updated_at:>\'2026-03-10T17:00:00Z\' AND updated_at:<"2026-03-10T19:00:00Z"')).toEqual([
			'#1003',
		]);
		expect(await names("updated_at:>='2026-03-10T13:00:00-04:00' updated_at:<='2026-03-10T18:00:00Z'")).toEqual([
			'#1002',
			'#1003',
		]);
		expect(await names('created_at:2026-03-10')).toHaveLength(4);
		expect(await names("processed_at:<'2026-03-10T17:00:00Z'")).toEqual(['#1001']);
	});

	test('finds by status, money and test, with OR, NOT and parentheses', async () => {
		await start();
		const [open = '', paid = '', cancelled = '', refunded = ''] = addEveryHour(4);
		shop.store.pay(paid);
		shop.store.cancel(cancelled);
		shop.store.pay(refunded);
		shop.store.refund(refunded, {
			lines: [{ lineId: shop.store.find(refunded)?.amounts.lines[0]?.id ?? '', quantity: 1 }],
		});
		shop.store.addOrder({ ...ONE_LAMP, test: true });
		expect(open).not.toBe('');
		const sorted = { sortKey: 'ORDER_NUMBER' };
		expect(await names('financial_status:paid', sorted)).toEqual(['#1002']);
		expect(await names('financial_status:refunded OR status:cancelled', sorted)).toEqual(['#1003', '#1004']);
		expect(await names('status:open AND NOT (test:true OR financial_status:paid,refunded)', sorted)).toEqual(['#1001']);
		expect(await names('-status:cancelled test:false', sorted)).toEqual(['#1001', '#1002', '#1004']);
		expect(await names('', sorted)).toHaveLength(5);
	});

	test('a term that it does not understand restricts nothing, and only a warning tells', async () => {
		await start();
		addEveryHour(2);
		const warned = await post(shop, LIST, { first: 10, query: 'updated_at:>=2026-03-10T17:00:00Z' });
		expect(warned.body.extensions?.search?.[0]?.warnings).toMatchObject([{ code: 'invalid_value' }]);
		expect(await names('updated_at:>=2026-03-10T17:00:00Z')).toHaveLength(2);
		expect(
			(await post(shop, LIST, { first: 10, query: 'modified:>2026' })).body.extensions?.search?.[0]?.warnings,
		).toMatchObject([{ code: 'invalid_field' }]);
	});

	test('a cursor is a place in the sort: an order changed between two pages is met again, none is lost', async () => {
		await start();
		const [first = ''] = addEveryHour(4);
		const one = await page(shop, { first: 2 });
		shop.clock.advance(1000);
		shop.store.updateOrder(first, { note: 'changed' });
		const two = await page(shop, { first: 2, after: one.pageInfo.endCursor });
		const three = await page(shop, { first: 2, after: two.pageInfo.endCursor });
		expect([one, two, three].flatMap(({ nodes }) => nodes.map(({ name }) => name))).toEqual([
			'#1001',
			'#1002',
			'#1003',
			'#1004',
			'#1001',
		]);
		expect(three.pageInfo.hasNextPage).toBe(false);
		await expect(page(shop, { after: 'nonsense' })).rejects.toThrow('Invalid cursor');
	});

	test('with a delay an order is found late, but read by id at once', async () => {
		await start({ searchDelay: 5000 });
		const { id } = shop.store.addOrder(ONE_LAMP);
		expect(await names('')).toEqual([]);
		const byId = 'query($id: ID!) { order(id: $id) { name } }';
		expect(await post(shop, byId, { id: `gid://shopify/Order/${id}` })).toMatchObject({
			body: { data: { order: { name: '#1001' } } },
		});
		shop.clock.advance(5000);
		shop.store.pay(id);
		expect(await names('financial_status:pending')).toEqual(['#1001']);
		shop.clock.advance(5000);
		expect(await names('financial_status:pending')).toEqual([]);
		expect(await names('financial_status:paid')).toEqual(['#1001']);
	});

	test('read_orders ends after 60 days, read_all_orders does not', async () => {
		for (const [scopes, found] of [
			[['read_orders'], 0],
			[['read_orders', 'read_all_orders'], 1],
		] as const) {
			await start({ scopes });
			const { id } = shop.store.addOrder(ONE_LAMP);
			shop.clock.advance(61 * 86_400_000);
			expect(await names('')).toHaveLength(found);
			const { body } = await post(shop, `{ order(id: "gid://shopify/Order/${id}") { id } }`);
			expect((body.data as { order: unknown }).order === null).toBe(found === 0);
			if (found === 0) await shop.close();
		}
	});
});
