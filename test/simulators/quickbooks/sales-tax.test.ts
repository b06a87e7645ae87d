import { startQuickBooks, type QuickBooksOptions, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf, type Json } from './wire-values';

describe('sales tax in the United States', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	const start = async (options: QuickBooksOptions): Promise<void> => {
		quickbooks = await startQuickBooks(options);
		client = new SimulatedClient(quickbooks);
	};

	afterEach(async () => {
		expect(quickbooks.audit()).toEqual([]);
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

	test('a group of rates charges each of them, and a stated total is prorated over them', async () => {
		await start({ company: { partnerTaxEnabled: undefined } });
		const amounts = (document: Json): unknown[] =>
			listOf(objectOf(document.TxnTaxDetail).TaxLine).map(({ Amount }) => Amount);
		const tucson = { TxnTaxCodeRef: { value: '4' } };
		expect(amounts(await receipt(tucson))).toEqual([5.6, 2.6]);
		expect(amounts(await receipt({ ...tucson, TotalTax: 10 }))).toEqual([6.83, 3.17]);
		const rates = ['61', '62', '63'];
		for (const Id of rates)
			quickbooks.byHand.create('TaxRate', { Id, Name: `Third ${Id}`, RateValue: 1, AgencyRef: { value: '1' } });
		const TaxRateDetail = rates.map((value) => ({ TaxRateRef: { value }, TaxTypeApplicable: 'TaxOnAmount' }));
		quickbooks.byHand.create('TaxCode', { Id: '60', Name: 'Thirds', SalesTaxRateList: { TaxRateDetail } });
		const thirds = await receipt({ TxnTaxCodeRef: { value: '60' }, TotalTax: 10 });
		expect(amounts(thirds)).toEqual([3.33, 3.33, 3.34]);
	});
});
