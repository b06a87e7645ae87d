import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Order } from '../../nodes/order/order';
import { startQuickBooks, type QuickBooksSimulator } from '../../test/simulators/quickbooks/quickbooks-simulator';
import { packPackage } from '../n8n/install-package';
import type { CredentialToImport } from '../n8n/n8n-command';
import { startN8n, type RunningN8n } from '../n8n/run-n8n';
import { quickBooksConnection } from '../small-business';
import { builtInWorkflow, PAYMENT } from './built-in-workflow';
import { exampleOrders } from './example-orders';
import { intuitOnLoopback } from './intuit-on-loopback';
import type { Benchmark } from './measure';
import { START, examplesOf } from './order-source';
import { postingWorkflow } from './posting-workflow';
import { EVERY_LIMIT, REALISTIC_ANSWERS } from './realistic-answers';
import { runOnce } from './run-cost';
import { writeYardstickPackage } from './yardstick-package';

const ROOT = path.join(__dirname, '..', '..');
const ORDERS = 1_000;
/** The built-in way takes as long and as many calls for each order as for the next: a short run tells, and two show that it is so. */
const SHORT_RUNS = [30, 60];
const HOUR = 3_600_000;
/** The simulated company's account of that name. */
const SALES_OF_PRODUCT_INCOME = '79';

const OURS = { id: 'bench-ours', name: 'Our connection' };
const BUILT_IN = { id: 'bench-built-in', name: "n8n's connection" };

/**
 * 1,000 orders as Invoice and Payment, one in five with a new customer, by our nodes and by n8n's own QuickBooks node as public templates use
 * it: in one n8n, each into a company of its own that answers as slowly as QuickBooks and keeps its limits.
 */
export const builtIn: Benchmark = {
	measures: [
		{ name: 'builtin-calls-ratio', unit: 'times', asked: "1,000 orders as Invoice and Payment: at least 20 times fewer calls than n8n's built-in QuickBooks node", limit: 20 },
		{ name: 'builtin-time-ratio', unit: 'times', asked: "1,000 orders as Invoice and Payment: at least 10 times faster than n8n's built-in QuickBooks node", limit: 10 },
	],
	run: async ({ log, full }) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-bench-'));
		const [ours, theirs] = [await openCompany(), await openCompany()];
		let n8n: RunningN8n | undefined;
		try {
			await writeYardstickPackage(path.join(folder, 'yardstick'));
			n8n = await startN8n({
				userFolder: path.join(folder, 'n8n'),
				packageTarballs: [await packPackage(ROOT, folder), await packPackage(path.join(folder, 'yardstick'), folder)],
				credentials: [{ ...OURS, ...quickBooksConnection(ours) }, builtInConnection(theirs)],
				env: await intuitOnLoopback(folder, theirs.url),
				log,
			});
			const orders = await exampleOrders(50);
			enterProducts(ours, orders);
			const byUs = await runByUs(n8n, ours, orders);
			log(`Our nodes: ${told(byUs, ORDERS)}`);
			let perOrder = byUs;
			let first = 1;
			for (const count of full ? [ORDERS] : SHORT_RUNS) {
				const took = await runBuiltIn(n8n, theirs, orders, first, count);
				log(`n8n's QuickBooks node: ${told(took, count)}`);
				perOrder = { calls: took.calls / count, seconds: took.seconds / count, megabytes: took.megabytes };
				first += count;
			}
			if (!full) log(`1,000 orders at that rate: ${Math.round(perOrder.calls * ORDERS)} calls, ${Math.round(perOrder.seconds * ORDERS)} s`);
			return [(perOrder.calls * ORDERS) / byUs.calls, (perOrder.seconds * ORDERS) / byUs.seconds];
		} finally {
			await n8n?.stop();
			await Promise.all([ours.close(), theirs.close()]);
			await rm(folder, { recursive: true, force: true });
		}
	},
};

interface Took {
	calls: number;
	seconds: number;
	megabytes: number;
}

const told = ({ calls, seconds, megabytes }: Took, orders: number): string =>
	`${orders} orders in ${calls} calls (${(calls / orders).toFixed(2)} an order) and ${seconds.toFixed(1)} s, ${Math.round((orders / seconds) * 60)} a minute, at most ${megabytes} MB`;

/** Four in five customers are known. */
async function openCompany(): Promise<QuickBooksSimulator> {
	const company = await startQuickBooks({ ...REALISTIC_ANSWERS, limits: EVERY_LIMIT });
	for (let number = 1; number <= ORDERS; number += 1) {
		if (number % 5 === 0) continue;
		company.byHand.create('Customer', { DisplayName: `Buyer Number ${number}`, PrimaryEmailAddr: { Address: `buyer${number}@example.com` } });
	}
	return company;
}

/** The bookkeeper has entered the products. */
function enterProducts({ byHand }: QuickBooksSimulator, orders: Order[]): void {
	const skus = new Set(orders.flatMap(({ lines }) => lines.flatMap(({ sku }) => sku ?? [])));
	for (const sku of skus) byHand.create('Item', { Name: sku, Sku: sku, Type: 'NonInventory', IncomeAccountRef: { value: SALES_OF_PRODUCT_INCOME } });
}

async function runByUs(n8n: RunningN8n, company: QuickBooksSimulator, orders: Order[]): Promise<Took> {
	const took = await run(n8n, company, await n8n.importWorkflow(postingWorkflow(ORDERS, examplesOf(orders, true), OURS)));
	const invoices = company.company.documents('Invoice');
	const settled = invoices.filter(({ Balance }) => Balance === 0).length;
	if (settled !== ORDERS || invoices.length !== ORDERS) throw new Error(`Of ${ORDERS} orders ${invoices.length} have an invoice and ${settled} a settled one`);
	return took;
}

async function runBuiltIn(n8n: RunningN8n, company: QuickBooksSimulator, orders: Order[], first: number, count: number): Promise<Took> {
	const made = () => company.company.documents('Payment').length;
	const before = made();
	const workflowId = await n8n.importWorkflow(builtInWorkflow(count, examplesOf(orders, true, first), BUILT_IN));
	const took = await run(n8n, company, workflowId);
	if (made() - before !== count) throw new Error(`'${PAYMENT}' made ${made() - before} payments of ${count}`);
	return took;
}

async function run(n8n: RunningN8n, company: QuickBooksSimulator, workflowId: string): Promise<Took> {
	company.resetCounters();
	const { milliseconds, peakMegabytes } = await runOnce(n8n, workflowId, START, HOUR).catch((thrown: unknown) => {
		throw new Error(`${(thrown as Error).message}; QuickBooks refused ${JSON.stringify(company.counters.refusals.at(-1))}`);
	});
	const { calls, throttled } = company.counters;
	if (throttled > 0) throw new Error(`QuickBooks refused ${throttled} calls for speed`);
	return { calls, seconds: milliseconds / 1_000, megabytes: peakMegabytes };
}

/** n8n's own credential has no address: see `intuitOnLoopback`. */
function builtInConnection(company: QuickBooksSimulator): CredentialToImport {
	const { clientId, clientSecret, oauthTokenData } = quickBooksConnection(company).data;
	return { ...BUILT_IN, type: 'quickBooksOAuth2Api', data: { environment: 'production', clientId, clientSecret, oauthTokenData } };
}
