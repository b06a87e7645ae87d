import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { syncAll } from '../first-sync';
import { DURABLE_CURSORS } from '../n8n/durable-cursors';
import { packPackage } from '../n8n/install-package';
import { pollTimesEvery } from '../n8n/poll-times';
import { startN8n, type RunningN8n } from '../n8n/run-n8n';
import { openSmallBusiness } from '../small-business';
import type { Benchmark, Run } from './measure';

const ROOT = path.join(__dirname, '..', '..');
const ORDERS = 40;
/** n8n polls on each tenth second; counting begins and ends between two polls. */
const EVERY_SECONDS = 10;
const POLLS = 4;

/** Two templates, each with a shop of its own, active in the real n8n as it is and with durable cursors: all orders are posted, and nothing new comes. */
export const pollEmpty: Benchmark = {
	measures: [
		{ name: 'poll-empty-channel-calls', unit: 'HTTP calls', asked: 'A poll with nothing new, of WooCommerce or Shopify: at most 1 call to the shop', limit: 1 },
		{ name: 'poll-empty-quickbooks-calls', unit: 'HTTP calls', asked: 'Polls with nothing new: at most 0 calls to QuickBooks', limit: 0 },
	],
	run: async ({ log }) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-bench-'));
		try {
			const packageTarball = await packPackage(ROOT, folder);
			const calls: Array<Record<'channel' | 'quickbooks', number>> = [];
			for (const [name, env] of Object.entries(N8NS)) {
				const inThisN8n = (line: string) => log(`${name}: ${line}`);
				calls.push(await pollsWithNothingNew({ userFolder: path.join(folder, name), packageTarballs: [packageTarball], env, log: inThisN8n }));
			}
			return [Math.max(...calls.map(({ channel }) => channel)), Math.max(...calls.map(({ quickbooks }) => quickbooks))];
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
};

const N8NS = { 'default settings': {}, 'durable cursors': DURABLE_CURSORS };

/** @returns calls a poll to the shop that was asked most, and calls to QuickBooks in all */
async function pollsWithNothingNew(how: Omit<Parameters<typeof startN8n>[0], 'credentials'> & Pick<Run, 'log'>): Promise<Record<'channel' | 'quickbooks', number>> {
	const business = await openSmallBusiness({ woocommerceOrders: ORDERS, shopifyOrders: ORDERS, days: 5 });
	let n8n: RunningN8n | undefined;
	try {
		const { credentials, openedAt: startDate, quickbooks, woocommerce, shopify } = business;
		n8n = await startN8n({ ...how, credentials });
		const synced = await syncAll(n8n, { credentials, startDate, pollTimes: pollTimesEvery(EVERY_SECONDS) });
		const posted = synced.map((one) => one.posted.length);
		if (posted.includes(0)) throw new Error(`Of two shops' orders ${posted.join(' and ')} were posted`);
		await untilBetweenPolls();
		const before = [callsOf(woocommerce.counters), callsOf(shopify.counters)];
		quickbooks.resetCounters();
		await wait(POLLS * EVERY_SECONDS * 1_000);
		const calls = [callsOf(woocommerce.counters), callsOf(shopify.counters)].map((count, shop) => count - before[shop]!);
		how.log(`${POLLS} polls with nothing new: ${calls[0]} calls to WooCommerce, ${calls[1]} to Shopify, ${quickbooks.counters.calls} to QuickBooks`);
		if (Math.min(...calls) < POLLS) throw new Error(`Not every one of ${POLLS} polls asked its shop`);
		return { channel: Math.max(...calls) / POLLS, quickbooks: quickbooks.counters.calls };
	} finally {
		await n8n?.stop();
		await business.close();
	}
}

async function untilBetweenPolls(): Promise<void> {
	const cycle = EVERY_SECONDS * 1_000;
	// The first poll after a start may still be followed by one that reads on.
	await wait(cycle + ((cycle + cycle / 2 - (Date.now() % cycle)) % cycle));
}

/** One of Shopify's counters tells again of calls that another one counts. */
const callsOf = (counters: object): number =>
	Object.entries(counters).reduce((sum, [name, count]) => (name === 'throttled' ? sum : sum + Number(count)), 0);
