import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

describe('a document that a person entered under the number of an order', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const receipts = () => bench.company.company.documents('SalesReceipt');
	/** As a bookkeeper types it in: one line, the right total. */
	const entered = (changes: Record<string, unknown> = {}, type = 'SalesReceipt') =>
		bench.company.byHand.create(type, {
			DocNumber: '1001',
			TxnDate: '2026-03-01',
			CustomerRef: { value: '2' },
			PrivateNote: 'Sold on the web',
			Line: [{ DetailType: 'SalesItemLineDetail', Amount: 55.98, SalesItemLineDetail: { ItemRef: { value: '7' }, TaxCodeRef: { value: 'TAX' } } }],
			TxnTaxDetail: { TotalTax: 4.76 },
			...changes,
		});
	const post = (whenNumberTaken: 'adopt' | 'needsAttention', settings: SyncSettingsInput = {}) =>
		bench.post([planFor(makeOrder('1001'), { ...SETTINGS, ...settings })], { whenNumberTaken }).then(only);

	test('is adopted where that is chosen and number, total and date agree: it gets the mark, and nothing else of it changes', async () => {
		const { SyncToken, MetaData, PrivateNote, ...before } = entered();
		expect(await post('adopt')).toMatchObject({ outcome: 'posted', action: 'adopted', summary: 'Sales Receipt 1001 adopted, 60.74 USD', difference: '0' });
		expect(receipts()).toMatchObject([before]);
		expect(receipts()[0]!.PrivateNote).toMatch(/^Sold on the web\n\[order-sync\] woocommerce \| shop\.example\.com \| 1001 \|/);
		expect(bench.company.counters.writeLog).toEqual(['update SalesReceipt']);
	});

	test('stands as posted once it is adopted, and is noticed when it is edited or the order changes', async () => {
		entered();
		await post('adopt');
		bench.company.resetCounters();
		expect(await post('adopt')).toMatchObject({ outcome: 'unchanged' });
		expect(bench.company.counters.writes).toBe(0);
		bench.company.byHand.edit('SalesReceipt', receipts()[0]!.Id, {
			Line: [{ DetailType: 'SalesItemLineDetail', Amount: 50, SalesItemLineDetail: { ItemRef: { value: '7' }, TaxCodeRef: { value: 'TAX' } } }],
			TxnTaxDetail: { TotalTax: 4.76 },
		});
		expect((await post('adopt')).attention).toMatchObject({ reason: 'edited-in-quickbooks', evidence: { shopTotal: '60.74', booksTotal: '54.76' } });
	});

	test('goes to a person when nothing else is chosen, who is told that it agrees', async () => {
		entered();
		const { attention } = await post('needsAttention');
		expect(attention).toMatchObject({ reason: 'number-taken', message: expect.stringContaining("'When a Number Is Taken' may adopt it"), evidence: { otherTotal: '60.74', otherDate: '2026-03-01' } });
		expect(bench.company.counters.writes).toBe(0);
	});

	const other: Array<[string, () => unknown]> = [
		['another total', () => entered({ TxnTaxDetail: { TotalTax: 4.77 } })],
		['another date', () => entered({ TxnDate: '2026-03-02' })],
		['another type', () => entered({}, 'Invoice')],
		['the mark of another shop', () => entered({ PrivateNote: '[order-sync] shopify | other.example.com | 1001 | facts 0123456789ab | posted 0123456789ab' })],
	];
	test.each(other)('of %s is never adopted, and no second document of the number is made', async (_what, enter) => {
		enter();
		const { attention } = await post('adopt');
		expect(attention).toMatchObject({ reason: 'number-taken' });
		expect(attention!.message).not.toContain('may adopt');
		expect(bench.company.counters.writes).toBe(0);
	});

	test('is adopted as an invoice, too, and gets the payment that the shop received', async () => {
		entered({}, 'Invoice');
		const settings = { transactionType: 'invoiceAndPayment' as const };
		expect(await post('adopt', settings)).toMatchObject({ outcome: 'posted', summary: 'Invoice 1001 adopted, Payment of 60.74 created, 60.74 USD' });
		expect(bench.company.company.documents('Invoice')).toMatchObject([{ Balance: 0 }]);
		expect(await post('adopt', settings)).toMatchObject({ outcome: 'unchanged' });
	});

	test('is not adopted twice by two runs at once, and stays one', async () => {
		entered();
		const plan = [planFor(makeOrder('1001'))];
		const runs = await Promise.all([bench.post(plan, { whenNumberTaken: 'adopt' }), bench.post(plan, { whenNumberTaken: 'adopt' })]);
		expect(runs.map((run) => only(run).outcome)).toContain('posted');
		expect(receipts()).toHaveLength(1);
		expect(await post('adopt')).toMatchObject({ outcome: 'unchanged' });
	});
});
