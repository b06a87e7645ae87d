import { woocommerce } from '../../nodes/channels/woocommerce/woocommerce';
import { isUnreadable, orderSchema, type OrderInput } from '../../nodes/order/order';
import { toShipStationOrder } from '../../nodes/shipstation/to-shipstation-order';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { loopbackSession } from '../channels/loopback-session';
import { readAll } from '../channels/read-all';
import { makeOrder, only, planFor, SETTINGS, startPostingBench } from '../quickbooks/posting-bench';
import { documentOf } from '../qb-documents/made-up-records';
import { settingsOf as shippingSettings } from '../shipstation/planned';
import { startWooCommerce } from '../simulators/woocommerce';
import { TWO_SHIRTS_AND_A_MUG } from '../simulators/woocommerce/example-orders';
import { settingsOf } from '../transaction/order-of';
import { refusal } from '../transaction/planned';

const lines = (count: number): OrderInput['lines'] => Array.from({ length: count }, (_, index) => ({ id: String(index + 1), sku: 'SHIRT-1', title: `Shirt ${index + 1}`, quantity: '1', gross: '0.10', net: '0.10' }));

const ofLines = (count: number) => makeOrder('1', { lines: lines(count), shipping: [], totals: { total: (count / 10).toFixed(2) } });

test('an order of a thousand lines is posted whole and once', async () => {
	const bench = await startPostingBench();
	try {
		const plan = planFor(ofLines(1_000));
		expect(only(await bench.post([plan]))).toMatchObject({ outcome: 'posted', booksTotal: '100', difference: '0' });
		bench.forget();
		expect(only(await bench.post([plan])).outcome).toBe('unchanged');
		const [receipt] = bench.company.company.documents('SalesReceipt');
		expect((receipt?.Line as unknown[]).length).toBeGreaterThanOrEqual(1_000);
	} finally {
		await bench.close();
	}
});

test('an order of more lines than QuickBooks takes goes to a person, with the number of lines', () => {
	expect(planTransaction(orderSchema.parse(ofLines(10_001)), settingsOf(SETTINGS))).toMatchObject({
		ok: false,
		failure: { reason: 'too-many-lines', message: "Order '1' takes 10001 lines, and a transaction of QuickBooks has at most 10000" },
	});
});

test('an order of ten megabytes is read and posted as any other', async () => {
	const shop = await startWooCommerce();
	const bench = await startPostingBench();
	try {
		const { id } = shop.store.addOrder(TWO_SHIRTS_AND_A_MUG);
		shop.store.pay(id);
		const novel = 'Thank you — '.repeat(200_000);
		shop.faults.add({
			matches: ({ path }) => path.endsWith('/orders'),
			times: Infinity,
			when: 'after',
			effect: (answer) => {
				const rows = (typeof answer.body === 'string' ? JSON.parse(answer.body) : answer.body) as object[];
				return { ...answer, body: rows.map((row) => ({ ...row, customer_note: novel, meta_data: [{ id: 1, key: 'novel', value: { novel, again: [novel, novel] } }] })) };
			},
		});
		const { consumerKey, consumerSecret } = shop.keys;
		const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
		const [order] = await readAll(woocommerce, loopbackSession(shop, { authorization }));
		if (order === undefined || isUnreadable(order)) throw new Error('no order');
		expect(order.note?.length).toBeGreaterThan(2_000_000);
		expect(only(await bench.post([planFor(order, { ...SETTINGS, memo: { orderNote: true } })]))).toMatchObject({ outcome: 'posted' });
		const [receipt] = bench.company.company.documents('SalesReceipt');
		expect((receipt?.CustomerMemo as { value: string }).value.length).toBeLessThanOrEqual(1_000);
	} finally {
		await Promise.all([shop.close(), bench.close()]);
	}
});

test.each<[string, string]>([
	['blanks', `x${' '.repeat(100_000)}x:y`],
	['colons', `${':'.repeat(100_000)}x`],
	['commas', ','.repeat(100_000)],
	['digits', '9'.repeat(100_000)],
])('a text of a hundred thousand %s takes no minute to read', (_, text) => {
	const begun = Date.now();
	planFor(makeOrder('1', { customer: { firstName: text, company: text }, billTo: { line1: text, city: text }, lines: [{ id: '1', title: text, quantity: '1', gross: '60.74', net: '60.74' }], shipping: [] }), { ...SETTINGS, customer: { mode: 'byName' } });
	toShipStationOrder(documentOf({ ShipAddr: { Line1: text, Line2: text, Line3: text } }), shippingSettings());
	// Before, it was twenty seconds and more.
	expect(Date.now() - begun).toBeLessThan(5_000);
});

describe('what nobody could mark or tell apart goes to a person', () => {
	const payment = { id: 'p1', kind: 'sale' as const, status: 'success' as const, method: 'stripe', amount: '10.70', currency: 'USD' };
	const refund = { id: 'r1', at: '2026-03-02T10:00:00Z', amount: '1.00', currency: 'USD', adjustment: '1.00' };

	test('a payment or a refund that the order names twice', () => {
		expect(refusal({ payments: [payment, payment] }, { transactionType: 'invoiceAndPayment' })).toMatchObject({ reason: 'named-twice', message: "Order '1001' names the payment 'p1' twice" });
		const booked = { accounts: { refundFrom: { by: 'name' as const, value: 'Checking' } } };
		expect(refusal({ refunds: [refund, refund] }, booked)).toMatchObject({ reason: 'named-twice' });
	});

	test.each(['7'.repeat(401), '王'.repeat(50), 'half \uD800'])('an id that no mark can hold', (id) => {
		expect(refusal({ id })).toMatchObject({ reason: 'id-not-keepable' });
	});
});
