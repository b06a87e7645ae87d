import type { Posting } from '../../nodes/postings/posting';
import type { Undoing } from '../../nodes/postings/undoing';
import type { TakeBackBy } from '../../nodes/quickbooks/take-back';
import { madeFor, madeInTime, undoOrders, type OrderToUndo } from '../../nodes/quickbooks/undo-orders';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { line } from '../simulators/quickbooks/simulated-client';
import { makeOrder, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const CHAIN: SyncSettingsInput = { ...SETTINGS, transactionType: 'salesOrderInvoicePayment', customer: { mode: 'byEmail' } };

describe('undoing a run', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const post = async (numbers: string[], settings = CHAIN): Promise<Posting[]> =>
		(await bench.post(numbers.map((number) => planFor(makeOrder(number), settings)))).postings;
	const undo = async (orders: OrderToUndo[], by: TakeBackBy = 'delete', preview = false): Promise<Undoing[]> => {
		const undone = await undoOrders(orders, by, preview, { quickbooks: bench.gateway(), clock: bench.clock });
		if (!undone.ok) throw new Error(undone.failure.message);
		return undone.value;
	};
	const standing = () =>
		(['Estimate', 'Invoice', 'Payment', 'SalesReceipt', 'RefundReceipt'] as const).flatMap((type) =>
			bench.company.company.documents(type).map(({ TotalAmt }) => [type, TotalAmt]),
		);
	const active = (type: string, name: string) => bench.company.company.all(type).filter((entry) => entry.Active && [entry.Name, entry.DisplayName].includes(name));
	const balanced = () => {
		const { debit, credit } = bench.company.trialBalance();
		expect(debit.toString()).toBe(credit.toString());
		return Number(debit);
	};

	test('takes the whole chain out of the books, newest first, with the customers and products it made', async () => {
		const before = balanced();
		const postings = await post(['1', '2']);
		expect(standing()).toHaveLength(6);
		const undone = await undo(postings.map(madeFor));
		expect(undone.map(({ outcome }) => outcome)).toEqual(['undone', 'undone']);
		expect(standing()).toEqual([]);
		expect(balanced()).toBe(before);
		for (const [type, name] of [['Customer', 'Ana Tester (ana@example.com)'], ['Item', 'SHIRT-1'], ['Item', 'MUG-1']] as const) {
			expect([name, active(type, name)]).toEqual([name, []]);
		}
	});

	test('voids where that is chosen, and the orders are not posted again', async () => {
		const postings = await post(['1'], SETTINGS);
		expect(await undo(postings.map(madeFor), 'void')).toMatchObject([{ outcome: 'undone' }]);
		expect(standing()).toEqual([['SalesReceipt', 0]]);
		expect((await post(['1'], SETTINGS))[0]).toMatchObject({ outcome: 'unchanged' });
		expect(await undo(postings.map(madeFor), 'void')).toMatchObject([{ outcome: 'nothingToUndo' }]);
	});

	test('a preview says what would be done and writes nothing', async () => {
		const postings = await post(['1']);
		bench.company.resetCounters();
		const [undoing] = await undo(postings.map(madeFor), 'delete', true);
		expect(undoing).toMatchObject({ outcome: 'preview' });
		expect(undoing!.summary).toContain('would be deleted');
		expect(bench.company.counters.writes).toBe(0);
		expect(standing()).toHaveLength(3);
	});

	test('leaves what a person edited, and what stands under it', async () => {
		const [posting] = await post(['1']);
		const [invoice] = bench.company.company.documents('Invoice');
		bench.company.byHand.edit('Invoice', invoice!.Id, { TxnDate: '2026-03-09', TxnTaxDetail: { TotalTax: 4.76 } });
		const [undoing] = await undo([madeFor(posting!)]);
		expect(undoing).toMatchObject({ outcome: 'needsAttention' });
		expect(undoing!.summary).toContain('Invoice 1 was edited in QuickBooks since');
		expect(standing().map(([type]) => type)).toEqual(['Estimate', 'Invoice']);
		expect(active('Customer', 'Ana Tester (ana@example.com)')).toHaveLength(1);
	});

	test('leaves an invoice on which a person recorded money', async () => {
		const [posting] = (await bench.post([planFor(makeOrder('1', { payments: [], paymentStatus: 'unpaid' }), { ...CHAIN, transactionType: 'invoice' })])).postings;
		const [invoice] = bench.company.company.documents('Invoice');
		bench.company.byHand.create('Payment', {
			CustomerRef: invoice!.CustomerRef,
			TotalAmt: 10,
			Line: [{ Amount: 10, LinkedTxn: [{ TxnId: invoice!.Id, TxnType: 'Invoice' }] }],
		});
		const [undoing] = await undo([madeFor(posting!)], 'void');
		expect(undoing).toMatchObject({ outcome: 'needsAttention', summary: expect.stringContaining('made by somebody else') });
		expect(bench.company.company.documents('Invoice')).toMatchObject([{ TotalAmt: 60.74, Balance: 50.74 }]);
	});

	test('leaves products and customers that an earlier or later run uses', async () => {
		const [first] = await post(['1']);
		await post(['2']);
		const [undoing] = await undo([madeFor(first!)]);
		expect(undoing).toMatchObject({ outcome: 'undone' });
		expect(undoing!.records.filter(({ entity }) => entity === 'Item').every(({ what }) => what === 'left')).toBe(true);
		expect(active('Item', 'SHIRT-1')).toHaveLength(1);
		expect(standing()).toHaveLength(3);
	});

	test('leaves a product and a customer that a person has put into an older invoice or under a sub-customer since', async () => {
		const older = bench.company.byHand.create('Invoice', { CustomerRef: { value: '2' }, Line: [line('7', 1, 24, { TaxCodeRef: { value: 'NON' } })] });
		await bench.clock.sleep(60_000);
		const [posting] = await post(['1']);
		const made = (name: string) => posting!.newRecords!.find((record) => record.name === name)!.id;
		await bench.clock.sleep(60_000);
		bench.company.byHand.edit('Invoice', older.Id, { Line: [line(made('SHIRT-1'), 1, 24, { TaxCodeRef: { value: 'NON' } })] });
		bench.company.byHand.create('Customer', { DisplayName: 'Ana at work', ParentRef: { value: posting!.newRecords!.find(({ entity }) => entity === 'Customer')!.id }, Job: true });
		const [undoing] = await undo([madeFor(posting!)]);
		expect(undoing!.records.filter(({ entity }) => entity === 'Item' || entity === 'Customer').map(({ name, what }) => [name, what])).toEqual(
			expect.arrayContaining([
				['SHIRT-1', 'left'],
				['MUG-1', 'deactivated'],
				['Ana Tester (ana@example.com)', 'left'],
			]),
		);
	});

	test('leaves what is dated in a closed period', async () => {
		const postings = await post(['1'], SETTINGS);
		bench.company.company.settings.bookCloseDate = '2026-03-31';
		const [undoing] = await undo(postings.map(madeFor));
		expect(undoing).toMatchObject({ outcome: 'needsAttention', summary: expect.stringContaining('the books are closed up to 2026-03-31') });
		expect(standing()).toHaveLength(1);
	});

	test('finds by time what was made, of any workflow', async () => {
		await post(['1']);
		bench.company.clock.advance(3_600_000);
		const from = bench.clock.now();
		await post(['2', '3']);
		const made = await madeInTime(bench.gateway(), from - 1000, bench.clock.now() + 1000);
		const orders = made.ok ? made.value : [];
		expect(orders.map(({ order }) => order.id).sort()).toEqual(['2', '3']);
		await undo(orders);
		expect(bench.company.company.documents('Invoice')).toMatchObject([{ DocNumber: '1' }]);
	});

	test('an order whose transactions were deleted by it is posted again where that is chosen', async () => {
		const postings = await post(['1'], SETTINGS);
		await undo(postings.map(madeFor));
		const again = await bench.post([planFor(makeOrder('1'), { ...SETTINGS, products: { whenMissing: 'needsAttention' } })], { whenDeleted: 'postAgain' });
		// The products it had made are inactive by now, and never come back by themselves.
		expect(again.postings[0]).toMatchObject({ outcome: 'needsAttention' });
		for (const name of ['SHIRT-1', 'MUG-1', 'Web Store']) {
			const type = name === 'Web Store' ? 'Customer' : 'Item';
			const entry = bench.company.company.all(type).find((each) => String(each.Name ?? each.DisplayName).startsWith(name))!;
			bench.company.byHand.edit(type, entry.Id, { Active: true });
		}
		const third = await bench.post([planFor(makeOrder('1'))], { whenDeleted: 'postAgain' });
		expect(third.postings[0]).toMatchObject({ outcome: 'posted', booksTotal: '60.74' });
		expect(standing()).toEqual([['SalesReceipt', 60.74]]);
	});

	test('survives an answer that is lost', async () => {
		const postings = await post(['1', '2']);
		bench.company.faults.reset({ when: 'after', skip: 1, times: 1 });
		await undo(postings.map(madeFor));
		expect(standing()).toEqual([]);
		balanced();
	});
});
