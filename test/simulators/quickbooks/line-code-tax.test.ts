import { startQuickBooks, type QuickBooksOptions, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf, type Json } from './wire-values';

describe('sales tax outside the United States', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	const start = async (country: string, homeCurrency: string, more: QuickBooksOptions = {}): Promise<void> => {
		quickbooks = await startQuickBooks({ ...more, company: { country, homeCurrency, ...more.company } });
		client = new SimulatedClient(quickbooks);
	};

	afterEach(async () => {
		expect(quickbooks.audit()).toEqual([]);
		await quickbooks.close();
	});

	const coded = (code: string, more: Json = {}): Json => ({ TaxCodeRef: { value: code }, ...more });
	const receipt = async (Line: Json[], more: Json = {}): Promise<Json> =>
		await client.create('SalesReceipt', { Line, ...more });
	const taxOf = (document: Json): unknown => objectOf(document.TxnTaxDetail).TotalTax;
	const taxAmounts = (document: Json): unknown[] =>
		listOf(objectOf(document.TxnTaxDetail).TaxLine).map(({ Amount }) => Amount);
	const owed = async (name: string): Promise<unknown> =>
		listOf((await client.query(`select * from Account where Name = '${name}'`)).Account)[0]?.CurrentBalance;
	const codeNamed = async (name: string): Promise<string> =>
		String(listOf((await client.query(`select * from TaxCode where Name = '${name}'`)).TaxCode)[0]?.Id);
	const shipping = (TaxCodeRef?: Json): Json => ({
		DetailType: 'SalesItemLineDetail',
		Amount: 10,
		SalesItemLineDetail: { ItemRef: { value: 'SHIPPING_ITEM_ID' }, ...(TaxCodeRef ? { TaxCodeRef } : {}) },
	});

	test('every line needs the id of a tax code, shipping included', async () => {
		await start('GB', 'GBP');
		const goods = line('7', 1, 100, coded('4'));
		expect(await client.refusal('SalesReceipt', { Line: [goods, line('3', 1, 10)] })).toBe('6000');
		expect(await client.refusal('SalesReceipt', { Line: [goods, shipping()] })).toBe('6000');
		expect(await client.refusal('SalesReceipt', { Line: [line('7', 1, 100, coded('TAX'))] })).toBe('2500');
		const mixed = await receipt([goods, shipping({ value: '6' })]);
		expect(mixed).toMatchObject({ TotalAmt: 130, CurrencyRef: { value: 'GBP' } });
		expect(await owed('VAT Control')).toBe(20);
	});

	test('taxes that cancel each other out are owed and claimed all the same', async () => {
		await start('CA', 'CAD');
		const sale = await receipt([line('7', 1, -0.1, coded('8')), line('7', 1, 0.3, coded('5'))]);
		expect(taxAmounts(sale)).toEqual([0.01, -0.01]);
		expect(sale.TotalAmt).toBe(0.2);
	});

	test('a code of two rates owes each agency its own', async () => {
		await start('CA', 'CAD');
		const sale = await receipt([line('7', 1, 100, coded(await codeNamed('GST/QST QC - 9.975')))]);
		expect(sale.TotalAmt).toBe(114.98);
		expect(taxAmounts(sale)).toEqual([5, 9.98]);
		expect(await owed('GST/HST Payable')).toBe(5);
		expect(await owed('QST Payable')).toBe(9.98);
		const west = await receipt([line('7', 1, 100, coded(await codeNamed('GST/PST BC')))]);
		expect(taxAmounts(west)).toEqual([5, 7]);
		expect(await owed('PST Payable (BC)')).toBe(7);
	});

	test('a compound rate also taxes the rates before it', async () => {
		await start('CA', 'CAD');
		const sale = await receipt([line('7', 1, 200, coded(await codeNamed('GST/QST QC - compound')))]);
		expect(taxAmounts(sale)).toEqual([10, 19.95]);
		expect(listOf(objectOf(sale.TxnTaxDetail).TaxLine)[1]).toMatchObject({
			TaxLineDetail: { TaxPercent: 9.5, NetAmountTaxable: 210 },
		});
	});

	test.each([
		['line', 9.71],
		['rate', 9.73],
	] as const)(
		'31 small lines at 12 %%, as users report them: tax rounded by %s comes to %d',
		async (taxRounding, tax) => {
			await start('CA', 'CAD', { behaviour: { taxRounding } });
			quickbooks.byHand.create('TaxRate', { Id: '50', Name: 'Twelve', RateValue: 12, AgencyRef: { value: '1' } });
			const TaxRateDetail = [{ TaxRateRef: { value: '50' }, TaxTypeApplicable: 'TaxOnAmount', TaxOrder: 0 }];
			quickbooks.byHand.create('TaxCode', { Id: '50', Name: 'Twelve', SalesTaxRateList: { TaxRateDetail } });
			const lines = Array.from({ length: 31 }, (_, index) => line('8', index < 2 ? 11 : 1, 1.59, coded('50')));
			const sale = await receipt(lines);
			expect(taxOf(sale)).toBe(tax);
			expect(sale.TotalAmt).toBe(Number((81.09 + tax).toFixed(2)));
		},
	);

	test.each([
		['JPY', 'currency', 101],
		['JPY', 'two', 100.5],
		['GBP', 'currency', 100.5],
	] as const)('tax on 1,005 %s is kept with %s decimals', async (homeCurrency, minorUnits, tax) => {
		await start('JP', homeCurrency, { behaviour: { minorUnits } });
		expect(taxOf(await receipt([line('7', 1, 1005, coded('4'))]))).toBe(tax);
	});

	test('a discount lowers what every line is taxed on', async () => {
		await start('GB', 'GBP');
		const discount = { DetailType: 'DiscountLineDetail', Amount: 11, DiscountLineDetail: { PercentBased: false } };
		const sale = await receipt([line('7', 1, 100, coded('4')), line('8', 1, 10, coded('6')), discount]);
		expect(taxOf(sale)).toBe(18);
		expect(sale.TotalAmt).toBe(117);
	});

	describe('prices that include tax', () => {
		const inclusive = { GlobalTaxCalculation: 'TaxInclusive' };
		const gross = (code: string, TaxInclusiveAmt: number): Json => coded(code, { TaxInclusiveAmt });

		test.each([
			['gross', 1.11, 9.6],
			['net', 1.1, 9.59],
		] as const)('where the %s amount decides, tax on 8.49 at 13 %% is %d', async (taxInclusive, tax, total) => {
			await start('CA', 'CAD', { behaviour: { taxInclusive } });
			const sale = await receipt([line('7', 1, 8.49, gross('4', 9.6))], inclusive);
			expect([taxOf(sale), sale.TotalAmt]).toEqual([tax, total]);
		});

		test('a bundle with a discount comes to what was recorded', async () => {
			await start('CA', 'CAD');
			const component = (item: string, Amount: number, grossAmount: number): Json => ({
				DetailType: 'SalesItemLineDetail',
				Amount,
				SalesItemLineDetail: { ItemRef: { value: item }, Qty: 1, ...gross('4', grossAmount) },
			});
			const bundle = {
				DetailType: 'GroupLineDetail',
				GroupLineDetail: {
					GroupItemRef: { value: '11' },
					Quantity: 3,
					Line: [component('9', 7.96, 9), component('10', 2.65, 3)],
				},
			};
			const DiscountLineDetail = { PercentBased: true, DiscountPercent: 20 };
			const sale = await receipt([bundle, { DetailType: 'DiscountLineDetail', DiscountLineDetail }], inclusive);
			expect([sale.TotalAmt, taxOf(sale)]).toEqual([9.6, 1.11]);
			expect(listOf(objectOf(sale.TxnTaxDetail).TaxLine)[0]).toMatchObject({
				TaxLineDetail: { TaxPercent: 13, NetAmountTaxable: 8.49 },
			});
		});

		test('several rates share what the gross amount leaves', async () => {
			await start('CA', 'CAD');
			const sale = await receipt(
				[line('7', 1, 86.97, gross(await codeNamed('GST/QST QC - 9.975'), 100))],
				inclusive,
			);
			expect([sale.TotalAmt, taxAmounts(sale)]).toEqual([100, [4.35, 8.68]]);
		});

		test('a gross amount that does not fit the code is not believed', async () => {
			await start('GB', 'GBP');
			const sale = await receipt([line('7', 1, 120, gross('4', 120))], inclusive);
			expect(sale.TotalAmt).toBe(144);
		});
	});

	test.each([
		['taken', 119.99],
		['computed', 120],
	] as const)('tax amounts sent by rate are %s, a total alone counts for nothing', async (taxLines, total) => {
		await start('GB', 'GBP', { behaviour: { taxLines } });
		const goods = [line('7', 1, 100, coded('4'))];
		const TaxLine = [{ DetailType: 'TaxLineDetail', Amount: 19.99, TaxLineDetail: { TaxRateRef: { value: '14' } } }];
		expect((await receipt(goods, { TxnTaxDetail: { TotalTax: 19.99, TaxLine } })).TotalAmt).toBe(total);
		expect((await receipt(goods, { TxnTaxDetail: { TotalTax: 19.99 } })).TotalAmt).toBe(120);
	});

	test('a company a cent off says so here too', async () => {
		await start('GB', 'GBP', { behaviour: { taxDeviation: '0.01' } });
		const sale = await receipt([line('7', 1, 100, coded('4'))]);
		expect([sale.TotalAmt, taxAmounts(sale)]).toEqual([120.01, [20.01]]);
	});

	test('out of scope of tax there is none, and none may be stated', async () => {
		await start('GB', 'GBP');
		const none = { GlobalTaxCalculation: 'NotApplicable' };
		expect((await receipt([line('7', 1, 100)], none)).TotalAmt).toBe(100);
		const stated = { ...none, Line: [line('7', 1, 100)], TxnTaxDetail: { TotalTax: 20 } };
		expect(await client.refusal('SalesReceipt', stated)).toBe('6170');
	});

	test('where sales tax is off, lines need no code and tax is ignored', async () => {
		await start('GB', 'GBP', { company: { usingSalesTax: false } });
		expect((await receipt([line('7', 1, 100)], { TxnTaxDetail: { TotalTax: 20 } })).TotalAmt).toBe(100);
	});

	test('codes, rates and agencies can be asked for', async () => {
		await start('FR', 'EUR');
		const rates = listOf((await client.query('select * from TaxRate')).TaxRate);
		expect(rates.map(({ RateValue }) => RateValue)).toEqual([0, 10, 20, 5.5, 0]);
		expect(listOf((await client.query('select * from TaxAgency')).TaxAgency)).toHaveLength(1);
		expect(await client.refusal('TaxCode', { Name: 'x' })).toBe('500');
	});
});
