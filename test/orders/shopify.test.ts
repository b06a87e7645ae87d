import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { ReadingContext } from '../../nodes/channels/unreadable-order';
import { toOrder } from '../../nodes/channels/shopify/to-order';
import { isUnreadable, type Order, type UnreadableOrder } from '../../nodes/order/order';
import { readOrder } from '../../nodes/order/read-order';
import { MADE_UP } from './shopify/made-up-orders';

const REFERENCE = join(__dirname, '../../../shared/reference/channels/samples/shopify');

const context: ReadingContext = {
	channel: 'shopify',
	accountId: 'my-shop.myshopify.com',
	shopUrl: 'https://my-shop.myshopify.com',
	timeZone: 'America/New_York',
};

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const readable = (order: Order | UnreadableOrder | undefined): Order => {
	if (order === undefined || isUnreadable(order)) throw new Error(order?.reason ?? 'no order');
	return order;
};

describe.each(Object.entries(MADE_UP))('Shopify order: %s', (name, make) => {
	const order = readable(toOrder(make(), context));

	test('is mapped as it was reviewed', () => {
		expect(JSON.parse(JSON.stringify(order))).toEqual(json(join(__dirname, 'shopify/golden', `${name}.json`)));
	});

	test('adds up to the cent', () => {
		expect(order.reconciliation).toMatchObject({ balanced: true, residual: '0.00' });
	});

	test('is an order to the next node', () => {
		expect(readOrder(JSON.parse(JSON.stringify(order)))).toMatchObject({ ok: true });
	});
});

const made = (name: string) => {
	const make = MADE_UP[name];
	if (make === undefined) throw new Error(`no made-up order ${name}`);
	return make();
};

test('an order edit whose units Shopify has already taken off the total is booked the same', () => {
	const reading = made('edited');
	const total = { shopMoney: { amount: '44.00', currencyCode: 'USD' } };
	const order = readable(toOrder({ ...reading, order: { ...reading.order, totalPriceSet: total } }, context));
	expect(order.totals.total).toBe('44.00');
	expect(order.reconciliation?.balanced).toBe(true);
});

test('tax that nobody is known to remit stays unknown on an order from elsewhere, and is the seller\'s on the own storefront', () => {
	const remitterAt = (sourceName: string | null) => {
		const reading = made('presentment');
		return readable(toOrder({ ...reading, order: { ...reading.order, sourceName } }, context)).taxes.map((tax) => tax.remittedBy);
	};
	expect(remitterAt('web')).toEqual(['seller']);
	expect(remitterAt(null)).toEqual(['seller']);
	expect(remitterAt('another-marketplace')).toEqual(['unknown']);
});

test('a merchant of record remits every tax', () => {
	const reading = made('presentment');
	const order = readable(toOrder({ ...reading, order: { ...reading.order, merchantOfRecordApp: { id: 'gid://shopify/App/1' } } }, context));
	expect(order.totals.total).toBe('41.12');
	expect(order.lines[0]?.tax).toBe('0.00');
	expect(order.reconciliation?.balanced).toBe(true);
});

test('a negative quantity makes the order unreadable, with the field named', () => {
	const reading = made('presentment');
	const lineItems = { nodes: [{ ...(reading.order['lineItems'] as { nodes: object[] }).nodes[0], quantity: -2 }] };
	const order = toOrder({ ...reading, order: { ...reading.order, lineItems } }, context);
	expect(order).toMatchObject({ status: 'unreadable', id: '2002', number: '2002' });
	expect(isUnreadable(order) && order.reason).toContain("'lineItems.nodes[0].quantity'");
});

test("a day is the shop's own", () => {
	const reading = made('presentment');
	const dayIn = (timeZone: string) => readable(toOrder(reading, { ...context, timeZone })).localDate;
	expect(dayIn('America/New_York')).toBe('2026-02-28');
	expect(dayIn('Europe/Berlin')).toBe('2026-03-01');
});

const whenReferenceIsThere = existsSync(REFERENCE) ? describe : describe.skip;

whenReferenceIsThere('Shopify orders of public sources (skipped without the reference)', () => {
	const files = existsSync(REFERENCE) ? readdirSync(REFERENCE).filter((file) => file.endsWith('.json')) : [];
	const derived = files.filter((file) => file.startsWith('derived-graphql-'));

	test.each(derived)('%s is mapped and adds up', (file) => {
		const { data } = json(join(REFERENCE, file)) as { data: { orders: { nodes: unknown[] } } };
		expect(data.orders.nodes.length).toBeGreaterThan(0);
		for (const node of data.orders.nodes) {
			const order = readable(toOrder({ order: node, editSales: [] }, context));
			expect(order.reconciliation).toMatchObject({ balanced: true });
		}
	});

	test.each(files.filter((file) => !file.startsWith('derived-graphql-')))('%s, which is not an Admin GraphQL order, is refused with a reason', (file) => {
		const order = toOrder({ order: json(join(REFERENCE, file)), editSales: [] }, context);
		expect(isUnreadable(order) && order.reason).toMatch(/'[a-zA-Z]+.*'/);
	});

	test('a partial refund leaves the total as it was', () => {
		const { data } = json(join(REFERENCE, 'derived-graphql-rest-partially-refunded-discount-tax.json')) as {
			data: { orders: { nodes: unknown[] } };
		};
		const order = readable(toOrder({ order: data.orders.nodes[0], editSales: [] }, context));
		expect(order.totals).toMatchObject({ total: '598.94', refunded: '209.00' });
	});
});
