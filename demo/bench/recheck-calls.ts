import type { Period } from '../../nodes/order/order';
import { readMemory, recall } from '../../nodes/postings/memory';
import { reconcile } from '../../nodes/quickbooks/reconcile';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { startPostingBench } from '../../test/quickbooks/posting-bench';
import type { Benchmark } from './measure';
import { ORDERS, thousandOrders } from './thousand-orders';

const HOUR = 3_600_000;
const TYPES = ['salesReceipt', 'salesOrderInvoicePayment'] as const satisfies Array<SyncSettingsInput['transactionType']>;

/** A day's thousand orders, all of them posted, held against the books by Reconcile in a run that remembers nothing. */
export const recheckCalls: Benchmark = {
	measures: [
		{
			name: 'recheck-1000-calls',
			unit: 'HTTP calls',
			asked: 'A re-check of 1,000 posted orders, whichever their type: at most 8 calls to QuickBooks, and no writes',
			limit: 8,
		},
	],
	run: async ({ log }) => {
		const calls: number[] = [];
		for (const type of TYPES) {
			calls.push(await callsOf(type));
			log(`Compared 1,000 posted orders of type ${type} with the books in ${calls.at(-1)} calls`);
		}
		return [Math.max(...calls)];
	},
};

async function callsOf(transactionType: (typeof TYPES)[number]): Promise<number> {
	const bench = await startPostingBench();
	try {
		const plans = thousandOrders(bench, { transactionType });
		await bench.post(plans);
		const { channel, accountId, localDate } = plans[0]!.order;
		const period: Period = {
			document: 'period',
			schemaVersion: 1,
			channel,
			accountId,
			from: `${localDate}T00:00:00Z`,
			to: `${localDate}T23:59:59Z`,
			firstDay: localDate,
			lastDay: localDate,
			orders: ORDERS,
			unreadable: 0,
			complete: true,
		};
		// In the night the minute of the last posting is long over.
		await bench.clock.sleep(HOUR);
		bench.company.resetCounters();
		const memory = readMemory(undefined, bench.company.realmId);
		const compared = await reconcile(plans, [period], { quickbooks: bench.gateway(), clock: bench.clock, recall: recall(memory) });
		if (!compared.ok) throw new Error(compared.failure.message);
		const { summary } = compared.value.periods[0]!;
		const { calls, writes } = bench.company.counters;
		if (summary.posted !== ORDERS || summary.unknown > 0 || writes > 0) throw new Error(`With ${writes} writes: ${summary.summary}`);
		return calls;
	} finally {
		await bench.close();
	}
}
