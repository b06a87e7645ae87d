import { answerSchemasAreThere, answersChecked, checkAnswer, createSchemaErrors } from './answer-schemas';
import { startQuickBooks } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';

const whenSchemasAreThere = answerSchemasAreThere ? test : test.skip;

describe('the form of answers (skipped where the reference schemas are missing)', () => {
	whenSchemasAreThere('every list and every kind of document is answered in the form of QuickBooks', async () => {
		const quickbooks = await startQuickBooks({ company: { multiCurrency: true } });
		const client = new SimulatedClient(quickbooks);
		const customer = { CustomerRef: { value: '2' }, CurrencyRef: { value: 'USD' } };
		const sale = { ...customer, Line: [line('7', 1, 24)], DepositToAccountRef: { value: '35' } };
		for (const type of ['SalesReceipt', 'Invoice', 'CreditMemo', 'RefundReceipt', 'Estimate']) {
			const { DepositToAccountRef, ...rest } = sale;
			const body = type === 'SalesReceipt' || type === 'RefundReceipt' ? { ...rest, DepositToAccountRef } : rest;
			expect(createSchemaErrors(type, body)).toBeUndefined();
			const made = await client.create(type, body);
			if (type === 'Invoice' || type === 'SalesReceipt')
				await client.operate('void', type, { Id: made.Id, SyncToken: made.SyncToken });
		}
		await client.create('Payment', { ...customer, TotalAmt: 5 });
		const before = answersChecked;
		const types = [
			'Account',
			'Class',
			'CompanyInfo',
			'Customer',
			'Department',
			'Employee',
			'Item',
			'PaymentMethod',
			'Preferences',
		];
		for (const type of [
			...types,
			'TaxCode',
			'TaxRate',
			'Term',
			'Vendor',
			'SalesReceipt',
			'Invoice',
			'Estimate',
			'Payment',
			'Bill',
		]) {
			await client.query(`select * from ${type}`);
		}
		expect(answersChecked).toBe(before + 18);
		await quickbooks.close();
	});

	whenSchemasAreThere('an answer with an unknown property would be noticed', () => {
		expect(() => checkAnswer({ Invoice: { Id: '1', Totally: 'invented' } })).toThrow(/additional properties/);
	});
});
