import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

describe('an order that two runs posted, in a company that ignores request ids', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench({ behaviour: { requestIds: 'ignored' }, company: { customTxnNumbers: false } });
	});
	afterEach(() => bench.close());

	const sums = (type: 'SalesReceipt' | 'Invoice' | 'Estimate') => bench.company.company.documents(type).map(({ TotalAmt }) => TotalAmt);

	/** Posts an order, and enters what was sent once more: a second worker that looked before the first one wrote. */
	async function postTwice(type: 'SalesReceipt' | 'Invoice' | 'Estimate', settings: SyncSettingsInput = SETTINGS, changes: Partial<OrderInput> = {}): Promise<void> {
		await bench.post([planFor(makeOrder('1001', changes), settings)]);
		sendAgain(type);
	}
	const sendAgain = (type: 'SalesReceipt' | 'Invoice' | 'Estimate') => {
		const sent = bench.company.payloads().find((payload) => payload.type === type && payload.operation === 'create')!;
		bench.company.byHand.create(type, structuredClone(sent.body));
	};
	const pay = (invoice: { Id: string; CustomerRef?: unknown }) =>
		bench.company.byHand.create('Payment', { CustomerRef: invoice.CustomerRef, TotalAmt: 60.74, Line: [{ Amount: 60.74, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }] });

	test('stands once after the next run, which says so, and a further run writes nothing', async () => {
		await postTwice('SalesReceipt');
		expect(sums('SalesReceipt')).toEqual([60.74, 60.74]);
		const posting = only(await bench.post([planFor(makeOrder('1001'))]));
		expect(posting).toMatchObject({ outcome: 'posted', summary: expect.stringContaining('voided') });
		expect(posting.remarks.join()).toContain('stood twice');
		expect(sums('SalesReceipt')).toEqual([60.74, 0]);
		bench.company.resetCounters();
		expect(only(await bench.post([planFor(makeOrder('1001'))]))).toMatchObject({ outcome: 'unchanged' });
		expect(bench.company.counters.writes).toBe(0);
	});

	const unpaid: Partial<OrderInput> = { payments: [], paymentStatus: 'unpaid' };
	const invoices: SyncSettingsInput = { ...SETTINGS, transactionType: 'invoice' };

	test('keeps the invoice that a payment is on', async () => {
		await postTwice('Invoice', invoices, unpaid);
		const younger = bench.company.company.documents('Invoice')[1]!;
		pay(younger);
		await bench.post([planFor(makeOrder('1001', unpaid), invoices)]);
		expect(bench.company.company.documents('Invoice').map(({ Id, TotalAmt }) => [Id === younger.Id, TotalAmt])).toEqual([[false, 0], [true, 60.74]]);
	});

	test('rejects the second of two sales orders', async () => {
		const salesOrders: SyncSettingsInput = { ...SETTINGS, transactionType: 'salesOrder' };
		await postTwice('Estimate', salesOrders);
		await bench.post([planFor(makeOrder('1001'), salesOrders)]);
		expect(bench.company.company.documents('Estimate').map(({ TxnStatus }) => TxnStatus)).toEqual(['Accepted', 'Rejected']);
	});

	test('is left to a person when both have payments on them', async () => {
		await postTwice('Invoice', invoices, unpaid);
		for (const invoice of bench.company.company.documents('Invoice')) pay(invoice);
		const posting = only(await bench.post([planFor(makeOrder('1001', unpaid), invoices)]));
		expect(posting.attention).toMatchObject({ reason: 'posted-twice' });
		expect(sums('Invoice')).toEqual([60.74, 60.74]);
	});

	test('is left to a person when the second is a copy that somebody made a day later', async () => {
		await bench.post([planFor(makeOrder('1001'))]);
		bench.company.clock.advance(24 * 3_600_000);
		sendAgain('SalesReceipt');
		expect(only(await bench.post([planFor(makeOrder('1001'))])).attention).toMatchObject({ reason: 'posted-twice' });
		expect(sums('SalesReceipt')).toEqual([60.74, 60.74]);
	});

	test('is left to a person when the second was edited since', async () => {
		await postTwice('SalesReceipt');
		bench.company.byHand.edit('SalesReceipt', bench.company.company.documents('SalesReceipt')[1]!.Id, { TxnDate: '2026-03-09', TxnTaxDetail: { TotalTax: 4.76 } });
		expect(only(await bench.post([planFor(makeOrder('1001'))])).attention).toMatchObject({ reason: 'posted-twice' });
	});
});
