import { startPostingBench } from '../../test/quickbooks/posting-bench';
import type { Benchmark } from './measure';
import { madeIn, ORDERS, thousandOrders } from './thousand-orders';

const DOCUMENTS = ['Estimate', 'Invoice', 'Payment'];

/**
 * The thousand orders as Sales Order, Invoice and Payment each: HTTP calls as the simulated company counts them. Counts only
 * when each invoice closed its sales order and is settled by its payment.
 */
export const salesOrdersCalls: Benchmark = {
	measures: [
		{
			name: 'sales-order-invoice-payment-1000-calls',
			unit: 'HTTP calls',
			asked: '1,000 orders as Sales Order, Invoice and Payment, one in five with a new customer, 300 SKUs, all new: at most 140 calls to QuickBooks',
			limit: 140,
		},
	],
	run: async ({ log }) => {
		const bench = await startPostingBench();
		try {
			const { company } = bench;
			const plans = thousandOrders(bench, { transactionType: 'salesOrderInvoicePayment' });
			log('Posting 1,000 Sales Orders, Invoices and Payments to the simulated company');
			company.resetCounters();
			const { postings } = await bench.post(plans);
			const { calls } = company.counters;
			const posted = postings.filter(({ outcome }) => outcome === 'posted').length;
			const made = madeIn(bench, [...DOCUMENTS, 'Customer', 'Item']);
			log(`Made ${made[0]} estimates, ${made[1]} invoices, ${made[2]} payments, ${made[3]} customers and ${made[4]} items in ${calls} calls`);
			const closed = company.company.documents('Estimate').filter(({ TxnStatus }) => TxnStatus === 'Closed').length;
			const settled = company.company.documents('Invoice').filter(({ Balance }) => Balance === 0).length;
			if ([posted, closed, settled].some((count) => count !== ORDERS) || company.counters.throttled > 0) {
				throw new Error(`Of ${ORDERS} orders ${posted} were posted; ${closed} sales orders are closed and ${settled} invoices settled`);
			}
			return [calls];
		} finally {
			await bench.close();
		}
	},
};
