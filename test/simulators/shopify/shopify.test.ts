import { standingClock } from '../shops/shop-clock';
import { GIFT_CARD, LAMP, LAMPS_AND_RUG, ONE_LAMP } from './example-orders';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from './index';

const NOON = Date.parse('2026-03-10T16:00:00Z');
let shop: ShopifySimulator;

const start = async (options: ShopifyOptions = {}): Promise<void> => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

interface Answer {
	errors?: Array<{ message: string; extensions?: { code?: string; cost?: number } }>;
	data?: unknown;
	extensions?: {
		cost?: { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number } };
		search?: Array<{ warnings: Array<{ code: string }> }>;
	};
}

async function post(query: string, variables: object = {}, token = shop.accessToken, version = '2026-10') {
	const answer = await fetch(`${shop.url}/admin/api/${version}/graphql.json`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
		body: JSON.stringify({ query, variables }),
	});
	return { status: answer.status, body: (await answer.json()) as Answer };
}

const LIST = `query($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys = UPDATED_AT) {
	orders(first: $first, after: $after, query: $query, sortKey: $sortKey) { pageInfo { hasNextPage endCursor } nodes { legacyResourceId name } }
}`;

interface OrderPage {
	pageInfo: { hasNextPage: boolean; endCursor: string };
	nodes: Array<{ legacyResourceId: string; name: string }>;
}

async function page(variables: object): Promise<OrderPage> {
	const { body } = await post(LIST, { first: 10, ...variables });
	if (body.errors !== undefined) throw new Error(body.errors[0]?.message);
	return (body.data as { orders: OrderPage }).orders;
}

const names = async (query: string, more: object = {}): Promise<string[]> => (await page({ query, ...more })).nodes.map(({ name }) => name);

function addEveryHour(count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		shop.clock.set(NOON + index * 3_600_000);
		return shop.store.addOrder(ONE_LAMP).id;
	});
}

describe('tokens', () => {
	const fetchToken = async (body: string, type: string) => {
		const answer = await fetch(`${shop.url}/admin/oauth/access_token`, { method: 'POST', headers: { 'content-type': type }, body });
		return { status: answer.status, body: (await answer.json()) as { access_token: string; expires_in: number; scope: string; error?: string } };
	};
	const grant = () => ({ grant_type: 'client_credentials', client_id: shop.app.clientId, client_secret: shop.app.clientSecret });
	const shopName = async (token: string) => (await post('{ shop { name } }', {}, token)).status;

	test('no or a wrong token is a 401', async () => {
		await start();
		expect(await post('{ shop { name } }', {}, '')).toMatchObject({ status: 401, body: { errors: expect.stringContaining('Invalid API key') } });
		expect(await shopName('shpat_wrong')).toBe(401);
		expect(await shopName(shop.accessToken)).toBe(200);
	});

	test.each([
		['a form', 'application/x-www-form-urlencoded', (fields: Record<string, string>) => new URLSearchParams(fields).toString()],
		['JSON', 'application/json', (fields: Record<string, string>) => JSON.stringify(fields)],
	])('client credentials in %s give a token for 24 hours', async (_name, type, encode) => {
		await start();
		const { status, body } = await fetchToken(encode(grant()), type);
		expect({ status, ...body }).toMatchObject({ status: 200, expires_in: 86_399, scope: 'read_orders' });
		expect(await shopName(body.access_token)).toBe(200);
		shop.clock.advance(86_400_000);
		expect(await shopName(body.access_token)).toBe(401);
		expect(await fetchToken(encode({ ...grant(), client_secret: 'wrong' }), type)).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
	});
});

describe('queries', () => {
	test('a field that the version does not have is refused, in a 200', async () => {
		await start();
		const { status, body } = await post('{ orders(first: 1) { nodes { id totalAmount } } }');
		expect(status).toBe(200);
		expect(body.errors?.[0]?.message).toContain('Cannot query field "totalAmount" on type "Order"');
		expect(body.data).toBeUndefined();
	});

	test.each(['2026-07', '2026-10'])('version %s is served', async (version) => {
		await start();
		expect(await post('{ shop { name myshopifyDomain ianaTimezone currencyCode } }', {}, shop.accessToken, version)).toMatchObject({
			status: 200,
			body: { data: { shop: { name: 'Example Home & Garden', ianaTimezone: 'America/New_York', currencyCode: 'USD' } } },
		});
	});

	test('a version that is not served is a 404, a body without a query a 400', async () => {
		await start();
		expect((await post('{ shop { name } }', {}, shop.accessToken, '2024-07')).status).toBe(404);
		const answer = await fetch(`${shop.url}/admin/api/2026-10/graphql.json`, { method: 'POST', headers: { 'x-shopify-access-token': shop.accessToken }, body: '{}' });
		expect(answer.status).toBe(400);
	});

	test('variables that do not fit are refused before anything runs', async () => {
		await start();
		expect((await post(LIST, { first: 'many' })).body).toMatchObject({ errors: [{ message: expect.stringContaining('$first') }] });
		expect((await post(LIST, { first: 251 })).body.errors?.[0]?.message).toContain('250');
	});

	test('without the scope the field is denied', async () => {
		await start({ scopes: ['read_products'] });
		expect((await post('{ orders(first: 1) { nodes { id } } }')).body).toMatchObject({ errors: [{ extensions: { code: 'ACCESS_DENIED' } }] });
	});
});

describe('search', () => {
	test('finds by time of change, both ends as asked', async () => {
		await start();
		addEveryHour(4);
		expect(await names("updated_at:>='2026-03-10T17:00:00Z'")).toEqual(['#1002', '#1003', '#1004']);
		expect(await names("updated_at:>'2026-03-10T17:00:00Z' AND updated_at:<\"2026-03-10T19:00:00Z\"")).toEqual(['#1003']);
		expect(await names("updated_at:>='2026-03-10T13:00:00-04:00' updated_at:<='2026-03-10T18:00:00Z'")).toEqual(['#1002', '#1003']);
		expect(await names('created_at:2026-03-10')).toHaveLength(4);
		expect(await names("processed_at:<'2026-03-10T17:00:00Z'")).toEqual(['#1001']);
	});

	test('finds by status, money and test, with OR, NOT and parentheses', async () => {
		await start();
		const [open = '', paid = '', cancelled = '', refunded = ''] = addEveryHour(4);
		shop.store.pay(paid);
		shop.store.cancel(cancelled);
		shop.store.pay(refunded);
		shop.store.refund(refunded, { lines: [{ lineId: shop.store.find(refunded)?.amounts.lines[0]?.id ?? '', quantity: 1 }] });
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
		const warned = await post(LIST, { first: 10, query: 'updated_at:>=2026-03-10T17:00:00Z' });
		expect(warned.body.extensions?.search?.[0]?.warnings).toMatchObject([{ code: 'invalid_value' }]);
		expect(await names('updated_at:>=2026-03-10T17:00:00Z')).toHaveLength(2);
		expect((await post(LIST, { first: 10, query: 'modified:>2026' })).body.extensions?.search?.[0]?.warnings).toMatchObject([{ code: 'invalid_field' }]);
	});

	test('a cursor is a place in the sort: an order changed between two pages is met again, none is lost', async () => {
		await start();
		const [first = ''] = addEveryHour(4);
		const one = await page({ first: 2 });
		shop.clock.advance(1000);
		shop.store.updateOrder(first, { note: 'changed' });
		const two = await page({ first: 2, after: one.pageInfo.endCursor });
		const three = await page({ first: 2, after: two.pageInfo.endCursor });
		expect([one, two, three].flatMap(({ nodes }) => nodes.map(({ name }) => name))).toEqual(['#1001', '#1002', '#1003', '#1004', '#1001']);
		expect(three.pageInfo.hasNextPage).toBe(false);
		await expect(page({ after: 'nonsense' })).rejects.toThrow('Invalid cursor');
	});

	test('with a delay an order is found late, but read by id at once', async () => {
		await start({ searchDelay: 5000 });
		const { id } = shop.store.addOrder(ONE_LAMP);
		expect(await names('')).toEqual([]);
		const byId = 'query($id: ID!) { order(id: $id) { name } }';
		expect(await post(byId, { id: `gid://shopify/Order/${id}` })).toMatchObject({ body: { data: { order: { name: '#1001' } } } });
		shop.clock.advance(5000);
		shop.store.pay(id);
		expect(await names('financial_status:pending')).toEqual(['#1001']);
		shop.clock.advance(5000);
		expect(await names('financial_status:pending')).toEqual([]);
		expect(await names('financial_status:paid')).toEqual(['#1001']);
	});

	test('read_orders ends after 60 days, read_all_orders does not', async () => {
		for (const [scopes, found] of [[['read_orders'], 0], [['read_orders', 'read_all_orders'], 1]] as const) {
			await start({ scopes });
			const { id } = shop.store.addOrder(ONE_LAMP);
			shop.clock.advance(61 * 86_400_000);
			expect(await names('')).toHaveLength(found);
			const { body } = await post(`{ order(id: "gid://shopify/Order/${id}") { id } }`);
			expect((body.data as { order: unknown }).order === null).toBe(found === 0);
			if (found === 0) await shop.close();
		}
	});
});

describe('cost', () => {
	test('is told with every answer and refills with time', async () => {
		await start();
		addEveryHour(3);
		const { body } = await post(LIST, { first: 50 });
		expect(body.extensions?.cost).toEqual({
			requestedQueryCost: 52,
			actualQueryCost: 5,
			throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1995, restoreRate: 100 },
		});
		shop.clock.advance(1000);
		expect((await post('{ shop { name } }')).body.extensions?.cost?.throttleStatus.currentlyAvailable).toBe(1999);
	});

	test('an empty bucket answers THROTTLED in a 200 until it has refilled', async () => {
		await start();
		shop.limit.drain();
		const { status, body } = await post(LIST, { first: 250 });
		expect(status).toBe(200);
		expect(body).toMatchObject({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost: { requestedQueryCost: 252, actualQueryCost: null } } });
		expect(body.data).toBeUndefined();
		expect(shop.counters).toMatchObject({ graphql: 1, throttled: 1 });
		shop.clock.advance(2520);
		expect((await post(LIST, { first: 250 })).body.errors).toBeUndefined();
	});

	test('a query over 1,000 points is refused however full the bucket is; the lenient rule lets it pass', async () => {
		const dear = '{ orders(first: 100) { nodes { id lineItems(first: 20) { nodes { id } } } } }';
		await start();
		expect(await post(dear)).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: 'MAX_COST_EXCEEDED', cost: 2302, maxCost: 1000 } }] } });
		await shop.close();
		await start({ costMode: 'lenient' });
		expect((await post(dear)).body).toMatchObject({ data: { orders: { nodes: [] } } });
	});
});

describe('money', () => {
	const READ = `query($id: ID!) { order(id: $id) {
		legacyResourceId displayFinancialStatus cancelledAt
		subtotalPriceSet { ...M } totalTaxSet { ...M } totalPriceSet { ...M } currentTotalPriceSet { ...M } totalRefundedSet { ...M } netPaymentSet { ...M } totalOutstandingSet { ...M }
		lineItems(first: 5) { nodes { isGiftCard currentQuantity discountAllocations { allocatedAmountSet { ...M } } taxLines { priceSet { ...M } } } }
		transactions(first: 5) { kind gateway amountSet { ...M } fees { amount { amount } } }
		refunds(first: 5) { totalRefundedSet { ...M } refundLineItems(first: 5) { nodes { quantity subtotalSet { ...M } totalTaxSet { ...M } } } orderAdjustments(first: 5) { nodes { reason amountSet { ...M } } } }
	} }
	fragment M on MoneyBag { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }`;
	const read = async (id: string) => (await post(READ, { id: `gid://shopify/Order/${id}` })).body;
	const usd = (amount: string) => ({ shopMoney: { amount, currencyCode: 'USD' }, presentmentMoney: { amount, currencyCode: 'USD' } });

	test('discounts are spread by line and tax is rounded by line and rate; ids outgrow 2^53', async () => {
		await start();
		const order = shop.store.addOrder(LAMPS_AND_RUG);
		const body = await read(order.id);
		expect(BigInt(order.id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
		expect(String(Number(order.id))).not.toBe(order.id);
		expect(body).toMatchObject({
			data: {
				order: {
					legacyResourceId: order.id,
					displayFinancialStatus: 'PENDING',
					subtotalPriceSet: usd('179.99'),
					totalTaxSet: usd('16.65'),
					totalPriceSet: usd('204.14'),
					lineItems: {
						nodes: [
							{ discountAllocations: [{ allocatedAmountSet: usd('8.0') }], taxLines: [{ priceSet: usd('2.88') }, { priceSet: usd('3.24') }, { priceSet: usd('0.27') }] },
							{ discountAllocations: [{ allocatedAmountSet: usd('12.0') }], taxLines: [{ priceSet: usd('4.32') }, { priceSet: usd('4.86') }, { priceSet: usd('0.41') }] },
						],
					},
				},
			},
		});
	});

	test('a gift card pays as a tender and is sold without tax', async () => {
		await start();
		const order = shop.store.addOrder({ ...ONE_LAMP, lines: [{ product: LAMP, quantity: 1 }, { product: GIFT_CARD, quantity: 1 }] });
		shop.store.pay(order.id, 'gift_card', '20.00');
		expect((await read(order.id)).data).toMatchObject({ order: { displayFinancialStatus: 'PARTIALLY_PAID', totalPriceSet: usd('93.54') } });
		shop.store.pay(order.id);
		expect((await read(order.id)).data).toMatchObject({
			order: {
				displayFinancialStatus: 'PAID',
				totalOutstandingSet: usd('0.0'),
				lineItems: { nodes: [{ isGiftCard: false }, { isGiftCard: true, taxLines: [] }] },
				transactions: [{ kind: 'SALE', gateway: 'gift_card', amountSet: usd('20.0'), fees: [] }, { gateway: 'shopify_payments', amountSet: usd('73.54'), fees: [{ amount: { amount: '2.43' } }] }],
			},
		});
		expect(shop.orders()).toMatchObject([{ total: '93.54', paid: true, tenders: [{ kind: 'giftCard', amount: '20.00' }, { kind: 'money', amount: '73.54' }] }]);
	});

	test('an authorization is not a payment; capturing it is', async () => {
		await start();
		const { id } = shop.store.addOrder(ONE_LAMP);
		shop.store.authorize(id);
		expect(shop.orders()).toMatchObject([{ status: 'AUTHORIZED', paid: false, tenders: [] }]);
		shop.store.capture(id);
		expect(shop.orders()).toMatchObject([{ status: 'PAID', paid: true, tenders: [{ amount: '43.54' }] }]);
	});

	test('refunds never change the total, and in parts end at it to the cent', async () => {
		await start();
		const order = shop.store.addOrder(LAMPS_AND_RUG);
		shop.store.pay(order.id);
		const [lamps, rug] = order.amounts.lines.map(({ id }) => id);
		shop.store.refund(order.id, { lines: [{ lineId: lamps ?? '', quantity: 1 }] });
		expect((await read(order.id)).data).toMatchObject({
			order: { displayFinancialStatus: 'PARTIALLY_REFUNDED', totalPriceSet: usd('204.14'), currentTotalPriceSet: usd('164.95'), totalOutstandingSet: usd('0.0') },
		});
		shop.store.refund(order.id, { lines: [{ lineId: lamps ?? '', quantity: 1 }, { lineId: rug ?? '', quantity: 1 }], shipping: true });
		expect((await read(order.id)).data).toMatchObject({
			order: { displayFinancialStatus: 'REFUNDED', totalPriceSet: usd('204.14'), currentTotalPriceSet: usd('0.0'), totalRefundedSet: usd('204.14'), netPaymentSet: usd('0.0') },
		});
		expect(() => shop.store.refund(order.id, { discrepancy: '0.01' })).toThrow('never received');
	});

	test('an amount-only refund is a discrepancy without lines', async () => {
		await start();
		const { id } = shop.store.addOrder(ONE_LAMP);
		shop.store.pay(id);
		shop.store.refund(id, { discrepancy: '5.00', note: 'goodwill' });
		expect((await read(id)).data).toMatchObject({
			order: {
				currentTotalPriceSet: usd('43.54'),
				totalOutstandingSet: usd('0.0'),
				refunds: [{ totalRefundedSet: usd('5.0'), refundLineItems: { nodes: [] }, orderAdjustments: { nodes: [{ reason: 'REFUND_DISCREPANCY', amountSet: usd('-5.0') }] } }],
			},
		});
	});

	test('a cancelled order keeps its total; another currency is shown beside the shop’s', async () => {
		await start();
		const { id } = shop.store.addOrder({ ...ONE_LAMP, presentment: { currency: 'EUR', rate: '0.9' } });
		shop.store.cancel(id);
		expect((await read(id)).data).toMatchObject({
			order: {
				cancelledAt: '2026-03-10T16:00:00Z',
				totalPriceSet: { shopMoney: { amount: '43.54', currencyCode: 'USD' }, presentmentMoney: { amount: '39.19', currencyCode: 'EUR' } },
			},
		});
	});
});
