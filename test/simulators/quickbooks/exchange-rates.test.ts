import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf } from './wire-values';

describe('exchange rates', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;
	beforeEach(async () => {
		const exchangeRates = { EUR: { '2026-01-01': '1.05', '2026-02-10': '1.1' }, JPY: '0.0065' };
		quickbooks = await startQuickBooks({ company: { multiCurrency: true, exchangeRates } });
		client = new SimulatedClient(quickbooks);
	});
	afterEach(() => quickbooks.close());

	const rates = async (where: string): Promise<unknown[]> =>
		listOf((await client.query(`select * from ExchangeRate where ${where}`)).ExchangeRate).map(
			({ SourceCurrencyCode, TargetCurrencyCode, Rate, AsOfDate }) => [SourceCurrencyCode, TargetCurrencyCode, Rate, AsOfDate],
		);

	test('are those of the day that is asked for, and the last ones before it', async () => {
		expect(await rates("SourceCurrencyCode = 'EUR' and AsOfDate = '2026-02-10'")).toEqual([['EUR', 'USD', 1.1, '2026-02-10']]);
		expect(await rates("SourceCurrencyCode IN ('EUR', 'JPY', 'GBP') and AsOfDate = '2026-02-09'")).toEqual([
			['EUR', 'USD', 1.05, '2026-02-09'],
			['JPY', 'USD', 0.0065, '2026-02-09'],
		]);
		expect(await rates("SourceCurrencyCode = 'EUR' and AsOfDate = '2025-12-31'")).toEqual([]);
	});

	test('are read by their currencies and never written', async () => {
		expect((await client.send('GET', "query?query=select * from ExchangeRate")).code).toBe('4001');
		expect(await client.refusal('ExchangeRate', { SourceCurrencyCode: 'EUR', Rate: 2 })).toBe('500');
	});

	test.each([
		['one', 1],
		['listed', 1.1],
	] as const)('a document that states none gets %s', async (unstatedRate, rate) => {
		quickbooks.company.behaviour.unstatedRate = unstatedRate;
		const { Id } = await client.create('Customer', { DisplayName: 'Bistro', CurrencyRef: { value: 'EUR' } });
		const sale = { CustomerRef: { value: Id }, CurrencyRef: { value: 'EUR' }, TxnDate: '2026-03-01', Line: [line('7', 1, 100)] };
		expect((await client.create('SalesReceipt', sale)).ExchangeRate).toBe(rate);
	});
});
