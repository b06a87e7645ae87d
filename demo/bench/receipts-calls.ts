import type { TransactionPlan } from '../../nodes/transaction/plan';
import { makeOrder, planFor, SETTINGS, startPostingBench } from '../../test/quickbooks/posting-bench';
import type { Benchmark } from './measure';

const ORDERS = 1000;
const SKUS = 300;

const person = (index: number) => ({ firstName: 'Buyer', lastName: `Number ${index}`, email: `buyer${index}@example.com` });
const isNew = (index: number): boolean => index % 5 === 0;

/**
 * 1,000 Sales Receipts for 1,000 people, one in five of whom QuickBooks does not have, and 300 SKUs of which it has none
 * (the harder case: each is looked for and created): HTTP calls as the simulated company counts them. Then the same orders
 * again.
 */
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
	run: async (log) => {
		const bench = await startPostingBench();
		try {
			const { company } = bench;
			for (let index = 0; index < ORDERS; index += 1) if (!isNew(index)) enterCustomer(company, index);
			const plans = Array.from({ length: ORDERS }, (_, index) => planOf(index));
			log('Posting 1,000 Sales Receipts to the simulated company');
			company.resetCounters();
			const first = await bench.post(plans);
			const { calls } = company.counters;
			const posted = first.postings.filter(({ outcome }) => outcome === 'posted').length;
			const made = ['SalesReceipt', 'Customer', 'Item'].map((type) => company.counters.writeLog.filter((write) => write === `create ${type}`).length);
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

type Company = Awaited<ReturnType<typeof startPostingBench>>['company'];

function enterCustomer(company: Company, index: number): void {
	const { firstName, lastName, email } = person(index);
	company.byHand.create('Customer', { DisplayName: `${firstName} ${lastName}`, PrimaryEmailAddr: { Address: email } });
}

function planOf(index: number): TransactionPlan {
	const order = makeOrder(String(index + 1), { customer: person(index) });
	const lines = order.lines.map((line, at) => {
		const sku = (index * order.lines.length + at) % SKUS;
		return { ...line, sku: `SKU-${sku}`, title: `Thing ${sku}` };
	});
	return planFor({ ...order, lines }, { ...SETTINGS, customer: { mode: 'byEmail' } });
}
