import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, type Json } from './wire-values';

describe('what a person brings to the bank', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	beforeEach(async () => {
		quickbooks = await startQuickBooks();
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => {
		expect(quickbooks.audit()).toEqual([]);
		await quickbooks.close();
	});

	const receipt = async (): Promise<Json> => await client.create('SalesReceipt', { Line: [line('8', 4, 12.5)] });
	const depositOf = (document: Json): Json =>
		quickbooks.byHand.deposit([{ type: 'SalesReceipt', id: String(document.Id) }], { date: '2026-03-05' });

	test('receipts and payments move from Undeposited Funds to the bank, less what the processor kept', async () => {
		const sale = await receipt();
		const CustomerRef = { value: '2' };
		const invoice = await client.create('Invoice', { CustomerRef, Line: [line('7', 1, 24)] });
		const Line = [{ Amount: 24, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }];
		const payment = await client.create('Payment', { CustomerRef, TotalAmt: 24, Line });
		const deposit = quickbooks.byHand.deposit(
			[
				{ type: 'SalesReceipt', id: String(sale.Id) },
				{ type: 'Payment', id: String(payment.Id) },
			],
			{ account: '35', date: '2026-03-05', fee: { amount: '2.15', account: '60' } },
		);
		expect(deposit).toMatchObject({ TotalAmt: 71.85, DepositToAccountRef: { name: 'Checking' } });
		expect(quickbooks.company.balanceOf('Undeposited Funds')).toBe('0.00');
		expect(quickbooks.company.balanceOf('Checking')).toBe('71.85');
		expect(quickbooks.company.balanceOf('Payment Processing Fees')).toBe('2.15');
		const link = [{ TxnId: deposit.Id, TxnType: 'Deposit' }];
		expect(await client.read('SalesReceipt', String(sale.Id))).toMatchObject({ SyncToken: '0', LinkedTxn: link });
		expect((await client.read('Payment', String(payment.Id))).LinkedTxn).toEqual(link);
		const found = listOf((await client.query("select * from Deposit where TxnDate = '2026-03-05'")).Deposit);
		expect(listOf(found[0]?.Line).map(({ Amount }) => Amount)).toEqual([50, 24, -2.15]);
	});

	test('what is deposited can be neither voided nor deleted nor worth another amount', async () => {
		const sale = await receipt();
		depositOf(sale);
		const { Id } = sale;
		const keys = { Id, SyncToken: '0', sparse: true };
		expect((await client.send('POST', 'salesreceipt?operation=void', keys)).code).toBe('6540');
		expect((await client.send('POST', 'salesreceipt?operation=delete', keys)).code).toBe('6540');
		expect((await client.send('POST', 'salesreceipt', { ...keys, Line: [line('8', 1, 12.5)] })).code).toBe('6540');
		const elsewhere = { ...keys, DepositToAccountRef: { value: '35' } };
		expect((await client.send('POST', 'salesreceipt', elsewhere)).code).toBe('6540');
	});

	test.each([
		['money', undefined],
		['locked', '6540'],
	] as const)('where a deposit locks %s, a tracking number is refused with %s', async (depositedDocuments, code) => {
		quickbooks.company.behaviour.depositedDocuments = depositedDocuments;
		const { Id } = await receipt();
		depositOf({ Id });
		const tracked = { Id, SyncToken: '0', sparse: true, TrackingNum: '1Z999' };
		expect((await client.send('POST', 'salesreceipt', tracked)).code).toBe(code);
	});

	test('a deposit that is taken back lets its money wait again', async () => {
		const sale = await receipt();
		const deposit = depositOf(sale);
		expect(() => depositOf(sale)).toThrow(/6540/);
		quickbooks.byHand.delete('Deposit', String(deposit.Id));
		expect(quickbooks.company.balanceOf('Undeposited Funds')).toBe('50.00');
		await client.operate('delete', 'SalesReceipt', { Id: sale.Id, SyncToken: '0' });
		expect((await client.send('GET', `deposit/${String(deposit.Id)}`)).code).toBe('610');
	});

	test('only what waits in Undeposited Funds can be deposited, and not over this API', async () => {
		const direct = await client.create('SalesReceipt', {
			DepositToAccountRef: { value: '35' },
			Line: [line('8', 1, 12.5)],
		});
		expect(() => depositOf(direct)).toThrow(/not in Undeposited Funds/);
		expect(await client.refusal('Deposit', { DepositToAccountRef: { value: '35' }, Line: [] })).toBe('500');
	});
});
