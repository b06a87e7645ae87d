import type { TransactionPlan } from '../../nodes/transaction/plan';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { isBatch, type QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const CHAIN: SyncSettingsInput = { ...SETTINGS, transactionType: 'salesOrderInvoicePayment', customer: { mode: 'byEmail' } };
const COUNT = 120;

const plans = (settings: SyncSettingsInput): TransactionPlan[] =>
	Array.from({ length: COUNT }, (_, index) =>
		planFor(makeOrder(String(8000 + index), { customer: { firstName: 'Buyer', lastName: `N${index % 40}`, email: `buyer${index % 40}@example.com` } }), settings),
	);

/** Stop is pressed while the n-th batch is on its way: it is carried out, and answered to nobody who still asks. */
const stopAt = (bench: PostingBench, batch: number) =>
	bench.company.faults.add({
		matches: isBatch,
		skip: batch - 1,
		effect: (answer) => {
			bench.clock.cancel();
			return answer;
		},
	});

const COMPANIES: Array<[string, QuickBooksOptions]> = [
	['with numbers of its shops', {}],
	['that numbers by itself and ignores request ids', { company: { customTxnNumbers: false }, behaviour: { requestIds: 'ignored' } }],
];

describe.each(COMPANIES)('Stop, in a company %s', (_name, options) => {
	// Look-ups, customers and products, and each phase of documents.
	test.each([1, 2, 3, 4, 6, 9, 13])('at batch %i sends nothing more; what stands is given out, and the next run brings the rest, once', async (batch) => {
		const bench = await startPostingBench(options);
		try {
			stopAt(bench, batch);
			const first = await bench.post(plans(CHAIN)).catch((error: Error) => error);
			const { batches } = bench.company.counters;
			// Five are on their way at once at most.
			expect(batches).toBeLessThanOrEqual(batch + 5);
			const standing = (type: 'Estimate' | 'Invoice' | 'Payment') => bench.company.company.documents(type).map(({ Id }) => Id);
			if (first instanceof Error) {
				expect(first.message).toContain('cancelled');
				expect(bench.company.counters.writes).toBe(0);
			} else {
				const told = first.postings.flatMap(({ transactions }) => transactions.map(({ id }) => id));
				expect(told.sort()).toEqual([...standing('Estimate'), ...standing('Invoice'), ...standing('Payment')].sort());
				for (const { outcome, attention } of first.postings) if (outcome !== 'posted') expect(attention?.reason).toBe('cancelled');
			}
			bench.clock.goOn();
			bench.forget();
			const again = await bench.post(plans(CHAIN));
			expect(again.postings.filter(({ outcome }) => outcome === 'needsAttention').map(({ summary }) => summary)).toEqual([]);
			for (const type of ['Estimate', 'Invoice', 'Payment'] as const) {
				expect(bench.company.company.documents(type).filter(({ TotalAmt, TxnStatus }) => TotalAmt !== 0 && TxnStatus !== 'Rejected')).toHaveLength(COUNT);
			}
			expect(bench.company.company.documents('Invoice').filter(({ Balance }) => Balance !== 0)).toEqual([]);
			expect(bench.company.company.all('Customer').filter(({ DisplayName }) => String(DisplayName).startsWith('Buyer'))).toHaveLength(40);
			bench.company.resetCounters();
			const third = await bench.post(plans(CHAIN));
			expect(third.postings.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
			expect(bench.company.counters.writes).toBe(0);
		} finally {
			await bench.close();
		}
	});
});
