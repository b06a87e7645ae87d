import { readMark } from '../../nodes/postings/mark';
import { MarksRead } from '../../nodes/quickbooks/marks-read';
import { Pacer } from '../../nodes/quickbooks/pacer';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { PostingRun } from '../../nodes/quickbooks/post-orders';
import { creates, type QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

/** Far from where QuickBooks begins to count by itself. */
const NUMBERS = ['7001', '7002', '7003', '7004'];

describe('two runs that post the same orders at the same moment', () => {
	let bench: PostingBench;
	afterEach(() => bench.close());

	const start = async (options: QuickBooksOptions) => {
		bench = await startPostingBench(options);
	};
	const plans = (settings: SyncSettingsInput = {}, numbers = NUMBERS) => numbers.map((number) => planFor(makeOrder(number), { ...SETTINGS, ...settings }));
	const standing = (type: 'SalesReceipt' | 'Invoice' | 'Estimate' | 'Payment') =>
		bench.company.company.documents(type).filter(({ TotalAmt, TxnStatus }) => TotalAmt !== 0 && TxnStatus !== 'Rejected');
	const ordersIn = (type: Parameters<typeof standing>[0]) => standing(type).map(({ PrivateNote }) => readMark(PrivateNote)?.id).sort();

	/** Both runs say of every order that it stands, in the same document, and a third run has nothing to do. */
	async function expectOneOfEach(runs: PostingRun[], type: Parameters<typeof standing>[0], settings: SyncSettingsInput = {}): Promise<void> {
		expect(ordersIn(type)).toEqual(NUMBERS);
		for (const { postings } of runs) {
			expect(postings.filter(({ outcome }) => outcome === 'needsAttention').map(({ summary }) => summary)).toEqual([]);
			for (const { order, transactions } of postings) {
				const document = standing(type).find(({ PrivateNote }) => readMark(PrivateNote)?.id === order.id);
				expect(transactions.find((one) => one.type === type)?.id).toBe(document?.Id);
			}
		}
		bench.company.resetCounters();
		const third = await bench.post(plans(settings));
		expect(third.postings.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => 'unchanged'));
		expect(bench.company.counters.writes).toBe(0);
		const { debit, credit } = bench.company.trialBalance();
		expect(debit).toBe(credit);
	}

	const MODES = ['replay', '600', '6000', 'ignored'] as const;

	test.each(MODES)('post each once by its number, request ids %s', async (requestIds) => {
		await start({ behaviour: { requestIds } });
		const runs = await Promise.all([bench.post(plans()), bench.post(plans())]);
		expect(bench.company.company.documents('SalesReceipt')).toHaveLength(NUMBERS.length);
		await expectOneOfEach(runs, 'SalesReceipt');
	});

	test.each(MODES)('post each once where QuickBooks numbers by itself, request ids %s: of two the younger is voided, and said so', async (requestIds) => {
		await start({ behaviour: { requestIds }, company: { customTxnNumbers: false } });
		// In another order: another batch, so that its request id protects nothing.
		const runs = await Promise.all([bench.post(plans()), bench.post(plans({}, [...NUMBERS].reverse()))]);
		const voided = bench.company.company.documents('SalesReceipt').filter(({ TotalAmt }) => TotalAmt === 0);
		expect(voided).toHaveLength(NUMBERS.length);
		for (const twin of voided) {
			expect(twin.PrivateNote).toContain('Voided by Order Sync: the order stands in another document');
			const elder = standing('SalesReceipt').find(({ PrivateNote }) => readMark(PrivateNote)?.id === readMark(twin.PrivateNote)?.id)!;
			expect(Number(twin.Id)).toBeGreaterThan(Number(elder.Id));
		}
		const remarks = runs.flatMap(({ postings }) => postings.flatMap(({ remarks: said }) => said)).filter((remark) => remark.includes('Another run posted the same order'));
		expect(remarks).toHaveLength(NUMBERS.length);
		await expectOneOfEach(runs, 'SalesReceipt');
	});

	test('leave one of each also when one had to wait for twenty minutes between its look-up and its writing', async () => {
		await start({ behaviour: { requestIds: 'ignored' }, company: { customTxnNumbers: false } });
		bench.company.faults.throttle({ matches: creates('SalesReceipt') });
		const runs: PostingRun[] = [];
		const { sleep } = bench.clock;
		bench.clock.sleep = async () => {
			bench.clock.sleep = sleep;
			Object.assign(bench, { pacer: new Pacer(), marks: new MarksRead() });
			runs.push(await bench.post(plans({}, [...NUMBERS].reverse())));
			await sleep(20 * 60_000);
		};
		runs.push(await bench.post(plans()));
		expect(runs).toHaveLength(2);
		expect(bench.company.company.documents('SalesReceipt')).toHaveLength(2 * NUMBERS.length);
		await expectOneOfEach(runs, 'SalesReceipt');
	});

	test.each(MODES)('make each new customer and product once, request ids %s', async (requestIds) => {
		await start({ behaviour: { requestIds } });
		const settings = { customer: { mode: 'byEmail' as const } };
		await Promise.all([bench.post(plans(settings)), bench.post(plans(settings, [...NUMBERS].reverse()))]);
		const named = (type: string, beginning: string) => bench.company.company.all(type).filter(({ DisplayName, Name }) => String(DisplayName ?? Name).startsWith(beginning));
		expect([named('Customer', 'Ana Tester'), named('Item', 'SHIRT-1'), named('Item', 'MUG-1')].map(({ length }) => length)).toEqual([1, 1, 1]);
		expect(ordersIn('SalesReceipt')).toEqual(NUMBERS);
	});

	test.each(['invoice', 'invoiceAndPayment'] as const)('post each once when one makes receipts of them and the other %s', async (transactionType) => {
		await start({ behaviour: { requestIds: 'ignored' } });
		await Promise.all([bench.post(plans()), bench.post(plans({ transactionType }))]);
		// Money that a receipt holds is not received a second time.
		for (const { PrivateNote } of standing('Payment')) expect(ordersIn('Invoice')).toContain(readMark(PrivateNote)?.id);
		expect([...ordersIn('SalesReceipt'), ...ordersIn('Invoice')].sort()).toEqual(NUMBERS);
		bench.company.resetCounters();
		expect((await bench.post(plans())).postings.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => 'unchanged'));
		expect(bench.company.counters.writes).toBe(0);
	});

	test.each([true, false])('post sales order, invoice and payment of each once, custom numbers %s', async (customTxnNumbers) => {
		const settings = { transactionType: 'salesOrderInvoicePayment' as const };
		await start({ behaviour: { requestIds: 'ignored' }, company: { customTxnNumbers } });
		const runs = await Promise.all([bench.post(plans(settings)), bench.post(plans(settings, [...NUMBERS].reverse()))]);
		expect(ordersIn('Estimate')).toEqual(NUMBERS);
		expect(ordersIn('Payment')).toEqual(NUMBERS);
		expect(standing('Invoice').map(({ Balance }) => Balance)).toEqual(NUMBERS.map(() => 0));
		expect(standing('Estimate').map(({ TxnStatus }) => TxnStatus)).toEqual(NUMBERS.map(() => 'Closed'));
		await expectOneOfEach(runs, 'Invoice', settings);
	});

	test('do not see each other while QuickBooks shows new documents late; the next run puts it right', async () => {
		await start({ behaviour: { requestIds: 'ignored' }, company: { customTxnNumbers: false } });
		bench.company.lag({ lookUps: 1_000 });
		await Promise.all([bench.post(plans()), bench.post(plans({}, [...NUMBERS].reverse()))]);
		expect(ordersIn('SalesReceipt')).toHaveLength(2 * NUMBERS.length);
		bench.company.lag({});
		await expectOneOfEach([await bench.post(plans())], 'SalesReceipt');
	});
});

describe.each([true, false])('a QuickBooks that shows new documents late, custom numbers %s', (customTxnNumbers) => {
	test.each([1, 2, 3, 100])('by %s look-ups: what was created is not taken for deleted, and never posted again', async (lookUps) => {
		const bench = await startPostingBench({ behaviour: { requestIds: 'ignored' }, company: { customTxnNumbers } });
		try {
			bench.company.lag({ lookUps });
			const plans = NUMBERS.map((number) => planFor(makeOrder(number)));
			const first = await bench.post(plans, { whenDeleted: 'postAgain' });
			expect(first.postings.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => 'posted'));
			bench.company.lag({});
			const later = await bench.post(plans, { whenDeleted: 'postAgain' });
			expect(later.postings.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => 'unchanged'));
			expect(bench.company.company.documents('SalesReceipt')).toHaveLength(NUMBERS.length);
		} finally {
			await bench.close();
		}
	});
});
