import { makeOrder, planFor, SETTINGS, startPostingBench } from '../../test/quickbooks/posting-bench';
import { atMost, type Benchmark } from './measure';

const ORDERS = 1000;
const NEW_CUSTOMERS = 200;
const SKUS = 300;

/**
 * 1,000 Sales Receipts, one in five for a customer that QuickBooks does not have, 300 SKUs of which it has none: HTTP calls as
 * the simulated company counts them. Then the same orders again.
 */
export const receiptsCalls: Benchmark = {
	names: ['receipts-1000-calls', 'rerun-unchanged-calls-per-100'],
	run: async (log) => {
		const bench = await startPostingBench();
		try {
			const settings = { ...SETTINGS, customer: { mode: 'byEmail' as const } };
			const plans = Array.from({ length: ORDERS }, (_, index) => {
				const person = index % NEW_CUSTOMERS;
				const order = makeOrder(String(index + 1), {
					customer: { firstName: 'Buyer', lastName: `N${person}`, email: `buyer${person}@example.com` },
				});
				order.lines[0] = { ...order.lines[0]!, sku: `SKU-${index % SKUS}`, title: `Thing ${index % SKUS}` };
				return planFor(order, settings);
			});
			log('Posting 1,000 sales receipts to the simulated company');
			const first = await bench.post(plans);
			const { calls } = bench.company.counters;
			const missing = first.postings.filter(({ outcome }) => outcome !== 'posted').length;
			bench.company.resetCounters();
			log('The same orders again');
			await bench.post(plans);
			const again = bench.company.counters;
			if (missing > 0 || again.writes > 0) throw new Error(`${missing} orders were not posted, ${again.writes} written twice`);
			return [
				atMost('receipts-1000-calls', calls, 'HTTP calls', 60),
				atMost('rerun-unchanged-calls-per-100', (again.calls / ORDERS) * 100, 'HTTP calls', 1),
			];
		} finally {
			await bench.close();
		}
	},
};
