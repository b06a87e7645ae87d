import type { OrderInput } from '../../nodes/order/order';
import type { Posting } from '../../nodes/postings/posting';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const EUROS = { multiCurrency: true, exchangeRates: { EUR: { '2026-01-01': '1.05', '2026-03-04': '1.10' }, JPY: '0.0065' } };

describe('orders in a foreign currency', () => {
	let bench: PostingBench;
	const open = async (company: QuickBooksOptions['company']): Promise<void> => {
		bench = await startPostingBench({ company });
	};
	afterEach(async () => {
		const { debit, credit } = bench.company.trialBalance();
		expect(debit).toBe(credit);
		await bench.close();
	});

	const inEuros = (changes: Partial<OrderInput> = {}): OrderInput => makeOrder('1001', { currency: 'EUR', ...changes });
	const post = async (order: OrderInput, settings: SyncSettingsInput = {}): Promise<Posting> =>
		only(await bench.post([planFor(order, { ...SETTINGS, ...settings })]));
	const documents = (type: 'SalesReceipt' | 'Invoice' | 'Payment' | 'RefundReceipt') => bench.company.company.documents(type);
	const invoices: SyncSettingsInput = { transactionType: 'invoiceAndPayment', customer: { mode: 'byEmail' } };

	test("are booked at QuickBooks' own rate of the day, which is stated: without one it books one to one", async () => {
		await open(EUROS);
		expect(await post(inEuros())).toMatchObject({ outcome: 'posted', booksTotal: '60.74', difference: '0' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 60.74, ExchangeRate: 1.05, HomeTotalAmt: 63.78, CurrencyRef: { value: 'EUR' } }]);
		bench.company.resetCounters();
		expect(await post(inEuros())).toMatchObject({ outcome: 'unchanged', remarks: [] });
		expect(bench.company.counters).toMatchObject({ writes: 0, calls: 1 });
	});

	test('and their payments and refunds each at the rate of their own day, with the exchange gain in the books', async () => {
		await open(EUROS);
		const later = inEuros({
			payments: [{ id: 'p', kind: 'sale', status: 'success', method: 'card', amount: '60.74', currency: 'EUR', at: '2026-03-05T10:00:00Z' }],
		});
		await post(later, invoices);
		expect(documents('Invoice')).toMatchObject([{ ExchangeRate: 1.05, Balance: 0 }]);
		expect(documents('Payment')).toMatchObject([{ ExchangeRate: 1.1, TotalAmt: 60.74, TxnDate: '2026-03-05' }]);
		expect(bench.company.trialBalance().rows).toContainEqual({ account: 'Exchange Gain or Loss', debit: '0.00', credit: '3.03' });
	});

	test('take one query for each day and one call for them all', async () => {
		await open({ ...EUROS });
		const plans = Array.from({ length: 20 }, (_, index) => planFor(inEuros({ id: String(index), number: String(3000 + index), localDate: `2026-02-${String((index % 10) + 1).padStart(2, '0')}` })));
		const run = await bench.post(plans);
		expect(run.postings.filter(({ outcome }) => outcome !== 'posted')).toEqual([]);
		expect(bench.company.counters.calls).toBeLessThan(10);
	});

	test('belong to a customer of that currency, beside the one of the home currency', async () => {
		await open(EUROS);
		await post(makeOrder('1000'), invoices);
		await post(inEuros(), invoices);
		const customers = bench.company.company.customers.filter(({ PrimaryEmailAddr }) => JSON.stringify(PrimaryEmailAddr ?? '').includes('ana@example.com'));
		expect(customers.map(({ CurrencyRef }) => CurrencyRef)).toMatchObject([{ value: 'USD' }, { value: 'EUR' }]);
	});

	test("are booked at the shop's rate where the shop tells one into the home currency", async () => {
		await open(EUROS);
		const seenInEuros = makeOrder('1001', { presentment: { currency: 'EUR', total: '55.22' } });
		expect(await post(seenInEuros, { currency: { bookIn: 'customer', exchangeRate: 'shop' } })).toMatchObject({ outcome: 'posted', shopTotal: '55.22', booksTotal: '55.22' });
		expect(documents('SalesReceipt')).toMatchObject([{ CurrencyRef: { value: 'EUR' }, TotalAmt: 55.22, HomeTotalAmt: 60.74 }]);
	});

	test('at a fixed rate, and never at one that nobody told', async () => {
		await open(EUROS);
		expect(await post(inEuros(), { currency: { exchangeRate: 'fixed', fixedRate: '1.2' } })).toMatchObject({ outcome: 'posted' });
		expect(documents('SalesReceipt')).toMatchObject([{ ExchangeRate: 1.2 }]);
		const untold = await post(inEuros({ id: '2', number: '1002' }), { currency: { exchangeRate: 'shop' } });
		expect(untold.attention).toMatchObject({ reason: 'exchange-rate-unknown', remedy: expect.stringContaining("'Exchange Rate'") });
		const unlisted = await post(makeOrder('1003', { currency: 'SEK' }));
		expect(unlisted.attention).toMatchObject({ reason: 'exchange-rate-missing', message: 'QuickBooks has no exchange rate of SEK for 2026-03-01' });
		expect(documents('SalesReceipt')).toHaveLength(1);
	});

	test('without decimals stay without them', async () => {
		await open(EUROS);
		const yen = makeOrder('1001', {
			currency: 'JPY',
			lines: [{ id: '1', sku: 'TEA', title: 'Tea', quantity: '3', gross: '1000', net: '1000', tax: '100' }],
			shipping: [],
			totals: { total: '1100' },
		});
		expect(await post(yen)).toMatchObject({ outcome: 'posted', booksTotal: '1100' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 1100, ExchangeRate: 0.0065, HomeTotalAmt: 7.15 }]);
	});

	test('are refused in a company without multicurrency, and in a deposit account of a third currency', async () => {
		await open({});
		expect((await post(inEuros())).attention).toMatchObject({ reason: 'foreign-currency', message: expect.stringContaining('USD only') });
		Object.assign(bench.company.company.settings, EUROS);
		bench.company.byHand.create('Account', { Name: 'Barclays GBP', AccountType: 'Bank', AccountSubType: 'Checking', CurrencyRef: { value: 'GBP' } });
		const accounts = { ...SETTINGS.accounts, deposit: { by: 'name' as const, value: 'Barclays GBP' } };
		expect((await post(inEuros(), { accounts })).attention).toMatchObject({ reason: 'deposit-account-currency', message: expect.stringContaining("'Deposit Account' holds GBP") });
		expect(bench.company.counters.writes).toBe(0);
	});
});
