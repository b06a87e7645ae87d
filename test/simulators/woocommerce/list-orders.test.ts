import { standingClock } from '../shops/shop-clock';
import { ONE_MUG, TWO_SHIRTS_AND_A_MUG } from './example-orders';
import { afterPage, startWooCommerce, type WooCommerceOptions, type WooCommerceSimulator } from './index';
import type { WireOrder, WireRefund } from './wire-order';

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
const ids = async (query: Record<string, string | number>): Promise<number[]> =>
	(await orders(query)).map(({ id }) => id);

function addEverySecond(count: number): number[] {
	return Array.from({ length: count }, (_, index) => {
		shop.clock.set(NOON + index * 1000);
		return shop.store.addOrder(ONE_MUG).id;
	});
}

describe('time bounds', () => {
	test('modified_after is strict at one second: an order of that very second is not found', async () => {
		await start();
		const [first, second, third] = addEverySecond(3);
		const query = { dates_are_gmt: 'true', orderby: 'modified', order: 'asc' };
		expect(await ids({ ...query, modified_after: '2026-03-10T19:00:00Z' })).toEqual([second, third]);
		expect(await ids({ ...query, modified_after: '2026-03-10T18:59:59' })).toEqual([first, second, third]);
		expect(await ids({ ...query, modified_after: '2026-03-10T19:00:00.900Z' })).toEqual([second, third]);
		expect(await ids({ ...query, modified_before: '2026-03-10T19:00:02Z' })).toEqual([first, second]);
		expect(await ids({ ...query, after: '2026-03-10T19:00:00Z', before: '2026-03-10T19:00:02Z' })).toEqual([second]);
	});

	test('a date without a zone is the site’s own unless dates_are_gmt', async () => {
		await start({ site: { timeZone: 'America/New_York' } });
		const [only] = addEverySecond(1);
		expect(await ids({ modified_after: '2026-03-10T18:00:00' })).toEqual([]);
		expect(await ids({ modified_after: '2026-03-10T18:00:00', dates_are_gmt: 'true' })).toEqual([only]);
		expect(await ids({ modified_after: '2026-03-10T14:59:59' })).toEqual([only]);
		expect(await ids({ modified_after: '2026-03-10T18:00:00Z' })).toEqual([only]);
		expect(await ids({ modified_after: '2026-03-10T20:30:00+02:00' })).toEqual([only]);
		expect((await orders())[0]).toMatchObject({
			date_created: '2026-03-10T15:00:00',
			date_created_gmt: '2026-03-10T19:00:00',
		});
	});

	test('an edit, a payment and a refund move the change date; deleting a refund does not', async () => {
		await start();
		const { id } = shop.store.addOrder(TWO_SHIRTS_AND_A_MUG);
		const changed = async (): Promise<string> =>
			((await get(`/wc/v3/orders/${id}`)).body as WireOrder).date_modified_gmt;
		const after = async (work: () => void): Promise<string> => {
			shop.clock.advance(60_000);
			work();
			return await changed();
		};
		expect(await changed()).toBe('2026-03-10T19:00:00');
		expect(await after(() => shop.store.pay(id))).toBe('2026-03-10T19:01:00');
		expect(await after(() => shop.store.updateOrder(id, { customerNote: 'ring twice' }))).toBe('2026-03-10T19:02:00');
		expect(await after(() => shop.store.addRefund(id, { amount: '1.00' }))).toBe('2026-03-10T19:03:00');
		expect(await after(() => shop.store.deleteRefund(id, shop.store.find(id)?.refunds[0]?.id ?? 0))).toBe(
			'2026-03-10T19:03:00',
		);
	});
});

describe('pages', () => {
	test('newest first by default; totals in headers; past the end an empty list', async () => {
		await start();
		const added = addEverySecond(5);
		const first = await get('/wc/v3/orders', { per_page: 2, dates_are_gmt: 'true' });
		expect((first.body as WireOrder[]).map(({ id }) => id)).toEqual(added.slice(3).reverse());
		expect(first.headers.get('x-wp-total')).toBe('5');
		expect(first.headers.get('x-wp-totalpages')).toBe('3');
		expect(first.headers.get('link')).toBe(
			`<${shop.url}/wp-json/wc/v3/orders?per_page=2&dates_are_gmt=1&page=2>; rel="next"`,
		);
		const beyond = await get('/wc/v3/orders', { per_page: 2, page: 9 });
		expect(beyond).toMatchObject({ status: 200, body: [] });
	});

	test('a link can be followed to the end, statuses included', async () => {
		await start();
		const added = addEverySecond(5);
		const seen: number[] = [];
		let url: string | undefined =
			`${shop.url}/wp-json/wc/v3/orders?per_page=2&status=pending,processing&orderby=id&order=asc`;
		while (url !== undefined) {
			const answer: Response = await fetch(url, { headers: { authorization: basic() } });
			seen.push(...((await answer.json()) as WireOrder[]).map(({ id }) => id));
			url = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
		}
		expect(seen).toEqual(added);
		expect(shop.counters.orders).toBe(3);
	});

	test('an order edited between two pages slips past a reader who pages by change date', async () => {
		await start();
		const [first = 0, second, third, fourth] = addEverySecond(4);
		const edit = (): void => {
			shop.clock.advance(1000);
			shop.store.updateOrder(first, { customerNote: 'changed' });
		};
		shop.faults.add(afterPage(1, edit));
		const query = { orderby: 'modified', order: 'asc', per_page: 2 };
		expect(await ids({ ...query, page: 1 })).toEqual([first, second]);
		expect(await ids({ ...query, page: 2 })).toEqual([fourth, first]);
		expect(await ids({ ...query, page: 3 })).toEqual([]);
		expect(await ids({ ...query, page: 1 })).toEqual([second, third]);
	});
});

describe('refusals', () => {
	test.each([
		['per_page', 101, 'per_page must be between 1 (inclusive) and 100 (inclusive)'],
		['per_page', 'many', 'per_page is not of type integer.'],
		['page', 0, 'page must be greater than or equal to 1'],
		['order', 'ascending', 'order is not one of asc, desc.'],
		['orderby', 'date_modified', 'orderby is not one of date, id, include, title, slug, modified.'],
		['modified_after', 'yesterday', 'Invalid date.'],
		['modified_after', '2026-03-10', 'Invalid date.'],
	])('%s=%s is a 400 rest_invalid_param', async (name, value, message) => {
		await start();
		expect(await get('/wc/v3/orders', { [name]: value })).toMatchObject({
			status: 400,
			body: {
				code: 'rest_invalid_param',
				message: `Invalid parameter(s): ${name}`,
				data: { status: 400, params: { [name]: message } },
			},
		});
	});

	test('an unknown status, order and route', async () => {
		await start();
		expect(await get('/wc/v3/orders', { status: 'paid' })).toMatchObject({
			status: 400,
			body: { code: 'rest_invalid_param' },
		});
		expect(await get('/wc/v3/orders/999')).toMatchObject({
			status: 404,
			body: { code: 'woocommerce_rest_shop_order_invalid_id' },
		});
		expect(await get('/wc/v3/baskets')).toMatchObject({ status: 404, body: { code: 'rest_no_route' } });
	});
});

describe('statuses', () => {
	test('any leaves the trash out, a list picks, a forced delete leaves nothing', async () => {
		await start();
		const [pending = 0, paid = 0, cancelled = 0, trashed = 0, gone = 0] = addEverySecond(5);
		shop.store.pay(paid);
		shop.store.cancel(cancelled);
		shop.store.trash(trashed);
		shop.store.deleteForGood(gone);
		const sorted = { orderby: 'id', order: 'asc' };
		expect(await ids({ ...sorted, status: 'any' })).toEqual([pending, paid, cancelled]);
		expect(await ids({ ...sorted, status: 'processing,cancelled' })).toEqual([paid, cancelled]);
		expect(await ids({ ...sorted, status: 'trash' })).toEqual([trashed]);
		expect((await get(`/wc/v3/orders/${gone}`)).status).toBe(404);
	});

	test('refunds in parts end at the total to the cent, and only the last makes the order refunded', async () => {
		await start();
		const order = shop.store.addOrder(TWO_SHIRTS_AND_A_MUG);
		shop.store.pay(order.id);
		const [shirts, mug] = order.amounts.line_items.map(({ id }) => id);
		shop.store.addRefund(order.id, { lines: [{ lineId: shirts ?? 0, quantity: 1 }] });
		expect(await get(`/wc/v3/orders/${order.id}`)).toMatchObject({ body: { status: 'processing', total: '60.74' } });
		shop.store.addRefund(order.id, {
			lines: [
				{ lineId: shirts ?? 0, quantity: 1 },
				{ lineId: mug ?? 0, quantity: 1 },
			],
			shipping: true,
		});
		expect(await get(`/wc/v3/orders/${order.id}`)).toMatchObject({ body: { status: 'refunded', total: '60.74' } });
		const refunds = (await get(`/wc/v3/orders/${order.id}/refunds`)).body as WireRefund[];
		expect(refunds.map(({ amount }) => amount)).toEqual(['38.85', '21.89']);
		expect(() => shop.store.addRefund(order.id, { amount: '0.01' })).toThrow('0.00 is left');
		expect(shop.orders()).toMatchObject([
			{ total: '60.74', refunded: '60.74', paid: true, addsUp: true, status: 'refunded' },
		]);
	});
});
