import { startQuickBooks, type QuickBooksOptions, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { objectOf, type Json } from './wire-values';

describe('sales tax', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	const start = async (options: QuickBooksOptions): Promise<void> => {
		quickbooks = await startQuickBooks(options);
		client = new SimulatedClient(quickbooks);
	};

	afterEach(async () => {
		const { debit, credit } = quickbooks.trialBalance();
		expect(debit).toBe(credit);
		await quickbooks.close();
	});

	const taxed = { TaxCodeRef: { value: 'TAX' } };
	const receipt = async (TxnTaxDetail?: Json, more: Json = {}): Promise<Json> =>
		await client.create('SalesReceipt', {
			Line: [line('7', 1, 100, taxed), line('3', 1, 10)],
			...(TxnTaxDetail === undefined ? {} : { TxnTaxDetail }),
			...more,
		});

	test('automated sales tax computes on taxable lines unless a total is stated', async () => {
		await start({});
		expect((await receipt()).TotalAmt).toBe(118);
		expect((await receipt({ TotalTax: 12 })).TotalAmt).toBe(122);
		expect((await receipt({ TotalTax: 0 })).TotalAmt).toBe(110);
		expect((await receipt({ TotalTax: 12, TxnTaxCodeRef: { value: '2' } })).TotalAmt).toBe(122);
	});

	test.each([
		['withCode', 118, 122],
		['withoutCode', 122, 118],
	] as const)(
		'a company that takes the override only %s computes otherwise',
		async (taxOverride, without, withCode) => {
			await start({ behaviour: { taxOverride } });
			expect((await receipt({ TotalTax: 12 })).TotalAmt).toBe(without);
			expect((await receipt({ TotalTax: 12, TxnTaxCodeRef: { value: '2' } })).TotalAmt).toBe(withCode);
		},
	);

	test('a server that computes for itself, or is a cent off, answers another total', async () => {
		await start({ behaviour: { taxDeviation: '0.01' } });
		expect((await receipt({ TotalTax: 12 })).TotalAmt).toBe(122.01);
		expect((await receipt({ TotalTax: 0 })).TotalAmt).toBe(110);
		quickbooks.company.behaviour.recomputesTax = true;
		quickbooks.company.behaviour.taxDeviation = '0';
		expect((await receipt({ TotalTax: 12 })).TotalAmt).toBe(118);
	});

	test('a company without automated tax computes by the code that is named', async () => {
		await start({ company: { partnerTaxEnabled: undefined } });
		expect((await receipt()).TotalAmt).toBe(110);
		expect((await receipt({ TxnTaxCodeRef: { value: '2' } })).TotalAmt).toBe(118);
		expect(
			await client.refusal('SalesReceipt', {
				Line: [line('7', 1, 1, taxed)],
				TxnTaxDetail: { TxnTaxCodeRef: { value: '99' } },
			}),
		).toBe('2500');
	});

	test('a company that uses no sales tax ignores what is stated', async () => {
		await start({ company: { usingSalesTax: false } });
		expect((await receipt({ TotalTax: 12 })).TotalAmt).toBe(110);
	});

	test('a discount lowers the taxable amount when told', async () => {
		await start({});
		const discounted = {
			Line: [line('7', 1, 100, taxed), { DetailType: 'DiscountLineDetail', Amount: 10, DiscountLineDetail: {} }],
		};
		expect((await client.create('SalesReceipt', discounted)).TotalAmt).toBe(98);
		expect((await client.create('SalesReceipt', { ...discounted, ApplyTaxAfterDiscount: true })).TotalAmt).toBe(97.2);
	});

	test('outside the US every line needs a tax code id, and tax is computed by rate', async () => {
		await start({ company: { country: 'GB', homeCurrency: 'GBP' } });
		const standard = { TaxCodeRef: { value: '4' } };
		const refused = await client.send('POST', 'salesreceipt', {
			Line: [line('7', 1, 100, standard), line('3', 1, 10)],
		});
		expect(refused.code).toBe('6000');
		const zero = { TaxCodeRef: { value: '6' } };
		const mixed = await client.create('SalesReceipt', {
			Line: [line('7', 1, 100, standard), line('3', 1, 10, zero)],
		});
		expect(mixed).toMatchObject({ TotalAmt: 130, CurrencyRef: { value: 'GBP' } });
		expect(await client.refusal('SalesReceipt', { Line: [line('7', 1, 100, taxed)] })).toBe('2500');
	});

	test('with prices that include tax the gross amounts decide, as in the recording of 8.49 at 13 %', async () => {
		await start({ company: { country: 'CA', homeCurrency: 'CAD' } });
		const gross = { TaxCodeRef: { value: '4' }, TaxInclusiveAmt: 9.6 };
		const inclusive = await client.create('SalesReceipt', {
			GlobalTaxCalculation: 'TaxInclusive',
			Line: [line('7', 1, 8.49, gross)],
		});
		expect(inclusive.TotalAmt).toBe(9.6);
		expect(objectOf(inclusive.TxnTaxDetail).TotalTax).toBe(1.11);
	});

	test('tax amounts that were sent by rate are taken over; NotApplicable allows none', async () => {
		await start({ company: { country: 'GB', homeCurrency: 'GBP' } });
		const body = { Line: [line('7', 1, 100, { TaxCodeRef: { value: '4' } })] };
		const TaxLine = [{ DetailType: 'TaxLineDetail', Amount: 19.99, TaxLineDetail: { TaxRateRef: { value: '14' } } }];
		expect(
			(await client.create('SalesReceipt', { ...body, TxnTaxDetail: { TotalTax: 19.99, TaxLine } })).TotalAmt,
		).toBe(119.99);
		const none = { ...body, GlobalTaxCalculation: 'NotApplicable' };
		expect((await client.create('SalesReceipt', none)).TotalAmt).toBe(100);
		expect(await client.refusal('SalesReceipt', { ...none, TxnTaxDetail: { TotalTax: 20 } })).toBe('6170');
	});
});
