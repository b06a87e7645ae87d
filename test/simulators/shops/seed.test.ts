import { Big } from 'big.js';
import { startShopify } from '../shopify';
import { startWooCommerce } from '../woocommerce';
import type { WireOrder, WireRefund } from '../woocommerce/wire-order';
import {
	seedShopify,
	seedWooCommerce,
	standingClock,
	type SeededOrder,
	type SeedOptions,
	type TrueOrder,
} from './index';

const NOW = Date.parse('2026-03-10T16:00:00Z');
const OPTIONS: SeedOptions = { count: 60, seed: 7, now: NOW, days: 30 };

const sum = (amounts: readonly string[]): string =>
	amounts.reduce((total, amount) => total.plus(amount), new Big(0)).toFixed(2);

async function woo(options = OPTIONS) {
	const sim = await startWooCommerce({ clock: standingClock(NOW) });
	const seeded = seedWooCommerce(sim, options);
	const get = async (path: string): Promise<unknown> => {
		const authorization = `Basic ${Buffer.from(`${sim.keys.consumerKey}:${sim.keys.consumerSecret}`).toString('base64')}`;
		return await (await fetch(`${sim.url}/wp-json/wc/v3${path}`, { headers: { authorization } })).json();
	};
	return { sim, seeded, get };
}

async function shopify(options = OPTIONS) {
	const sim = await startShopify({ clock: standingClock(NOW) });
	return { sim, seeded: seedShopify(sim, options) };
}

const storiesOf = (seeded: readonly SeededOrder[]): Set<string> => new Set(seeded.map(({ story }) => story));

describe('a seeded WooCommerce store', () => {
	test('tells every story, in the days asked for, and flags what does not add up', async () => {
		const { sim, seeded } = await woo();
		await sim.close();
		expect(seeded).toHaveLength(60);
		expect([...storiesOf(seeded)].sort()).toEqual([
			'amountRefunded',
			'cancelled',
			'coupon',
			'doesNotAddUp',
			'fee',
			'fullyRefunded',
			'onHold',
			'partlyRefunded',
			'simple',
			'unpaid',
			'zeroTotal',
		]);
		expect(seeded.filter(({ addsUp }) => !addsUp).map(({ story }) => story)).toEqual(['doesNotAddUp']);
		for (const { placedAt } of seeded) {
			expect(Date.parse(placedAt)).toBeLessThan(NOW);
			expect(Date.parse(placedAt)).toBeGreaterThanOrEqual(NOW - 30 * 86_400_000 - 1000);
		}
		expect(sim.clock.now()).toBe(NOW);
	});

	test('serves what it says is true', async () => {
		const { sim, seeded, get } = await woo();
		const served = (await get('/orders?per_page=100&orderby=id&order=asc')) as WireOrder[];
		expect(served.map(({ id, total, status }) => ({ id: String(id), total, status }))).toEqual(
			seeded.map(({ id, total, status }) => ({ id, total, status })),
		);
		for (const order of served) {
			const truth = seeded.find(({ id }) => id === String(order.id));
			const parts = [...order.line_items, ...order.shipping_lines, ...order.fee_lines].flatMap((line) => [
				line.total,
				line.total_tax,
			]);
			expect({ id: order.id, addsUp: sum(parts) === order.total }).toEqual({ id: order.id, addsUp: truth?.addsUp });
			expect({ id: order.id, paid: order.date_paid !== null }).toEqual({ id: order.id, paid: truth?.paid });
			const refunds = (await get(`/orders/${order.id}/refunds`)) as WireRefund[];
			expect(sum(refunds.map(({ amount }) => amount))).toBe(truth?.refunded);
		}
		await sim.close();
	});

	test('of one seed is always the same, of another seed another', async () => {
		const truth = async (seed: number): Promise<TrueOrder[]> => {
			const { sim, seeded } = await woo({ ...OPTIONS, seed });
			await sim.close();
			return seeded;
		};
		expect(await truth(7)).toEqual(await truth(7));
		expect(await truth(8)).not.toEqual(await truth(7));
	});
});

describe('a seeded Shopify shop', () => {
	test('tells every story and flags what does not add up', async () => {
		const { sim, seeded } = await shopify();
		await sim.close();
		expect([...storiesOf(seeded)].sort()).toEqual([
			'amountRefunded',
			'cancelled',
			'coupon',
			'doesNotAddUp',
			'fullyRefunded',
			'giftCardRedeemed',
			'giftCardSold',
			'onHold',
			'partlyRefunded',
			'simple',
			'tip',
			'unpaid',
			'zeroTotal',
		]);
		expect(seeded.filter(({ addsUp }) => !addsUp).map(({ story }) => story)).toEqual(['doesNotAddUp']);
		const redeemed = seeded.find(({ story }) => story === 'giftCardRedeemed');
		expect(redeemed?.tenders.map(({ kind }) => kind)).toEqual(['giftCard', 'money']);
		expect(sum(redeemed?.tenders.map(({ amount }) => amount) ?? [])).toBe(redeemed?.total);
		expect(seeded.find(({ story }) => story === 'fullyRefunded')).toMatchObject({ status: 'REFUNDED', paid: true });
	});

	test('serves what it says is true', async () => {
		const { sim, seeded } = await shopify();
		const query = `{ orders(first: 40, sortKey: CREATED_AT) { pageInfo { endCursor } nodes { ...F } } }
			fragment F on Order { legacyResourceId taxesIncluded subtotalPriceSet { ...M } totalShippingPriceSet { ...M } totalTaxSet { ...M } totalTipReceivedSet { ...M } totalPriceSet { ...M } totalRefundedSet { ...M } }
			fragment M on MoneyBag { shopMoney { amount } }`;
		const read = async (after: string) => {
			const answer = await fetch(`${sim.url}/admin/api/2026-10/graphql.json`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-shopify-access-token': sim.accessToken },
				body: JSON.stringify({ query: query.replace('first: 40', `first: 40${after}`) }),
			});
			sim.clock.advance(10_000);
			return (
				(await answer.json()) as {
					data: { orders: { pageInfo: { endCursor: string }; nodes: Array<Record<string, never>> } };
				}
			).data.orders;
		};
		const first = await read('');
		const second = await read(`, after: "${first.pageInfo.endCursor}"`);
		await sim.close();
		const served = [...first.nodes, ...second.nodes];
		const amount = (order: Record<string, { shopMoney: { amount: string } }>, field: string): string =>
			order[field]?.shopMoney.amount ?? '';
		expect(
			served.map((order) => ({
				id: order.legacyResourceId,
				total: sum([amount(order, 'totalPriceSet')]),
				refunded: sum([amount(order, 'totalRefundedSet')]),
				addsUp:
					sum(
						['subtotalPriceSet', 'totalShippingPriceSet', 'totalTaxSet', 'totalTipReceivedSet'].map((field) =>
							amount(order, field),
						),
					) === sum([amount(order, 'totalPriceSet')]),
			})),
		).toEqual(seeded.map(({ id, total, refunded, addsUp }) => ({ id, total, refunded, addsUp })));
	});
});

test('for the bench: every order paid and simple, few products, one in five by somebody new', async () => {
	const { sim, seeded } = await woo({ ...OPTIONS, count: 500, skus: 10, simple: true, newCustomers: 0.2 });
	await sim.close();
	expect(
		seeded.every(
			({ paid, addsUp, refunded, tenders }) => paid && addsUp && refunded === '0.00' && tenders.length === 1,
		),
	).toBe(true);
	const skus = new Set(sim.store.all.flatMap((order) => order.amounts.line_items.map(({ sku }) => sku)));
	expect(skus.size).toBe(10);
	const buyers = new Set(sim.store.all.map((order) => order.draft.billing.email));
	expect(buyers.size).toBeGreaterThan(75);
	expect(buyers.size).toBeLessThan(130);
});
