import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

describe('an order that QuickBooks holds already', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
		await bench.post([planFor(makeOrder('1001'))]);
	});
	afterEach(() => bench.close());

	const receipts = () => bench.company.company.documents('SalesReceipt');
	const byHand = (change: Record<string, unknown>) => bench.company.byHand.edit('SalesReceipt', receipts()[0]!.Id, change);
	const again = (changes = {}, choices = {}) => bench.post([planFor(makeOrder('1001', changes))], choices).then(only);
	const dearer = {
		lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '3', gross: '60.00', net: '60.00', tax: '0.74' }],
		shipping: [],
		totals: { total: '60.74' },
	};

	test('is found under a number that a person gave it', async () => {
		// Automated sales tax computes anew whatever is saved without a stated tax.
		byHand({ DocNumber: 'HAND-7', TxnTaxDetail: { TotalTax: 4.76 } });
		expect(await again()).toMatchObject({ outcome: 'unchanged' });
		expect(receipts()).toHaveLength(1);
	});

	test('is found under another prefix and another transaction type', async () => {
		const other = planFor(makeOrder('1001'), { transactionType: 'invoice', accounts: { income: { by: 'name', value: 'Sales' } }, docNumber: { prefix: 'X-' } });
		expect(only(await bench.post([other]))).toMatchObject({ outcome: 'unchanged' });
		expect(bench.company.company.documents('Invoice')).toEqual([]);
	});

	test('is never overwritten when a person edited it and the shop changed it', async () => {
		byHand({ TxnDate: '2026-03-05' });
		const posting = await again(dearer, { whenChanged: 'update' });
		expect(posting.attention).toMatchObject({ reason: 'changed-on-both-sides' });
		expect(receipts()[0]).toMatchObject({ TxnDate: '2026-03-05' });
	});

	test('is left, and told of, when only the shop changed it', async () => {
		expect((await again(dearer)).attention).toMatchObject({ reason: 'changed-in-shop' });
	});

	test('is rewritten where that is chosen, keeps its number, and is then unchanged', async () => {
		expect(await again(dearer, { whenChanged: 'update' })).toMatchObject({ outcome: 'posted', action: 'updated', booksTotal: '60.74' });
		expect(receipts()).toHaveLength(1);
		expect(receipts()[0]).toMatchObject({ DocNumber: '1001', TxnTaxDetail: { TotalTax: 0.74 } });
		expect(await again(dearer)).toMatchObject({ outcome: 'unchanged' });
	});

	test('is not posted again after a person voided it', async () => {
		bench.company.byHand.void('SalesReceipt', receipts()[0]!.Id);
		expect(await again()).toMatchObject({ outcome: 'unchanged' });
		expect(receipts()).toHaveLength(1);
	});

	describe('whose document a person deleted', () => {
		let deleted: string;
		beforeEach(() => {
			deleted = receipts()[0]!.Id;
			bench.company.clock.advance(3_600_000);
			bench.company.byHand.delete('SalesReceipt', deleted);
		});

		test('goes to a person, is not posted again, and stays so', async () => {
			const refusal = { reason: 'deleted-in-quickbooks', evidence: { quickBooksId: deleted } };
			expect((await again()).attention).toMatchObject(refusal);
			expect((await again()).attention).toMatchObject(refusal);
			expect(receipts()).toEqual([]);
		});

		test('is posted anew where that is chosen, once, although QuickBooks still knows the first request', async () => {
			expect(await again({}, { whenDeleted: 'postAgain' })).toMatchObject({ outcome: 'posted', action: 'created', booksTotal: '60.74' });
			expect(await again({}, { whenDeleted: 'postAgain' })).toMatchObject({ outcome: 'unchanged' });
			expect(receipts()).toHaveLength(1);
			expect(receipts()[0]!.Id).not.toBe(deleted);
		});

		test('is recognised without a memory by the old answer that QuickBooks gives', async () => {
			bench.forget();
			expect((await again()).attention).toMatchObject({ reason: 'deleted-in-quickbooks' });
			expect(receipts()).toEqual([]);
			bench.forget();
			expect(await again({}, { whenDeleted: 'postAgain' })).toMatchObject({ outcome: 'posted' });
			expect(receipts()).toHaveLength(1);
		});
	});

	test('goes to a person when its number was changed and the mark taken out of its note', async () => {
		byHand({ DocNumber: 'HAND-7', PrivateNote: 'Paid at the fair' });
		expect((await again()).attention).toMatchObject({ reason: 'mark-removed' });
		expect(receipts()).toHaveLength(1);
	});
});

describe('an order whose number or total is in the way', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	test("goes to a person when the number is another shop's, and nothing is written", async () => {
		await bench.post([planFor(makeOrder('1001'))]);
		bench.company.resetCounters();
		const other = only(await bench.post([planFor(makeOrder('1001', { accountId: 'other.example.com' }))]));
		expect(other.attention).toMatchObject({ reason: 'number-taken' });
		expect(bench.company.counters.writes).toBe(0);
	});

	test('is voided again when QuickBooks makes another total, and a re-run says it once more', async () => {
		bench.company.company.behaviour.recomputesTax = true;
		const first = only(await bench.post([planFor(makeOrder('1001'))]));
		expect(first.attention).toMatchObject({ reason: 'total-does-not-agree' });
		expect(bench.company.company.documents('SalesReceipt').map(({ TotalAmt }) => TotalAmt)).toEqual([0]);
		const second = only(await bench.post([planFor(makeOrder('1001'))]));
		expect(second.attention).toMatchObject({ reason: 'total-did-not-agree' });
		expect(bench.company.company.documents('SalesReceipt')).toHaveLength(1);
	});

	test('gets a rounding line where QuickBooks taxes a cent more, and is not taken for edited afterwards', async () => {
		await bench.close();
		bench = await startPostingBench({
			company: { country: 'GB', homeCurrency: 'USD', partnerTaxEnabled: undefined },
			behaviour: { taxDeviation: '0.01' },
		});
		const settings = { ...SETTINGS, tax: { mode: 'codes' as const, taxableCode: '20.0% S', nonTaxableCode: 'Exempt' } };
		const sold = (net: string, tax: string, total: string) =>
			planFor(makeOrder('1001', { lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '1', gross: net, net, tax }], totals: { total } }), settings);
		expect(only(await bench.post([sold('50.00', '10.00', '65.99')]))).toMatchObject({
			outcome: 'posted',
			difference: '0',
			remarks: [expect.stringContaining('A rounding line of -0.01 USD')],
		});
		expect(only(await bench.post([sold('50.00', '10.00', '65.99')]))).toMatchObject({ outcome: 'unchanged', remarks: [] });
		expect(only(await bench.post([sold('60.00', '12.00', '77.99')], { whenChanged: 'update' }))).toMatchObject({ outcome: 'posted', action: 'updated' });
		expect(bench.company.company.documents('SalesReceipt')).toMatchObject([{ TotalAmt: 77.99, TxnTaxDetail: { TotalTax: 12.01 } }]);
	});

	test('names the field when the deposit account does not fit', async () => {
		const settings = { accounts: { deposit: { by: 'name' as const, value: 'Sales' }, income: { by: 'name' as const, value: 'Sales' } } };
		await expect(bench.post([planFor(makeOrder('1001'), settings)])).rejects.toThrow("'Deposit Account'");
		expect(bench.company.company.documents('SalesReceipt')).toEqual([]);
	});

	test('is refused in a closed period, and the others are posted', async () => {
		bench.company.company.settings.bookCloseDate = '2026-02-28';
		const run = await bench.post([planFor(makeOrder('1', { localDate: '2026-02-10' })), planFor(makeOrder('2'))]);
		expect(run.postings.map(({ attention, outcome }) => attention?.reason ?? outcome)).toEqual(['books-closed', 'posted']);
	});

	test('is only previewed as a sample, with the payload that would be sent', async () => {
		const posting = only(await bench.post([planFor(makeOrder('1001', { sample: true }))]));
		expect(posting).toMatchObject({ outcome: 'preview', payloads: [{ operation: 'create', entity: 'SalesReceipt' }] });
		expect(bench.company.counters.writes).toBe(0);
	});
});
