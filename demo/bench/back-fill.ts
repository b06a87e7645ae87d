import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packPackage } from '../n8n/install-package';
import { pollTimesEvery } from '../n8n/poll-times';
import { startN8n, type RunningN8n } from '../n8n/run-n8n';
import { openSmallBusiness } from '../small-business';
import { fillIn, readTemplate } from '../templates';
import { expectEachOrderOnce } from './each-order-once';
import { liftedPace } from './lifted-pace';
import type { Benchmark } from './measure';
import { forgetPeak, memoryOf } from './memory';

const ROOT = path.join(__dirname, '..', '..');
/** How much is back-filled when time, calls and memory are told. */
const SIZES = [1_000, 10_000];
const LARGEST = 100_000;
/** What a poll gives out, as the README advises where memory is short, and how often n8n polls: with limits lifted, more often than there. */
const PAGE = 250;
const EVERY_SECONDS = 5;
const LOOK_EVERY_MS = 200;
const GIVE_UP_AFTER_MS = 7_200_000;
/** n8n still tidies up after its start. */
const SETTLES_MS = 15_000;

/** A shop's whole past, in pages, into a company that answers at once: how time, calls and n8n's memory grow. */
export const backFill: Benchmark = {
	measures: [
		{
			name: 'backfill-100000-memory-growth-mb',
			unit: 'MB',
			asked: '100,000 orders back-filled in pages: the memory of the n8n process grows by at most 200 MB over its idle state',
			limit: 200,
		},
	],
	fullOnly: true,
	run: async ({ log, full }) => {
		const sizes = full ? [...SIZES, LARGEST] : SIZES;
		const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-bench-'));
		const orders = sizes.at(-1)!;
		log(`Making up a shop of ${orders} orders`);
		const business = await openSmallBusiness({ woocommerceOrders: orders, shopifyOrders: 0, days: 300, simple: true, limits: 'lifted' });
		let n8n: RunningN8n | undefined;
		try {
			const { quickbooks, credentials, openedAt: startDate } = business;
			n8n = await startN8n({ userFolder: path.join(folder, 'n8n'), packageTarballs: [await packPackage(ROOT, folder)], credentials, env: { ...AS_ADVISED, NODE_OPTIONS: `${SMALL_HEAP} ${await liftedPace(folder)}` }, log });
			const triggerOptions = { ordersPerPoll: PAGE };
			const template = fillIn(readTemplate('woocommerce-to-sales-receipts'), { credentials, startDate, pollTimes: pollTimesEvery(EVERY_SECONDS), triggerOptions });
			const workflowId = await n8n.importWorkflow(template);
			await wait(SETTLES_MS);
			const { now: idle } = await memoryOf(n8n);
			await forgetPeak(n8n);
			log(`n8n is idle at ${idle} MB`);
			quickbooks.resetCounters();
			const started = Date.now();
			await n8n.activate(workflowId);
			let calls = 0;
			let grown = 0;
			for (const size of sizes) {
				for (; quickbooks.company.documents('SalesReceipt').length < size; await wait(LOOK_EVERY_MS)) {
					if (Date.now() - started > GIVE_UP_AFTER_MS) throw new Error(`${size} orders were not posted within two hours`);
					calls += quickbooks.counters.calls;
					// What was sent is kept for tests to look at, and would fill this process.
					quickbooks.resetCounters();
				}
				const { now, peak } = await memoryOf(n8n);
				grown = peak - idle;
				const seconds = (Date.now() - started) / 1_000;
				expectEachOrderOnce(quickbooks, ['SalesReceipt']);
				log(`${size} orders: ${seconds.toFixed(0)} s, ${calls + quickbooks.counters.calls} calls, ${now} MB now and ${peak} MB at most, ${grown} MB over idle`);
			}
			return full ? [grown] : [];
		} finally {
			await n8n?.kill();
			await business.close();
			await rm(folder, { recursive: true, force: true });
		}
	},
};

/**
 * As the README advises where memory is short: n8n would keep every order twice, glibc would keep what it frees apart for each thread,
 * and V8 lets the more garbage pile up the more memory it may take.
 */
const AS_ADVISED = { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none', MALLOC_ARENA_MAX: '2' };
const SMALL_HEAP = '--max-semi-space-size=8 --max-old-space-size=512';
