import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

describe('posting orders to QuickBooks', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const receipts = () => bench.company.company.all('SalesReceipt');

	test('an order becomes one sales receipt with the right total, tax and deposit account', async () => {
		const posting = only(await bench.post([planFor(makeOrder('1001'))]));
		expect(posting).toMatchObject({ outcome: 'posted', action: 'created', shopTotal: '60.74', booksTotal: '60.74', difference: '0' });
		const [receipt, ...others] = receipts();
		expect(others).toEqual([]);
		expect(receipt).toMatchObject({ DocNumber: '1001', TotalAmt: 60.74, TxnDate: '2026-03-01', TxnTaxDetail: { TotalTax: 4.76 } });
		expect(posting.transactions[0]!.link).toBe(`${bench.company.url}/app/salesreceipt?txnId=${receipt!.Id}`);
	});

	test('a second run posts nothing, writes nothing and makes one call', async () => {
		const plans = Array.from({ length: 100 }, (_, index) => planFor(makeOrder(String(2000 + index))));
		await bench.post(plans);
		bench.company.resetCounters();
		const again = await bench.post(plans);
		expect(again.postings.map(({ outcome }) => outcome)).toEqual(plans.map(() => 'unchanged'));
		expect(bench.company.counters).toMatchObject({ calls: 1, writes: 0 });
	});

	test('1,000 sales receipts, one in five with a new customer, 300 SKUs: at most 60 calls', async () => {
		const settings = { ...SETTINGS, customer: { mode: 'byEmail' as const } };
		const plans = Array.from({ length: 1000 }, (_, index) => {
			const person = index % 200;
			const order = makeOrder(String(5000 + index), { customer: { firstName: 'Buyer', lastName: `N${person}`, email: `buyer${person}@example.com` } });
			order.lines[0]!.sku = `SKU-${index % 300}`;
			order.lines[0]!.title = `Thing ${index % 300}`;
			return planFor(order, settings);
		});
		const run = await bench.post(plans);
		expect(run.postings.filter(({ outcome }) => outcome !== 'posted')).toEqual([]);
		expect(receipts()).toHaveLength(1000);
		expect(bench.company.counters.calls).toBeLessThanOrEqual(60);
		expect(bench.company.counters.throttled).toBe(0);
	});
});
