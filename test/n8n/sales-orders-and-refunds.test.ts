import { Big } from 'big.js';
import { readMark } from '../../nodes/postings/mark';
import { readRun } from '../../demo/first-sync';
import { BusinessInN8n } from './business-in-n8n';

const SALES_ORDERS = 'woocommerce-to-sales-orders';
const REFUNDS = 'shopify-refunds';

type Type = 'Estimate' | 'SalesReceipt' | 'Invoice' | 'Payment' | 'RefundReceipt' | 'CreditMemo';

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({ woocommerceOrders: 40, shopifyOrders: 40, days: 10 });
});

afterEach(() => expect(here.business.quickbooks.audit()).toEqual([]));
afterAll(async () => await here?.close());

const books = () => here.business.quickbooks.company;

/** The totals of a shop's documents of one type, by order. */
function totalsOf(type: Type, channel: string): Map<string, string[]> {
	const totals = new Map<string, string[]>();
	for (const document of books().documents(type)) {
		const mark = readMark(document.PrivateNote);
		if (mark?.channel === channel) totals.set(mark.id, [...(totals.get(mark.id) ?? []), new Big(String(document.TotalAmt)).toFixed(2)]);
	}
	return totals;
}

test('each order that adds up stands as a sales order, and each paid one as the settled invoice that closed it', async () => {
	await here.importTemplate(SALES_ORDERS);
	await here.next(SALES_ORDERS);
	const sold = here.business.woocommerce.orders().filter(({ addsUp, status }) => addsUp && status !== 'cancelled');
	const estimates = totalsOf('Estimate', 'woocommerce');
	const invoices = totalsOf('Invoice', 'woocommerce');
	for (const { number, id, total } of sold) expect([number, estimates.get(id)]).toEqual([number, [total]]);
	const paid = sold.filter((order) => order.paid);
	expect(paid.length).toBeGreaterThan(15);
	expect(sold.length).toBeGreaterThan(paid.length);
	for (const { number, id, total } of sold) expect([number, invoices.get(id)]).toEqual([number, paid.some((order) => order.id === id) ? [total] : undefined]);
	expect(books().documents('Invoice').filter(({ Balance }) => Balance !== 0)).toEqual([]);
	expect(books().documents('Estimate').filter(({ TxnStatus }) => TxnStatus === 'Closed')).toHaveLength(paid.length);
});

test('an order that is paid later gets its invoice and its payment with that update, and nothing else is written', async () => {
	const { store, orders } = here.business.woocommerce;
	const unpaid = orders().find(({ paid, addsUp, status }) => !paid && addsUp && /pending|on-hold/.test(status))!;
	const before = books().documents().length;
	const last = await here.newest(SALES_ORDERS);
	store.pay(Number(unpaid.id));
	const run = readRun(await here.next(SALES_ORDERS, last));
	expect(run.posted.map(({ order }) => order.id)).toEqual([unpaid.id]);
	expect(totalsOf('Invoice', 'woocommerce').get(unpaid.id)).toEqual([unpaid.total]);
	expect(totalsOf('Payment', 'woocommerce').get(unpaid.id)).toEqual([unpaid.total]);
	expect(books().documents()).toHaveLength(before + 2);
});

test('each refund is a Refund Receipt, and the sale stays as it was', async () => {
	await here.importTemplate(REFUNDS);
	await here.next(REFUNDS);
	const refunded = here.business.shopify.orders().filter(({ addsUp, refunded: back }) => addsUp && back !== '0.00');
	expect(refunded.length).toBeGreaterThan(2);
	const given = totalsOf('RefundReceipt', 'shopify');
	const sales = totalsOf('SalesReceipt', 'shopify');
	for (const { number, id, refunded: back, total } of refunded) {
		const sum = (given.get(id) ?? []).reduce((all, amount) => all.plus(amount), new Big(0)).toFixed(2);
		expect([number, sum, sales.get(id)]).toEqual([number, back, [total]]);
	}
	expect([...given.keys()].sort()).toEqual(refunded.map(({ id }) => id).sort());
});

test('a refund and a cancellation that come later are booked once each, by the update that tells of them', async () => {
	const { store, orders } = here.business.shopify;
	const plain = orders().filter(({ paid, addsUp, refunded, status, tenders, total }) => paid && addsUp && refunded === '0.00' && status === 'PAID' && Number(total) > 5 && tenders.every(({ kind }) => kind === 'money'));
	const [first, second] = plain as [(typeof plain)[number], (typeof plain)[number]];
	const last = await here.newest(REFUNDS);
	store.refund(first.id, { discrepancy: '1.50', note: 'A scratch' });
	store.cancel(second.id);
	let posted: string[] = [];
	for (let after = last; posted.length < 2; ) {
		const execution = await here.next(REFUNDS, after);
		posted = [...posted, ...readRun(execution).posted.map(({ order }) => order.id)];
		after = execution.id;
	}
	expect(posted.sort()).toEqual([first.id, second.id].sort());
	expect(totalsOf('RefundReceipt', 'shopify').get(first.id)).toEqual(['1.50']);
	expect(totalsOf('SalesReceipt', 'shopify').get(first.id)).toEqual([first.total]);
	// Voided within its own month, credited in a later one: either way nothing of it is left.
	const left = [...(totalsOf('SalesReceipt', 'shopify').get(second.id) ?? []), ...(totalsOf('CreditMemo', 'shopify').get(second.id) ?? []).map((amount) => `-${amount}`)];
	expect(left.reduce((all, amount) => all.plus(amount), new Big(0)).toFixed(2)).toBe('0.00');
	expect(left.length).toBeGreaterThan(0);
});
