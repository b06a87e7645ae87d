import { startPostingBench } from '../../test/quickbooks/posting-bench';
import type { Benchmark } from './measure';
import { madeIn, ORDERS, thousandOrders } from './thousand-orders';

/** The thousand orders as Sales Receipts: HTTP calls as the simulated company counts them. Then the same orders again. */
export const receiptsCalls: Benchmark = {
	measures: [
		{
			name: 'receipts-1000-calls',
			unit: 'HTTP calls',
			asked: '1,000 Sales Receipts, one in five with a new customer, 300 SKUs, all new: at most 60 calls to QuickBooks',
			limit: 60,
		},
		{
			name: 'rerun-unchanged-calls-per-100',
			unit: 'HTTP calls',
			asked: 'The same 1,000 orders again, none changed: at most 1 call per 100 orders, and no writes',
			limit: 1,
		},
	],
	run: async ({ log }) => {
		const bench = await startPostingBench();
		try {
			const { company } = bench;
			const plans = thousandOrders(bench, {});
			log('Posting 1,000 Sales Receipts to the simulated company');
			company.resetCounters();
			const first = await bench.post(plans);
			const { calls } = company.counters;
			const posted = first.postings.filter(({ outcome }) => outcome === 'posted').length;
			const made = madeIn(bench, ['SalesReceipt', 'Customer', 'Item']);
			log(`Made ${made[0]} receipts, ${made[1]} customers and ${made[2]} items in ${calls} calls; the same orders again`);
			if (posted !== ORDERS || company.counters.throttled > 0) throw new Error(`${posted} of ${ORDERS} orders were posted`);
			company.resetCounters();
			const second = await bench.post(plans);
			const unchanged = second.postings.filter(({ outcome }) => outcome === 'unchanged').length;
			const { calls: callsAgain, writes } = company.counters;
			if (unchanged !== ORDERS || writes > 0) throw new Error(`${unchanged} of ${ORDERS} orders were left alone, with ${writes} writes`);
			return [calls, (callsAgain / ORDERS) * 100];
		} finally {
			await bench.close();
		}
	},
};
