import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Big } from 'big.js';
import type { Posting } from '../../nodes/postings/posting';
import { readMark } from '../../nodes/postings/mark';
import { readRun } from '../../demo/first-sync';
import { failureOf, itemsOf } from '../../demo/n8n/executions';
import { packPackage } from '../../demo/n8n/install-package';
import { pollTimesEvery } from '../../demo/n8n/poll-times';
import { startN8n, type RunningN8n } from '../../demo/n8n/run-n8n';
import { openSmallBusiness, type SmallBusiness } from '../../demo/small-business';
import { CREATE, fillIn, MAP, readTemplate, TRIGGER } from '../../demo/templates';

const ROOT = path.join(__dirname, '..', '..');
const OUT = path.join(ROOT, 'test', 'out');

let folder: string;
let business: SmallBusiness;
let n8n: RunningN8n;
const ids: Record<string, string> = {};
/** Everything that left our nodes, for the search for secrets. */
let allExecutions = '';

const pollTimes = pollTimesEvery(5);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'templates-'));
	business = await openSmallBusiness({ woocommerceOrders: 60, shopifyOrders: 40, days: 20 });
	n8n = await startN8n({
		userFolder: path.join(folder, 'n8n'),
		packageTarballs: [await packPackage(ROOT, folder)],
		credentials: business.credentials,
		log: (line) => process.stdout.write(`${line}\n`),
	});
});

afterAll(async () => {
	await n8n?.stop();
	await business?.close();
	await rm(folder, { recursive: true, force: true });
});

const sync = async (template: string) => {
	const { credentials, openedAt } = business;
	ids[template] = await n8n.importWorkflow(fillIn(readTemplate(template), { credentials, startDate: openedAt, pollTimes }));
	await n8n.activate(ids[template]);
	const execution = await n8n.waitForExecution(ids[template], { timeoutMs: 120_000 });
	expect(failureOf(execution)).toBeUndefined();
	allExecutions += JSON.stringify(execution);
	return { execution, ...readRun(execution) };
};

/** What the company holds of a channel's orders, by their ids, as the marks say. */
const booked = (channel: string): Map<string, string[]> => {
	const totals = new Map<string, string[]>();
	for (const type of ['SalesReceipt', 'Invoice']) {
		for (const document of business.quickbooks.company.all(type)) {
			const mark = readMark(document.PrivateNote);
			if (mark?.channel === channel) totals.set(mark.id, [...(totals.get(mark.id) ?? []), new Big(String(document.TotalAmt)).toFixed(2)]);
		}
	}
	return totals;
};

test('WooCommerce to sales receipts: every paid order that adds up stands once, with the right total', async () => {
	const run = await sync('woocommerce-to-sales-receipts');
	const paid = business.woocommerce.orders().filter((order) => order.paid && order.addsUp && order.status !== 'cancelled');
	expect(paid.length).toBeGreaterThan(30);
	const books = booked('woocommerce');
	for (const order of paid) expect([order.number, books.get(order.id)]).toEqual([order.number, [order.total]]);
	expect(books.size).toBe(run.posted.length);
	const spoilt = business.woocommerce.orders().filter((order) => !order.addsUp);
	expect(run.needsAttention.map(({ order }) => order.id)).toEqual(expect.arrayContaining(spoilt.map(({ id }) => id)));
	expect(run.needsAttention.every(({ attention }) => attention!.message.length > 20 && attention!.remedy.length > 10)).toBe(true);
});

test('Shopify to invoices: every order that adds up stands once, with the right total', async () => {
	await sync('shopify-to-invoices');
	const books = booked('shopify');
	const sold = business.shopify.orders().filter((order) => order.addsUp && !/cancel|void/i.test(order.status) && order.refunded === '0.00');
	expect(sold.length).toBeGreaterThan(15);
	const missing = sold.filter((order) => books.get(order.id)?.join() !== order.total);
	expect(missing).toEqual([]);
});

test('the company balances, and debits equal credits', () => {
	const { debit, credit } = business.quickbooks.trialBalance();
	expect(debit.toString()).toBe(credit.toString());
});

test('orders that need attention are kept where a person looks, one row an order', async () => {
	const project = await n8n.api.rest<{ id: string }>('GET', '/projects/personal');
	const tables = await n8n.api.rest<{ data: Array<{ id: string; name: string }> }>('GET', `/projects/${project.id}/data-tables`);
	const table = tables.data.find(({ name }) => name === 'Orders that need attention');
	const rows = await n8n.api.rest<{ data: Array<{ order: string; reason: string; message: string; remedy: string }> }>(
		'GET',
		`/projects/${project.id}/data-tables/${table!.id}/rows`,
	);
	expect(rows.data.length).toBeGreaterThan(0);
	expect(new Set(rows.data.map(({ order }) => order)).size).toBe(rows.data.length);
	expect(rows.data.every(({ reason, message, remedy }) => reason && message && remedy)).toBe(true);
});

test('a new order is posted by a later poll, and nothing else is written', async () => {
	const last = (await n8n.executions(ids['woocommerce-to-sales-receipts']!)).at(-1)!.id;
	const { store } = business.woocommerce;
	const example = store.all.find(({ id }) => booked('woocommerce').has(String(id)))!;
	const before = booked('woocommerce').size;
	const made = store.addOrder(example.draft);
	store.pay(made.id);
	const execution = await n8n.waitForExecution(ids['woocommerce-to-sales-receipts']!, { after: last, timeoutMs: 60_000 });
	const posted = itemsOf(execution, CREATE, 0) as unknown as Posting[];
	expect(posted.map(({ order }) => order.id)).toEqual([String(made.id)]);
	expect(booked('woocommerce').size).toBe(before + 1);
});

test('after a restart the last day is read again, and nothing is posted twice', async () => {
	const before = { woocommerce: booked('woocommerce'), shopify: booked('shopify') };
	const seen = (await n8n.executions(ids['woocommerce-to-sales-receipts']!)).at(-1)!.id;
	await n8n.stop();
	await n8n.start();
	const again = await n8n.waitForExecution(ids['woocommerce-to-sales-receipts']!, { after: seen, timeoutMs: 120_000 });
	expect(readRun(again).orders).toBeGreaterThan(0);
	expect(readRun(again).posted).toEqual([]);
	expect({ woocommerce: booked('woocommerce'), shopify: booked('shopify') }).toEqual(before);
});

test('an expired token is renewed by n8n, and the run goes on', async () => {
	business.quickbooks.tokens.expire();
	business.quickbooks.resetCounters();
	const last = (await n8n.executions(ids['woocommerce-to-sales-receipts']!)).at(-1)!.id;
	const { store } = business.woocommerce;
	const made = store.addOrder(store.all[0]!.draft);
	store.pay(made.id);
	const execution = await n8n.waitForExecution(ids['woocommerce-to-sales-receipts']!, { after: last, timeoutMs: 60_000 });
	expect(failureOf(execution)).toBeUndefined();
	expect(booked('woocommerce').get(String(made.id))).toHaveLength(1);
	expect(business.quickbooks.counters.tokens).toBe(1);
});

test('Execute workflow previews a few samples and writes nothing', async () => {
	business.quickbooks.resetCounters();
	const { credentials, openedAt } = business;
	const template = fillIn(readTemplate('woocommerce-to-sales-receipts'), { credentials, startDate: openedAt, name: 'Tried by hand' });
	const id = await n8n.importWorkflow(template);
	const execution = await n8n.runManually(id, TRIGGER, 60_000);
	const orders = itemsOf(execution, TRIGGER);
	expect(orders.length).toBeGreaterThan(0);
	expect(orders.every(({ sample }) => sample === true)).toBe(true);
	expect(business.quickbooks.counters.writes).toBe(0);
});

test('From List offers accounts of the company, Undeposited Funds first', async () => {
	const [quickbooks] = business.credentials;
	const found = await n8n.searchList({
		nodeType: 'n8n-nodes-quickbooks-order-sync.mapOrderToQbTransaction',
		path: 'parameters.depositAccount',
		method: 'searchDepositAccounts',
		credentials: { [quickbooks!.type]: { id: quickbooks!.id, name: quickbooks!.name } },
	});
	expect(found.results[0]).toMatchObject({ name: expect.stringContaining('Undeposited Funds') });
	expect(found.results.map(({ name }) => name).join()).not.toContain('Sales of Product Income');
});

test('the editor shows the canvas and the choices in the order of the wizard', async () => {
	const editor = await n8n.openEditor();
	try {
		const names = await editor.openWorkflow(ids['woocommerce-to-sales-receipts']!);
		expect(names).toEqual(expect.arrayContaining([TRIGGER, MAP, CREATE]));
		await editor.screenshot(path.join(OUT, 'canvas.png'));
		const trigger = await editor.openNode(TRIGGER);
		const inOrder = ['Sync Direction', 'Channel', 'Which Orders', 'Paid Only', 'Order Updates'];
		expect(trigger.filter((label) => inOrder.includes(label))).toEqual(inOrder);
		await editor.closeNode();
		const map = await editor.openNode(MAP);
		expect(map.slice(1, 4)).toEqual(['Transaction Type', 'Unpaid Orders', 'Deposit Account']);
		await editor.screenshot(path.join(OUT, 'map-panel.png'));
	} finally {
		await editor.close();
	}
});

test('no secret is in any output or log', async () => {
	const secrets = business.credentials.flatMap(({ data }) => secretsIn(data));
	expect(secrets.length).toBeGreaterThan(5);
	const log = readFileSync(n8n.logFile, 'utf8');
	for (const secret of secrets) {
		expect(allExecutions.includes(secret)).toBe(false);
		expect(log.includes(secret)).toBe(false);
	}
});

const NOT_SECRET = new Set(['clientId', 'url', 'baseUrl', 'shop', 'environment', 'scope', 'grantType', 'authUrl', 'accessTokenUrl', 'authentication', 'token_type', 'realmId']);

function secretsIn(data: unknown): string[] {
	return Object.entries((data ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
		if (typeof value === 'object') return secretsIn(value);
		return typeof value === 'string' && !NOT_SECRET.has(name) ? [value] : [];
	});
}
