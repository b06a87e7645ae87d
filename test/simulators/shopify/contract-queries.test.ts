import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { standingClock } from '../shops/shop-clock';
import { LAMPS_AND_RUG } from './example-orders';
import { API_VERSIONS, startShopify, type ShopifySimulator } from './index';

/** Queries and answers that were not written for this simulator. */
const reference = join(__dirname, '../../../../shared/reference/channels');
const queries = join(reference, 'schemas/shopify');
const samples = join(reference, 'samples/shopify');
const whenReferenceIsThere = existsSync(queries) && existsSync(samples) ? describe : describe.skip;

interface Answer {
	errors?: Array<{ message: string; extensions?: { code?: string; cost?: number } }>;
	data?: { orders?: { nodes: Array<Record<string, unknown>> }; order?: Record<string, unknown> };
	extensions: { cost: { requestedQueryCost: number } };
}

whenReferenceIsThere('the queries of the contract', () => {
	let shop: ShopifySimulator;
	let orderId: string;
	let refundId: string;

	const start = async (costMode: 'strict' | 'lenient'): Promise<void> => {
		shop = await startShopify({ clock: standingClock('2026-03-10T16:00:00Z'), costMode });
		const order = shop.store.addOrder({ ...LAMPS_AND_RUG, tip: '3.00' });
		shop.store.pay(order.id);
		orderId = order.id;
		refundId = shop.store.refund(order.id, {
			lines: [{ lineId: order.amounts.lines[0]?.id ?? '', quantity: 1 }],
			shipping: true,
			discrepancy: '1.00',
		}).id;
	};
	afterEach(async () => await shop.close());

	const ask = async (file: string, operationName: string, variables: object, version = '2026-10'): Promise<Answer> => {
		const answer = await fetch(`${shop.url}/admin/api/${version}/graphql.json`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-shopify-access-token': shop.accessToken },
			body: JSON.stringify({ query: only(file, operationName), operationName, variables }),
		});
		return (await answer.json()) as Answer;
	};

	/** A file holds several operations; a request may hold one with the fragments that it uses. */
	function only(file: string, operationName: string): string {
		const { definitions } = parse(readFileSync(join(queries, file), 'utf8'));
		const texts = new Map(
			definitions.flatMap((one) =>
				'name' in one && one.name !== undefined ? [[one.name.value, print(one)] as const] : [],
			),
		);
		const wanted = [operationName];
		for (const name of wanted) {
			for (const [, fragment] of (texts.get(name) ?? '').matchAll(/\.\.\.(\w+)/g)) {
				if (fragment !== undefined && texts.has(fragment) && !wanted.includes(fragment)) wanted.push(fragment);
			}
		}
		return wanted.map((name) => texts.get(name)).join('\n');
	}

	const search = "updated_at:>='2026-03-10T15:00:00Z'";

	test.each(API_VERSIONS)('the staged ones run on %s and cost what was reckoned elsewhere', async (version) => {
		await start('strict');
		const order = { id: `gid://shopify/Order/${orderId}` };
		const list = await ask('orders-staged.graphql', 'ListChanged', { first: 50, query: search }, version);
		expect(list.data?.orders?.nodes).toEqual([{ id: order.id, updatedAt: '2026-03-10T16:00:00Z' }]);
		for (const [name, variables, cost] of [
			['OrderHeader', order, 395],
			['OrderLines', order, 623],
			['RefundDetail', { id: `gid://shopify/Refund/${refundId}` }, 561],
		] as const) {
			const answer = await ask('orders-staged.graphql', name, variables, version);
			expect(answer.errors).toBeUndefined();
			expect(Object.values(answer.data ?? {})).toEqual([expect.objectContaining({ id: variables.id })]);
			expect(answer.extensions.cost.requestedQueryCost).toBe(cost);
			shop.clock.advance(20_000);
		}
	});

	test('the one-query form is too dear under the strict rule and runs under the lenient one', async () => {
		await start('strict');
		expect((await ask('orders-poll.graphql', 'PollOrders', { first: 1, query: search })).errors).toMatchObject([
			{ extensions: { code: 'MAX_COST_EXCEEDED', cost: 13_134 } },
		]);
		await shop.close();
		await start('lenient');
		for (const [name, variables] of [
			['PollOrders', { first: 5, query: search }],
			['OneOrder', { id: `gid://shopify/Order/${orderId}` }],
		] as const) {
			const answer = await ask('orders-poll.graphql', name, variables);
			expect(answer.errors).toBeUndefined();
			expect(answer.data).toMatchObject(
				name === 'OneOrder' ? { order: { name: '#1001' } } : { orders: { nodes: [{ name: '#1001' }] } },
			);
		}
	});

	test('the answer has the keys of every derived sample, and no others', async () => {
		await start('lenient');
		const served =
			(await ask('orders-poll.graphql', 'PollOrders', { first: 5, query: search })).data?.orders?.nodes[0] ?? {};
		const files = readdirSync(samples).filter((name) => name.startsWith('derived-graphql-'));
		expect(files.length).toBeGreaterThan(3);
		for (const file of files) {
			const sample = JSON.parse(readFileSync(join(samples, file), 'utf8')) as Answer;
			expect({ file, unlike: differences(sample.data?.orders?.nodes[0], served) }).toEqual({ file, unlike: [] });
		}
	});
});

/** Paths at which two answers to the same query have other keys or other kinds of values; empty lists and nulls fit all. */
function differences(sample: unknown, served: unknown, path = 'order'): string[] {
	if (sample === null || served === null || sample === undefined || served === undefined) return [];
	if (Array.isArray(sample) && Array.isArray(served)) return differences(sample[0], served[0], `${path}[]`);
	if (typeof sample !== typeof served) return [`${path}: ${typeof sample}, ${typeof served}`];
	if (typeof sample !== 'object' || typeof served !== 'object') return [];
	const keys = Object.keys(sample);
	const servedKeys = Object.keys(served);
	// A discount's or value's own fields depend on its kind.
	const isOneOfMany = '__typename' in sample;
	const unlike =
		isOneOfMany || keys.join() === servedKeys.join() ? [] : [`${path}: ${keys.join()} / ${servedKeys.join()}`];
	return [
		...unlike,
		...keys.flatMap((key) =>
			key in served ? differences((sample as never)[key], (served as never)[key], `${path}.${key}`) : [],
		),
	];
}
