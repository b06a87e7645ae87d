import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { QuickBooksSimulator } from '../../test/simulators/quickbooks/quickbooks-simulator';
import { packPackage } from '../n8n/install-package';
import { startN8n, type RunningN8n } from '../n8n/run-n8n';
import { openSmallBusiness, type SmallBusiness } from '../small-business';
import { fillIn, MAP, readTemplate, type FillIn, type Template } from '../templates';
import { expectEachOrderOnce } from './each-order-once';
import type { Benchmark } from './measure';
import { EVERY_LIMIT, REALISTIC_ANSWERS } from './realistic-answers';

const ROOT = path.join(__dirname, '..', '..');
const MINUTE = 60_000;
/** The first minute has the burst that an idle minute leaves over; then three full ones are measured. */
const MEASURED_MINUTES = 3;
/** 40 batches of 30. */
const CEILING_A_MINUTE = 1_200;

type DocumentType = 'SalesReceipt' | 'Estimate' | 'Invoice' | 'Payment';

interface BackFill {
	template: Template;
	/** What an order becomes, each in a batch of its own phase. */
	documents: DocumentType[];
	/** A little more than the ceiling lets through in the two minutes between polls. */
	ordersPerPoll: number;
	orders: number;
	/** Other choices than the template's. */
	choices?: FillIn['choices'];
}

/** Customers that have to be made come on top of the three documents. */
const ONE_CUSTOMER = { [MAP]: { customers: 'one', customer: { __rl: true, mode: 'name', value: 'Web Store' } } };

const BACK_FILLS: BackFill[] = [
	{ template: 'woocommerce-to-sales-receipts', documents: ['SalesReceipt'], ordersPerPoll: 2_600, orders: 9_000 },
	{ template: 'woocommerce-to-sales-orders', documents: ['Estimate', 'Invoice', 'Payment'], ordersPerPoll: 900, orders: 3_200, choices: ONE_CUSTOMER },
];

const EVERY_TWO_MINUTES = { item: [{ mode: 'custom', cronExpression: '0 */2 * * * *' }] };

/**
 * Two back-fills at once in one n8n, each of a shop of its own into a company of its own, which answers as slowly as QuickBooks does and
 * keeps its published limits.
 */
export const ceilingShare: Benchmark = {
	measures: [
		{
			name: 'ceiling-share-receipts',
			unit: '%',
			asked: 'Sales Receipts over three minutes of a back-fill: at least 95 % of the 1,200 a minute that batches allow, nothing refused for speed',
			limit: 95,
		},
		{
			name: 'ceiling-share-three-documents',
			unit: '%',
			asked: 'Sales Order, Invoice and Payment over three minutes of a back-fill: at least 95 % of the 400 orders a minute that batches allow, nothing refused for speed',
			limit: 95,
		},
	],
	run: async ({ log }) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-bench-'));
		const businesses: SmallBusiness[] = [];
		let n8n: RunningN8n | undefined;
		try {
			for (const { orders, template } of BACK_FILLS) {
				businesses.push(
					await openSmallBusiness({ woocommerceOrders: orders, shopifyOrders: 0, days: 60, simple: true, name: template, answers: REALISTIC_ANSWERS, limits: EVERY_LIMIT }),
				);
			}
			n8n = await startN8n({
				userFolder: path.join(folder, 'n8n'),
				packageTarballs: [await packPackage(ROOT, folder)],
				credentials: businesses.flatMap(({ credentials }) => credentials),
				env: { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' },
				log,
			});
			for (const [index, { template, ordersPerPoll, choices }] of BACK_FILLS.entries()) {
				const { credentials, openedAt: startDate } = businesses[index]!;
				const filled = fillIn(readTemplate(template), { credentials, startDate, pollTimes: EVERY_TWO_MINUTES, triggerOptions: { ordersPerPoll }, ...(choices ? { choices } : {}) });
				await n8n.activate(await n8n.importWorkflow(filled));
			}
			return await Promise.all(BACK_FILLS.map(({ documents }, index) => shareOf(businesses[index]!.quickbooks, documents, log)));
		} finally {
			await n8n?.kill();
			await Promise.all(businesses.map((business) => business.close()));
			await rm(folder, { recursive: true, force: true });
		}
	},
};

/** Percent of the ceiling, as the company counts what it made. */
async function shareOf(quickbooks: QuickBooksSimulator, types: DocumentType[], log: (line: string) => void): Promise<number> {
	const { counters } = quickbooks;
	const made = () => types.map((type) => counters.writeLog.filter((write) => write === `create ${type}`).length);
	const total = () => made().reduce((sum, count) => sum + count, 0);
	for (const deadline = Date.now() + 3 * MINUTE; total() === 0; await wait(100)) {
		if (Date.now() > deadline) throw new Error(`No ${types[0]} was made within three minutes`);
	}
	const minutes: number[] = [];
	const refused: number[] = [];
	const started = Date.now();
	for (let minute = 1, before = 0; minute <= 1 + MEASURED_MINUTES; minute += 1) {
		await wait(started + minute * MINUTE - Date.now());
		minutes.push(total() - before);
		refused.push(counters.throttled);
		before = total();
	}
	const measured = minutes.slice(1).reduce((sum, count) => sum + count, 0);
	log(`${types.join(' + ')}: ${minutes.join(', ')} documents a minute in ${counters.calls} calls (${counters.batches} batches), ${refused.join(', ')} refused for speed so far`);
	if (refused.at(-1) !== refused[0]) throw new Error(`QuickBooks refused calls for speed after the first minute: ${refused.join(', ')}`);
	expectEachOrderOnce(quickbooks, types);
	return (measured / (MEASURED_MINUTES * CEILING_A_MINUTE)) * 100;
}
