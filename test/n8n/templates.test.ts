import { readFileSync } from 'node:fs';
import { Big } from 'big.js';
import type { Posting } from '../../nodes/postings/posting';
import { readRun } from '../../demo/first-sync';
import { itemsOf } from '../../demo/n8n/executions';
import { CREATE, fillIn, MAP, readTemplate, TRIGGER } from '../../demo/templates';
import { BusinessInN8n } from './business-in-n8n';
import { formsOfSecrets, secretsToldBy } from '../secrets';
import { until } from './until';

const WOOCOMMERCE = 'woocommerce-to-sales-receipts';
const SHOPIFY = 'shopify-to-invoices';

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({ woocommerceOrders: 60, shopifyOrders: 40, days: 20 });
});

afterAll(async () => await here?.close());

test('WooCommerce to sales receipts: every paid order that adds up stands once, with the right total', async () => {
	await here.importTemplate(WOOCOMMERCE);
	const run = readRun(await here.next(WOOCOMMERCE));
	const orders = here.business.woocommerce.orders();
	const paid = orders.filter((order) => order.paid && order.addsUp && order.status !== 'cancelled');
	expect(paid.length).toBeGreaterThan(30);
	const books = here.booked('woocommerce');
	for (const order of paid) expect([order.number, books.get(order.id)]).toEqual([order.number, [order.total]]);
	expect(books.size).toBe(run.posted.length);
	const spoilt = orders.filter((order) => !order.addsUp);
	expect(spoilt.length).toBeGreaterThan(0);
	expect(run.needsAttention.map(({ order }) => order.id)).toEqual(expect.arrayContaining(spoilt.map(({ id }) => id)));
	expect(run.needsAttention.every(({ attention }) => attention!.message.length > 20 && attention!.remedy.length > 10)).toBe(true);
});

test('Shopify to invoices: every order that adds up stands once, with the right total', async () => {
	await here.importTemplate(SHOPIFY);
	await here.next(SHOPIFY);
	const books = here.booked('shopify');
	const orders = here.business.shopify.orders();
	const sold = orders.filter((order) => order.addsUp && !/cancel|void/i.test(order.status) && order.refunded === '0.00');
	expect(sold.length).toBeGreaterThan(15);
	// A redeemed gift card is a line of the invoice, so that much less is to be paid.
	const worth = ({ total, tenders }: (typeof sold)[number]) =>
		tenders.filter(({ kind }) => kind === 'giftCard').reduce((left, { amount }) => left.minus(amount), new Big(total)).toFixed(2);
	for (const order of sold) expect([order.number, books.get(order.id)]).toEqual([order.number, [worth(order)]]);
	const open = here.business.quickbooks.company.documents('Invoice').filter(({ Balance }) => Balance !== 0);
	const unpaid = orders.filter(({ status }) => /pending|authorized|partially_paid/i.test(status));
	expect(open.length).toBeLessThanOrEqual(unpaid.length);
});

test('the company balances, and debits equal credits', () => {
	const { debit, credit } = here.business.quickbooks.trialBalance();
	expect(debit.toString()).toBe(credit.toString());
	expect(Number(debit)).toBeGreaterThan(0);
});

test('orders that need attention are kept where a person looks, one row an order', async () => {
	const rows = await here.rowsForAPerson();
	const spoilt = here.business.orders().filter((order) => !order.addsUp);
	expect(rows.map(({ order }) => order.split('/').at(-1))).toEqual(expect.arrayContaining(spoilt.map(({ id }) => id)));
	expect(new Set(rows.map(({ order }) => order)).size).toBe(rows.length);
	for (const row of rows) expect([row.number, row.reason, row.message, row.remedy]).not.toContain('');
});

test('the figures of a run stand under the node and in the list of executions', async () => {
	const execution = await here.next(WOOCOMMERCE);
	const { posted, unchanged } = readRun(execution);
	const hints = execution.data.resultData.runData[CREATE]![0]!.hints!.map(({ message }) => message).join('\n');
	expect(hints).toContain(`${posted.length} posted, ${unchanged.length} unchanged`);
	const { customData } = await here.n8n.api.rest<{ customData: object }>('GET', `/executions/${execution.id}`);
	expect(customData).toMatchObject({ quickbooks_posted: String(posted.length), quickbooks_unchanged: String(unchanged.length) });
});

test('a new order is posted by a later poll, and nothing else is written', async () => {
	const last = await here.newest(WOOCOMMERCE);
	const before = here.booked('woocommerce').size;
	const made = here.sellAgain();
	const execution = await here.next(WOOCOMMERCE, last);
	const posted = itemsOf(execution, CREATE, 0) as unknown as Posting[];
	expect(posted.map(({ order }) => order.id)).toEqual([made]);
	expect(here.booked('woocommerce').size).toBe(before + 1);
});

test('an order whose amounts changed after it was posted is left and told; one that only moved on is not touched', async () => {
	const { store } = here.business.woocommerce;
	const last = await here.newest(WOOCOMMERCE);
	const made = here.sellAgain();
	const first = await here.next(WOOCOMMERCE, last);
	const asPosted = here.booked('woocommerce').get(made);
	here.business.quickbooks.resetCounters();

	store.complete(Number(made));
	const moved = await here.next(WOOCOMMERCE, first.id);
	const unchanged = itemsOf(moved, CREATE, 1) as unknown as Posting[];
	expect(unchanged.map(({ order }) => order.id)).toContain(made);

	store.updateOrder(Number(made), { shippingLines: [{ title: 'Courier', methodId: 'flat_rate', total: '77.00' }] });
	const changed = await here.next(WOOCOMMERCE, moved.id);
	const told = readRun(changed).needsAttention.find(({ order }) => order.id === made);
	expect(told?.attention).toMatchObject({ reason: 'changed-in-shop', message: expect.stringContaining(asPosted![0]!) });
	expect((await here.rowsForAPerson()).find(({ order }) => order.endsWith(`/${made}`))).toMatchObject({ reason: 'changed-in-shop' });
	expect(here.booked('woocommerce').get(made)).toEqual(asPosted);
	expect(here.business.quickbooks.counters.writes).toBe(0);
});

test('after a restart the last day is read again, and nothing is posted twice', async () => {
	const before = { woocommerce: here.booked('woocommerce'), shopify: here.booked('shopify') };
	const seen = await here.newest(WOOCOMMERCE);
	await here.n8n.stop();
	await here.n8n.start();
	const again = readRun(await here.next(WOOCOMMERCE, seen));
	expect(again.orders).toBeGreaterThan(0);
	expect(again.posted).toEqual([]);
	expect({ woocommerce: here.booked('woocommerce'), shopify: here.booked('shopify') }).toEqual(before);
});

test.each([
	['a poll has read the order', () => here.business.woocommerce.counters.orders],
	['QuickBooks has written the order', () => here.business.quickbooks.counters.writes],
])('killed right after %s, n8n comes back and the order stands exactly once', async (_what, counter) => {
	const before = here.booked('woocommerce');
	const seen = await here.newest(WOOCOMMERCE);
	// Counted before the sale: the next poll does not wait for this test.
	const untilNow = counter();
	const made = here.sellAgain();
	await until(() => counter() > untilNow);
	await here.n8n.kill();
	await here.n8n.start();
	// What the kill cut short ends as crashed, and is not run again: a later poll has to make up for it.
	await here.nextUncrashed(WOOCOMMERCE, seen);
	const { total } = here.business.woocommerce.orders().find(({ id }) => id === made)!;
	expect(here.booked('woocommerce')).toEqual(new Map([...before, [made, [total]]]));
});

test('an expired token is renewed by n8n once, and the run goes on', async () => {
	const last = await here.newest(WOOCOMMERCE);
	here.business.quickbooks.tokens.expire();
	here.business.quickbooks.resetCounters();
	const made = here.sellAgain();
	await here.next(WOOCOMMERCE, last);
	expect(here.booked('woocommerce').get(made)).toHaveLength(1);
	expect(here.business.quickbooks.counters.tokens).toBe(1);
});

test('Execute workflow previews a few samples and writes nothing', async () => {
	here.business.quickbooks.resetCounters();
	const { credentials, openedAt } = here.business;
	const template = fillIn(readTemplate(WOOCOMMERCE), { credentials, startDate: openedAt, name: 'Tried by hand' });
	const id = await here.n8n.importWorkflow(template);
	const execution = await here.n8n.runManually(id, TRIGGER, 60_000);
	const orders = itemsOf(execution, TRIGGER);
	expect(orders.length).toBeGreaterThan(0);
	expect(orders.every(({ sample }) => sample === true)).toBe(true);
	expect(itemsOf(execution, MAP).length).toBeGreaterThan(0);
	expect(here.business.quickbooks.counters.writes).toBe(0);
});

test('no secret is in any execution, row for a person or line of the log', async () => {
	const secrets = here.business.credentials.flatMap(({ data }) => formsOfSecrets(data));
	expect(secrets.length).toBeGreaterThan(5);
	const everything = [await Promise.all([...here.workflows.values()].map((id) => here.n8n.executions(id))), await here.rowsForAPerson()];
	const log = readFileSync(here.n8n.logFile, 'utf8');
	expect(secretsToldBy([everything, log], secrets)).toEqual([]);
	const text = `${JSON.stringify(everything)}${log}`;
	expect(text.length).toBeGreaterThan(100_000);
	// Tokens that were issued while n8n ran, in the simulators' forms.
	expect(text).not.toMatch(/\b(access|refresh)-[0-9a-f]{8}-[0-9a-f]{4}|shpat_|Bearer [\w-]{8}|Basic [\w+/=]{8}/);
});
