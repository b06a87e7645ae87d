import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, type Json } from './wire-values';

describe('estimates, invoices and payments', () => {
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

	const customer = { CustomerRef: { value: '2' } };
	const estimate = async (TxnStatus: string): Promise<Json> =>
		await client.create('Estimate', { ...customer, TxnStatus, Line: [line('7', 1, 24)] });
	const invoiceOf = async (estimateId: unknown): Promise<Json> =>
		await client.create('Invoice', {
			...customer,
			Line: [line('7', 1, 24)],
			LinkedTxn: [{ TxnId: estimateId, TxnType: 'Estimate' }],
		});
	const paymentOf = (invoiceId: unknown, total: number, applied: number): Json => ({
		...customer,
		TotalAmt: total,
		Line: [{ Amount: applied, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }],
	});

	test.each(['Pending', 'Accepted'])('an invoice closes its %s estimate, and both say so', async (status) => {
		const { Id } = await estimate(status);
		const invoice = await invoiceOf(Id);
		expect(invoice.LinkedTxn).toEqual([{ TxnId: Id, TxnType: 'Estimate' }]);
		expect(listOf(invoice.Line)[0]?.LinkedTxn).toEqual([{ TxnId: Id, TxnType: 'Estimate' }]);
		expect(await client.read('Estimate', String(Id))).toMatchObject({
			TxnStatus: 'Closed',
			LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }],
		});
	});

	test.each(['Closed', 'Rejected'])('a %s estimate is passed over silently', async (status) => {
		const { Id } = await estimate(status);
		expect((await invoiceOf(Id)).LinkedTxn).toEqual([]);
		expect(await client.read('Estimate', String(Id))).toMatchObject({ TxnStatus: status, LinkedTxn: [] });
	});

	test('a sales receipt closes its estimate too, and an invoice may be linked later', async () => {
		const [first, second] = [await estimate('Accepted'), await estimate('Pending')];
		const LinkedTxn = [{ TxnId: first.Id, TxnType: 'Estimate' }];
		const receipt = await client.create('SalesReceipt', { ...customer, Line: [line('7', 1, 24)], LinkedTxn });
		expect((await client.read('Estimate', String(first.Id))).LinkedTxn).toEqual([
			{ TxnId: receipt.Id, TxnType: 'SalesReceipt' },
		]);
		const invoice = await client.create('Invoice', { ...customer, Line: [line('7', 1, 24)] });
		const later = {
			sparse: true,
			Id: invoice.Id,
			SyncToken: '0',
			LinkedTxn: [{ TxnId: second.Id, TxnType: 'Estimate' }],
		};
		expect((await client.operate('update', 'Invoice', later)).LinkedTxn).toEqual(later.LinkedTxn);
		expect((await client.read('Estimate', String(second.Id))).TxnStatus).toBe('Closed');
	});

	test('an estimate moves no account', async () => {
		const before = quickbooks.trialBalance();
		await estimate('Accepted');
		expect(quickbooks.trialBalance()).toEqual(before);
	});

	test('payments lower the balance, and what is over stays with the customer', async () => {
		const invoice = await client.create('Invoice', { ...customer, Line: [line('7', 5, 24)] });
		expect(invoice.Balance).toBe(120);
		expect((await client.read('Customer', '2')).Balance).toBe(120);
		await client.create('Payment', paymentOf(invoice.Id, 55, 55));
		const second = await client.create('Payment', paymentOf(invoice.Id, 75, 65));
		expect(second).toMatchObject({ UnappliedAmt: 10, DepositToAccountRef: { value: '4' } });
		const paid = await client.read('Invoice', String(invoice.Id));
		expect(paid.Balance).toBe(0);
		expect(listOf(paid.LinkedTxn)).toHaveLength(2);
		expect((await client.read('Customer', '2')).Balance).toBe(-10);
	});

	test('more than is open, another customer and an invoice that is not there are refused', async () => {
		const { Id } = await client.create('Invoice', { ...customer, Line: [line('7', 1, 24)] });
		expect(await client.refusal('Payment', paymentOf(Id, 25, 25))).toBe('6000');
		expect(await client.refusal('Payment', { ...paymentOf(Id, 24, 24), CustomerRef: { value: '1' } })).toBe('6000');
		expect(await client.refusal('Payment', paymentOf('999', 24, 24))).toBe('6000');
		expect((await client.read('Invoice', String(Id))).Balance).toBe(24);
	});

	test('a deleted payment opens the invoice again, a deleted invoice its estimate', async () => {
		const { Id } = await estimate('Accepted');
		const invoice = await invoiceOf(Id);
		const payment = await client.create('Payment', paymentOf(invoice.Id, 24, 24));
		expect(await client.operate('delete', 'Payment', { Id: payment.Id, SyncToken: payment.SyncToken })).toEqual({
			domain: 'QBO',
			status: 'Deleted',
			Id: payment.Id,
		});
		const open = await client.read('Invoice', String(invoice.Id));
		expect(open.Balance).toBe(24);
		await client.operate('delete', 'Invoice', { Id: open.Id, SyncToken: open.SyncToken });
		expect((await client.read('Estimate', String(Id))).TxnStatus).toBe('Accepted');
		expect((await client.read('Customer', '2')).Balance).toBe(0);
	});

	test('a voided invoice stays with its number and every amount at zero; its payment becomes unapplied', async () => {
		const invoice = await client.create('Invoice', { ...customer, DocNumber: 'A-1', Line: [line('9', 1, 275)] });
		const payment = await client.create('Payment', paymentOf(invoice.Id, 275, 275));
		const paid = await client.read('Invoice', String(invoice.Id));
		const voided = await client.operate('void', 'Invoice', { Id: paid.Id, SyncToken: paid.SyncToken });
		expect(voided).toMatchObject({ DocNumber: 'A-1', TotalAmt: 0, Balance: 0, LinkedTxn: [], PrivateNote: 'Voided' });
		expect(listOf(voided.Line)[0]).toMatchObject({ Amount: 0, SalesItemLineDetail: { Qty: 0 } });
		expect(listOf(voided.Line)[0]).not.toHaveProperty('SalesItemLineDetail.UnitPrice');
		expect(Number(voided.SyncToken)).toBe(Number(paid.SyncToken) + 1);
		expect((await client.read('Payment', String(payment.Id))).UnappliedAmt).toBe(275);
		expect((await client.read('Item', '9')).QtyOnHand).toBe(50);
	});

	test('a payment is voided by an update that includes void', async () => {
		const invoice = await client.create('Invoice', { ...customer, Line: [line('7', 1, 24)] });
		const payment = await client.create('Payment', paymentOf(invoice.Id, 24, 24));
		const body = { Id: payment.Id, SyncToken: payment.SyncToken, sparse: true };
		expect((await client.send('POST', 'payment?operation=void', body)).code).toBe('500');
		expect((await client.send('POST', 'payment?operation=update&include=void', body)).body.Payment).toMatchObject({
			TotalAmt: 0,
		});
		expect((await client.read('Invoice', String(invoice.Id))).Balance).toBe(24);
	});

	test('credit memos and refund receipts take back what was sold', async () => {
		await client.create('CreditMemo', { ...customer, Line: [line('7', 1, 24)] });
		expect((await client.read('Customer', '2')).Balance).toBe(-24);
		expect(await client.refusal('RefundReceipt', { Line: [line('7', 1, 24)] })).toBe('2020');
		const refund = await client.create('RefundReceipt', {
			DepositToAccountRef: { value: '35' },
			Line: [line('7', 1, 24)],
		});
		expect(refund.TotalAmt).toBe(24);
		expect((await client.read('Account', '35')).CurrentBalance).toBe(-24);
	});

	test('a credit memo pays an invoice through a payment of nothing', async () => {
		const memo = await client.create('CreditMemo', { ...customer, Line: [line('7', 1, 24)] });
		const invoice = await client.create('Invoice', { ...customer, Line: [line('7', 1, 24)] });
		await client.create('Payment', {
			...customer,
			TotalAmt: 0,
			Line: [
				{ Amount: 24, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] },
				{ Amount: 24, LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] },
			],
		});
		expect((await client.read('Invoice', String(invoice.Id))).Balance).toBe(0);
		expect((await client.read('CreditMemo', String(memo.Id))).RemainingCredit).toBe(0);
	});

	test('an invoice is open again when the credit memo that paid it goes away, as far as nothing else pays it', async () => {
		const memo = await client.create('CreditMemo', { ...customer, Line: [line('7', 1, 24)] });
		const invoice = await client.create('Invoice', { ...customer, Line: [line('7', 2, 24)] });
		const payment = await client.create('Payment', {
			...customer,
			TotalAmt: 24,
			Line: [
				{ Amount: 48, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] },
				{ Amount: 24, LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] },
			],
		});
		const { SyncToken } = await client.read('CreditMemo', String(memo.Id));
		await client.operate('delete', 'CreditMemo', { Id: memo.Id, SyncToken });
		expect(await client.read('Invoice', String(invoice.Id))).toMatchObject({
			Balance: 24,
			LinkedTxn: [{ TxnId: payment.Id, TxnType: 'Payment' }],
		});
		expect((await client.read('Payment', String(payment.Id))).UnappliedAmt).toBe(0);
	});

	test.each(['CreditMemo', 'Invoice'])(
		'where credits are applied automatically, the second of a %s and its counterpart is paid at once',
		async (first) => {
			quickbooks.company.settings.autoApplyCredit = true;
			const second = first === 'Invoice' ? 'CreditMemo' : 'Invoice';
			const quantities = { Invoice: 3, CreditMemo: 2 };
			const sale = (type: 'Invoice' | 'CreditMemo'): Json => ({
				...customer,
				Line: [line('7', quantities[type], 24)],
			});
			await client.create(first, sale(first === 'Invoice' ? 'Invoice' : 'CreditMemo'));
			const answered = await client.create(second, sale(second));
			expect(answered.Balance).toBe(second === 'Invoice' ? 24 : 0);
			expect(quickbooks.company.documents('Payment')).toMatchObject([
				{ TotalAmt: 0, Line: [{ Amount: 48 }, { Amount: 48 }] },
			]);
			expect(quickbooks.company.documents('Invoice')).toMatchObject([{ Balance: 24 }]);
			expect((await client.read('Customer', '2')).Balance).toBe(24);
		},
	);

	test('money of one foreign currency does not go to an account in another', async () => {
		Object.assign(quickbooks.company.settings, { multiCurrency: true, exchangeRates: { EUR: '1.1' } });
		const bank = (currency: string): string =>
			quickbooks.byHand.create('Account', {
				Name: `Bank in ${currency}`,
				AccountType: 'Bank',
				AccountSubType: 'Checking',
				CurrencyRef: { value: currency },
			}).Id;
		const { Id } = await client.create('Customer', { DisplayName: 'Bistro Lumière', CurrencyRef: { value: 'EUR' } });
		const receipt = (account: string): Json => ({
			CustomerRef: { value: Id },
			CurrencyRef: { value: 'EUR' },
			ExchangeRate: 1.1,
			DepositToAccountRef: { value: account },
			Line: [line('7', 1, 100)],
		});
		const [euros, pounds] = [bank('EUR'), bank('GBP')];
		await client.create('SalesReceipt', receipt(euros));
		expect((await client.read('Account', euros)).CurrentBalance).toBe(100);
		expect(quickbooks.company.balanceOf('Bank in EUR')).toBe('110.00');
		expect(await client.refusal('SalesReceipt', receipt(pounds))).toBe('6000');
	});

	test('one document may not be paid twice over by one payment', async () => {
		const { Id } = await client.create('Invoice', { ...customer, Line: [line('7', 1, 24)] });
		const half = { Amount: 24, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] };
		expect(await client.refusal('Payment', { ...customer, TotalAmt: 48, Line: [half, half] })).toBe('6000');
	});

	test('an estimate that is deleted is forgotten by its invoice', async () => {
		const { Id } = await estimate('Accepted');
		const invoice = await invoiceOf(Id);
		await client.operate('delete', 'Estimate', { Id, SyncToken: '0' });
		const alone = await client.read('Invoice', String(invoice.Id));
		expect(alone).toMatchObject({ SyncToken: '0', LinkedTxn: [] });
		expect(listOf(alone.Line)[0]).not.toHaveProperty('LinkedTxn');
	});

	test('who a paid invoice was for cannot be changed', async () => {
		const { Id } = await client.create('Invoice', { ...customer, Line: [line('7', 1, 24)] });
		await client.create('Payment', paymentOf(Id, 24, 24));
		const changed = { Id, SyncToken: '1', sparse: true, CustomerRef: { value: '1' } };
		expect((await client.send('POST', 'invoice', changed)).code).toBe('6000');
	});

	test('what a person does by hand follows the same rules and counts as no call', async () => {
		const { Id } = quickbooks.byHand.create('Invoice', { ...customer, DocNumber: 'H-1', Line: [line('7', 1, 24)] });
		expect(quickbooks.byHand.edit('Invoice', Id, { PrivateNote: 'changed' }).SyncToken).toBe('1');
		expect((await client.read('Invoice', Id)).PrivateNote).toBe('changed');
		quickbooks.byHand.void('Invoice', Id);
		expect((await client.read('Invoice', Id)).PrivateNote).toBe('Voided');
		quickbooks.byHand.delete('Invoice', Id);
		expect((await client.send('GET', `invoice/${Id}`)).code).toBe('610');
		expect(quickbooks.counters).toMatchObject({ calls: 3, writes: 0 });
	});

	test('a foreign invoice paid at another rate leaves an exchange difference', async () => {
		Object.assign(quickbooks.company.settings, { multiCurrency: true });
		const { Id } = await client.create('Customer', { DisplayName: 'Bistro Lumière', CurrencyRef: { value: 'EUR' } });
		const euro = { CustomerRef: { value: Id }, CurrencyRef: { value: 'EUR' } };
		const invoice = await client.create('Invoice', { ...euro, ExchangeRate: 1.1, Line: [line('7', 1, 100)] });
		expect(invoice.HomeTotalAmt).toBe(110);
		const Line = [{ Amount: 100, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }];
		await client.create('Payment', { ...euro, ExchangeRate: 1.2, TotalAmt: 100, Line });
		const { rows } = quickbooks.trialBalance();
		expect(rows).toContainEqual({ account: 'Exchange Gain or Loss', debit: '0.00', credit: '10.00' });
		expect(rows).toContainEqual({ account: 'Undeposited Funds', debit: '120.00', credit: '0.00' });
		expect(await client.refusal('Invoice', { CustomerRef: { value: Id }, Line: [line('7', 1, 1)] })).toBe('2020');
		expect(await client.read('Invoice', String(invoice.Id))).toMatchObject({ Balance: 0, HomeBalance: 0 });
	});

	test('foreign customers owe in their own currency, in a receivable account of that currency', async () => {
		Object.assign(quickbooks.company.settings, { multiCurrency: true, exchangeRates: { EUR: '1.1' } });
		quickbooks.company.behaviour.unstatedRate = 'listed';
		const { Id } = await client.create('Customer', { DisplayName: 'Bistro Lumière', CurrencyRef: { value: 'EUR' } });
		const euro = { CustomerRef: { value: Id }, CurrencyRef: { value: 'EUR' } };
		const invoice = await client.create('Invoice', { ...euro, Line: [line('7', 1, 100)] });
		expect(invoice).toMatchObject({ ExchangeRate: 1.1, TotalAmt: 100, HomeTotalAmt: 110, HomeBalance: 110 });
		expect((await client.read('Customer', String(Id))).Balance).toBe(100);
		const [account] = listOf(
			(await client.query("select * from Account where Name = 'Accounts Receivable (A/R) - EUR'")).Account,
		);
		expect(account).toMatchObject({ CurrencyRef: { value: 'EUR' }, CurrentBalance: 100 });
		expect(quickbooks.company.balanceOf('Accounts Receivable (A/R) - EUR')).toBe('110.00');
		expect(await client.refusal('Invoice', { ...euro, CurrencyRef: { value: 'USD' }, Line: [line('7', 1, 1)] })).toBe(
			'6000',
		);
		const cheaper = { Id: invoice.Id, SyncToken: '0', sparse: true, ExchangeRate: 1.2 };
		expect((await client.operate('update', 'Invoice', cheaper)).HomeTotalAmt).toBe(120);
		expect(
			await client.refusal('Customer', { Id, SyncToken: '0', sparse: true, CurrencyRef: { value: 'USD' } }),
		).toBe('6000');
	});
});
