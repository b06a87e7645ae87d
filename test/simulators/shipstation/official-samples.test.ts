import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standingClock } from '../shops/shop-clock';
import { ask } from './ask-account';
import { startShipStation, store, type ShipStationSimulator } from './index';

/** ShipStation's own examples: what they send is taken, and what is answered has their form. */
const folder = join(__dirname, '../../../../shared/reference/shipstation/samples');
const whenReferenceIsThere = existsSync(folder) ? describe : describe.skip;

const sample = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** Every path of an answer: `orders[].shipTo.city`. Values count only as "something". */
function pathsOf(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return [...new Set(value.flatMap((entry: unknown) => pathsOf(entry, `${path}[]`)))];
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path === '' ? name : `${path}.${name}`));
}

/** Parts of the samples that are said by whoever sent the order, or stand for nothing. */
const OPEN = [/^orders\[\]\.internationalOptions\.customsItems/, /^orders\[\]\.advancedOptions\.mergedIds/, /\.WebhookLogs/];

whenReferenceIsThere('official samples (skipped without the reference)', () => {
	let account: ShipStationSimulator;

	beforeEach(async () => {
		account = await startShipStation({ clock: standingClock('2016-02-16T23:16:53.707Z') });
		account.account.lists.stores.push(store(12345, 'Sample', 'ShipStation', 0));
	});

	afterEach(async () => await account.close());

	test('the order that they send comes back as they show it', async () => {
		const sent = sample('v1-docs/POST_orders_createorder.request.json') as Record<string, unknown>;
		const shown = sample('v1-docs/POST_orders_createorder.200.response.json') as Record<string, unknown>;
		const { status, body } = await ask(account, 'POST /orders/createorder', sent);
		expect(status).toBe(200);
		const { shipTo, items, advancedOptions, internationalOptions, ...rest } = shown;
		// Ids are given anew, and the samples' warehouse differs from the one that is sent.
		const { warehouseId: _warehouse, ...advanced } = advancedOptions as Record<string, unknown>;
		expect(internationalOptions).toEqual({});
		expect(body).toMatchObject({ ...rest, orderId: expect.any(Number), advancedOptions: advanced });
		expect((body as { orderTotal: number }).orderTotal).toBe(194.43);
		const { addressVerified: _judgement, residential: _residential, ...address } = shipTo as Record<string, unknown>;
		expect((body as { shipTo: unknown }).shipTo).toMatchObject(address);
		const shownItems = (items as Array<Record<string, unknown>>).map(({ orderItemId: _id, ...item }) => item);
		expect((body as { items: unknown }).items).toMatchObject(shownItems);
		expect(account.counters.ignored).toEqual([]);
	});

	test('their bulk call is taken, and each result has their form', async () => {
		const { status, body } = await ask(account, 'POST /orders/createorders', sample('v1-docs/POST_orders_createorders.request.json'));
		expect(status).toBe(200);
		const shown = sample('v1-docs-2021-nulls/POST_orders_createorders.200.response.json');
		expect(pathsOf(body).sort()).toEqual(pathsOf(shown).sort());
		expect(account.counters.ignored).toEqual([]);
	});

	test.each([
		['/orders', ['v1-docs/GET_orders.200.response.json', 'v1-docs/GET_orders_q.200.response.json']],
		['/shipments?includeShipmentItems=true', ['v1-docs-2021-nulls/GET_shipments.200.response.json']],
		['/fulfillments', ['v1-docs-2021-nulls/GET_fulfillments.200.response.json']],
		['/stores', ['v1-docs-2021-nulls/GET_stores.200.response.json']],
		['/warehouses', ['v1-docs-2021-nulls/GET_warehouses.200.response.json']],
		['/carriers', ['v1-docs-2021-nulls/GET_carriers.200.response.json']],
		['/carriers/listservices?carrierCode=fedex', ['v1-docs-2021-nulls/GET_carriers_listservices.200.response.json']],
		['/carriers/listpackages?carrierCode=stamps_com', ['v1-docs-2021-nulls/GET_carriers_listpackages.200.response.json']],
		['/accounts/listtags', ['v1-docs-2021-nulls/GET_accounts_listtags.200.response.json']],
		['/webhooks', ['v1-docs-2021-nulls/GET_webhooks.200.response.json']],
	])('GET %s has every field that they have', async (path, files) => {
		const { body: created } = await ask(account, 'POST /orders/createorder', sample('v1-docs/POST_orders_createorder.request.json'));
		const { orderId } = created as { orderId: number };
		account.people.shipInParcels(orderId, [{}, {}]);
		account.people.markAsShipped(orderId, { carrierCode: 'USPS' });
		await ask(account, 'POST /webhooks/subscribe', { target_url: 'http://127.0.0.1:9/x', event: 'ORDER_NOTIFY' });
		const { status, body } = await ask(account, `GET ${path}`);
		expect(status).toBe(200);
		const has = new Set(pathsOf(body));
		for (const file of files) {
			const wanted = pathsOf(sample(file)).filter((name) => !OPEN.some((open) => open.test(name)));
			// A list of nothing (`options: null`) or an object that is null has no fields of its own.
			expect(wanted.filter((name) => !has.has(name) && ![...has].some((known) => known.startsWith(`${name}[`) || known.startsWith(`${name}.`)))).toEqual([]);
		}
	});

	test.each(['addtag', 'holduntil', 'restorefromhold', 'markasshipped'])('%s is sent and answered in their form', async (action) => {
		const sent = sample(`v1-docs/POST_orders_${action}.request.json`) as Record<string, unknown>;
		const shown = sample(`v1-docs/POST_orders_${action}.200.response.json`) as Record<string, unknown>;
		const order = account.people.importOrder({ orderNumber: 'ABC123', orderDate: '2016-02-16T00:00:00' });
		if (action === 'restorefromhold') account.people.edit(order.orderId, { orderStatus: 'on_hold' });
		if (action === 'addtag') account.account.lists.tags.push({ tagId: Number(sent.tagId), name: 'Sample', color: '#000000' });
		const { status, body } = await ask(account, `POST /orders/${action}`, { ...sent, orderId: order.orderId });
		expect(status).toBe(200);
		expect(body).toEqual({ ...shown, ...('orderId' in shown ? { orderId: order.orderId } : {}) });
	});

	test('a request too many is refused as they show it', async () => {
		const shown = sample('v1-errors/429-official.json') as { headers: Record<string, number>; body: unknown };
		account.limit.drain();
		const { status, headers, body } = await ask(account, 'GET /orders');
		expect(status).toBe(429);
		expect(body).toEqual(shown.body);
		for (const name of Object.keys(shown.headers)) expect(headers.get(name)).toMatch(/^\d+$/);
	});
});
