import type { OrderInput } from '../../nodes/order/order';
import type { Posting } from '../../nodes/postings/posting';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

type Line = OrderInput['lines'][number];
type Behaviour = QuickBooksOptions['behaviour'];

const companies = {
	GB: { country: 'GB', homeCurrency: 'GBP', partnerTaxEnabled: undefined },
	CA: { country: 'CA', homeCurrency: 'CAD', partnerTaxEnabled: undefined },
	JP: { country: 'JP', homeCurrency: 'JPY', partnerTaxEnabled: undefined },
	US: { country: 'US', homeCurrency: 'USD', partnerTaxEnabled: undefined },
};

const line = (net: string, tax: string, taxes: Line['taxes'] = [], changes: Partial<Line> = {}): Line => ({
	id: net, sku: `SKU-${net}`, title: `Thing for ${net}`, quantity: '1', gross: net, net, tax, taxes, ...changes,
});

describe('tax by code', () => {
	let bench: PostingBench;
	let currency: string;
	const open = async (country: keyof typeof companies, behaviour: Behaviour = {}): Promise<void> => {
		bench = await startPostingBench({ company: companies[country], behaviour });
		currency = companies[country].homeCurrency;
	};
	afterEach(async () => {
		const { debit, credit } = bench.company.trialBalance();
		expect(debit).toBe(credit);
		await bench.close();
	});

	const order = (total: string, lines: Line[], changes: Partial<OrderInput> = {}): OrderInput =>
		makeOrder('1001', { currency, lines, shipping: [], totals: { total }, ...changes });
	const post = async (input: OrderInput, tax: SyncSettingsInput['tax'], more: SyncSettingsInput = {}): Promise<Posting> =>
		only(await bench.post([planFor(input, { ...SETTINGS, tax, ...more })]));
	const receipts = () => bench.company.company.all('SalesReceipt').filter(({ TotalAmt }) => TotalAmt !== 0);
	const taxOf = () => {
		const { TotalTax, TaxLine = [] } = receipts()[0]!.TxnTaxDetail as { TotalTax: number; TaxLine?: Array<{ Amount: number }> };
		return [TotalTax, ...TaxLine.map(({ Amount }) => Amount)];
	};
	/** What an agency is owed. */
	const balance = (name: string) => {
		const { accounts, ledger } = bench.company.company;
		return -Number(ledger.balanceOf(accounts.find((account) => account.Name === name)!.Id));
	};
	const standard = { mode: 'codes' as const, taxableCode: '20.0% S', nonTaxableCode: 'No VAT' };

	describe('prices that contain VAT', () => {
		/** Three at 9.99 and one at 3.33, tax within: the shop rounds each line's tax. */
		const inclusive = (): OrderInput =>
			order('33.30', [line('8.32', '1.67'), line('8.33', '1.66'), line('8.32', '1.67'), line('2.77', '0.56')], { taxInclusive: true });

		test.each<[string, Behaviour]>([
			['as documented', {}],
			['tax is computed anew from gross amounts', { taxLines: 'computed' }],
			['tax is computed anew from net amounts', { taxLines: 'computed', taxInclusive: 'net' }],
			['tax is rounded by rate', { taxLines: 'computed', taxInclusive: 'net', taxRounding: 'rate' }],
		])("come to the shop's total where %s, and a second run changes nothing", async (_how, behaviour) => {
			await open('GB', behaviour);
			expect(await post(inclusive(), standard)).toMatchObject({ outcome: 'posted', booksTotal: '33.3', difference: '0' });
			expect(receipts()).toMatchObject([{ TotalAmt: 33.3, GlobalTaxCalculation: 'TaxInclusive' }]);
			bench.company.resetCounters();
			expect(await post(inclusive(), standard)).toMatchObject({ outcome: 'unchanged', remarks: [] });
			expect(bench.company.counters.writes).toBe(0);
		});

		test("have the shop's own tax, whatever QuickBooks would compute", async () => {
			await open('GB');
			expect((await post(inclusive(), standard)).remarks).toEqual([]);
			expect(taxOf()).toEqual([5.56, 5.56]);
			expect(balance('VAT Control')).toBe(5.56);
		});

		test('are said to differ in their tax where QuickBooks insists', async () => {
			await open('GB', { taxLines: 'computed', taxInclusive: 'net' });
			expect((await post(inclusive(), standard)).remarks).toEqual([
				'A rounding line of 0.02 GBP closes the difference between the shop and QuickBooks: QuickBooks computes a tax of 5.54 GBP, the shop charged 5.56',
			]);
		});
	});

	describe('prices without VAT', () => {
		/** 31 small lines, where rounding each line and rounding the whole are two cents apart. */
		const many = (): OrderInput => {
			const lines = Array.from({ length: 31 }, (_, index) => line('1.59', '0.32', [], { id: String(index), sku: `S${index}` }));
			return order('59.15', lines, { totals: { total: '59.15', rounding: '-0.06' } });
		};

		test('are stated rate by rate, zero-rated and exempt lines beside them', async () => {
			await open('GB');
			const mixed = order('170.50', [line('100.00', '20.00', [{ name: 'VAT', rate: '20', amount: '20.00' }]), line('10.00', '0.50', [{ name: 'VAT', rate: '5', amount: '0.50' }]), line('40.00', '0')]);
			const rows = [{ rate: '5', code: '5.0% R' }, { rate: '20', code: '20.0% S' }];
			expect(await post(mixed, { mode: 'codes', rows, nonTaxableCode: '0.0% Z' })).toMatchObject({ outcome: 'posted', remarks: [] });
			expect(receipts()).toMatchObject([{ TotalAmt: 170.5, GlobalTaxCalculation: 'TaxExcluded' }]);
			expect(taxOf().slice(0, 3)).toEqual([20.5, 20, 0.5]);
		});

		test("are closed by a visible rounding line where QuickBooks rounds otherwise and takes no tax over", async () => {
			await open('GB', { taxLines: 'computed', taxRounding: 'rate' });
			const posting = await post(many(), standard);
			expect(posting).toMatchObject({ outcome: 'posted', booksTotal: '59.15', difference: '0' });
			expect(posting.remarks.join()).toMatch(/A rounding line of 0\.06 GBP closes the difference .*: QuickBooks computes a tax of 9\.86 GBP, the shop charged 9\.92/);
			bench.company.resetCounters();
			expect(await post(many(), standard)).toMatchObject({ outcome: 'unchanged', remarks: [] });
			expect(bench.company.counters.writes).toBe(0);
		});

		test('beyond the tolerance leave nothing in the books', async () => {
			await open('GB', { taxLines: 'computed', taxRounding: 'rate' });
			expect(await post(many(), { ...standard, tolerance: '0.02' })).toMatchObject({ outcome: 'needsAttention', attention: { reason: 'total-does-not-agree' } });
			expect(receipts()).toEqual([]);
		});
	});

	test("a code that does not come to the shop's tax is refused before anything is sent", async () => {
		await open('GB');
		const posting = await post(order('120.00', [line('100.00', '20.00')]), { mode: 'codes', taxableCode: '5.0% R', nonTaxableCode: 'No VAT' });
		expect(posting.attention).toMatchObject({
			reason: 'tax-code-does-not-fit',
			message: "The shop charged a tax of 20.00 GBP on 100.00, and the tax code '5.0% R' comes to 5.00",
			evidence: { charged: '20.00', computed: '5.00', taxCode: '5.0% R' },
		});
		const free = await post(order('100.00', [line('100.00', '0')]), { mode: 'codes', taxableCode: '20.0% S', nonTaxableCode: '20.0% S' });
		expect(free.attention).toMatchObject({ reason: 'tax-code-does-not-fit' });
		expect(bench.company.counters.writes).toBe(0);
	});

	describe('two taxes on a line', () => {
		const quebec = (): OrderInput =>
			order('114.98', [line('100.00', '14.98', [{ name: 'GST', rate: '5', amount: '5.00' }, { name: 'QST', rate: '9.975', amount: '9.98' }])]);
		const rows = [{ tax: 'GST + QST', code: 'GST/QST QC - 9.975' }];

		test('go to one code, and each agency is owed its own', async () => {
			await open('CA');
			expect(await post(quebec(), { mode: 'codes', rows, nonTaxableCode: 'Exempt' })).toMatchObject({ outcome: 'posted', remarks: [] });
			expect(taxOf()).toEqual([14.98, 5, 9.98]);
			expect([balance('GST/HST Payable'), balance('QST Payable')]).toEqual([5, 9.98]);
		});

		test('in a refund are given back to each', async () => {
			await open('CA');
			const refunds = [{ id: '7', at: '2026-03-05T10:00:00Z', amount: '57.49', currency, lines: [{ lineId: '100.00', quantity: '1', net: '50.00', tax: '7.49', restocked: true }] }];
			const refunded = { ...quebec(), refunds, totals: { total: '114.98', refunded: '57.49' } };
			expect(await post(refunded, { mode: 'codes', rows, nonTaxableCode: 'Exempt' })).toMatchObject({ outcome: 'posted' });
			expect([balance('GST/HST Payable'), balance('QST Payable')]).toEqual([2.5, 4.99]);
		});

		test('of which one is on top of the other come to the compound code', async () => {
			await open('CA');
			const compound = order('229.95', [line('200.00', '29.95', [{ name: 'GST', rate: '5', amount: '10.00' }, { name: 'QST', rate: '9.5', amount: '19.95' }])]);
			const code = [{ tax: 'GST + QST', code: 'GST/QST QC - compound' }];
			expect(await post(compound, { mode: 'codes', rows: code, nonTaxableCode: 'Exempt' })).toMatchObject({ outcome: 'posted' });
			expect(taxOf()).toEqual([29.95, 10, 19.95]);
		});

		test("that the shop tells in one figure are split as the code's rates are", async () => {
			await open('CA');
			const untold = order('114.98', [line('100.00', '14.98')]);
			expect(await post(untold, { mode: 'codes', taxableCode: 'GST/QST QC - 9.975', nonTaxableCode: 'Exempt' })).toMatchObject({ outcome: 'posted' });
			expect([balance('GST/HST Payable'), balance('QST Payable')]).toEqual([5, 9.98]);
		});
	});

	test.each(['currency', 'two'] as const)('yen have no decimals, in the order and in the books (%s)', async (minorUnits) => {
		await open('JP', { minorUnits, taxLines: minorUnits === 'two' ? 'computed' : 'taken' });
		const yen = order('1105', [line('1005', '100', [{ name: '消費税', rate: '10', amount: '100' }])]);
		expect(await post(yen, { mode: 'codes', taxableCode: '10% Standard', nonTaxableCode: 'Exempt' })).toMatchObject({ outcome: 'posted', difference: '0' });
		expect(receipts()).toMatchObject([{ TotalAmt: 1105 }]);
	});

	describe('a US company with tax rates of its own', () => {
		const taxed = (): OrderInput => order('108.00', [line('100.00', '8.00')]);

		test("states the shop's tax under its rate", async () => {
			await open('US', { taxOverride: 'withCode' });
			expect(await post(taxed(), { mode: 'usCodes', usualCode: 'California' })).toMatchObject({ outcome: 'posted' });
			expect(receipts()).toMatchObject([{ TotalAmt: 108, TxnTaxDetail: { TxnTaxCodeRef: { value: '2' }, TotalTax: 8 } }]);
		});

		test('is told when it chose codes for lines, which only others have', async () => {
			await open('US');
			await expect(post(taxed(), { mode: 'codes', taxableCode: 'California', nonTaxableCode: 'NON' })).rejects.toThrow('tax-codes-in-us');
		});
	});

	describe('US automated tax that QuickBooks computes otherwise', () => {
		test('becomes a line of its own where that is chosen, and stays so', async () => {
			bench = await startPostingBench({ behaviour: { recomputesTax: true } });
			const tax = { mode: 'override' as const, whenRecomputed: 'line' as const };
			const items = { salesTax: { by: 'name' as const, value: 'Services' } };
			const posting = await post(makeOrder('1001'), tax, { items });
			expect(posting).toMatchObject({ outcome: 'posted', booksTotal: '60.74' });
			expect(posting.remarks.join()).toContain("The shop's tax is booked as a line of its own");
			expect(receipts()).toMatchObject([{ TotalAmt: 60.74, TxnTaxDetail: { TotalTax: 0 } }]);
			bench.company.resetCounters();
			expect(await post(makeOrder('1001'), tax, { items })).toMatchObject({ outcome: 'unchanged', remarks: [] });
			expect(bench.company.counters.writes).toBe(0);
		});

		test('becomes a line of its own beside a bundle, whose parts are then not taxed either', async () => {
			bench = await startPostingBench({ behaviour: { recomputesTax: true } });
			const kit = makeOrder('1001', { lines: [{ id: '1', sku: 'KIT-01', title: 'Kit', quantity: '1', gross: '50.00', net: '50.00', tax: '4.75' }], shipping: [], totals: { total: '54.75' } });
			const tax = { mode: 'override' as const, whenRecomputed: 'line' as const };
			expect(await post(kit, tax, { items: { salesTax: { by: 'name', value: 'Services' } } })).toMatchObject({ outcome: 'posted', booksTotal: '54.75' });
			expect(receipts()).toMatchObject([{ TotalAmt: 54.75, TxnTaxDetail: { TotalTax: 0 } }]);
		});

		test('may be a cent off where a tolerance is set', async () => {
			bench = await startPostingBench({ behaviour: { taxDeviation: '0.01' } });
			expect(await post(makeOrder('1001'), { mode: 'override', tolerance: '0.01' })).toMatchObject({ outcome: 'posted', booksTotal: '60.74' });
			expect(receipts()).toMatchObject([{ TotalAmt: 60.74, TxnTaxDetail: { TotalTax: 4.77 } }]);
		});

		test('is said with every update, and a discount comes before it', async () => {
			bench = await startPostingBench();
			const discounted = makeOrder('1001', {
				lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '1', gross: '60.00', discount: '10.00', net: '50.00', tax: '4.75' }],
				shipping: [],
				totals: { total: '54.75' },
			});
			await post(discounted, { mode: 'override' });
			expect(receipts()).toMatchObject([{ TotalAmt: 54.75, ApplyTaxAfterDiscount: true, TxnTaxDetail: { TotalTax: 4.75 } }]);
			bench.company.byHand.edit('SalesReceipt', receipts()[0]!.Id, { TrackingNum: '1Z', TxnTaxDetail: { TotalTax: 4.75 } });
			const dearer = { ...discounted, shipping: [{ title: 'Flat', gross: '5.00', net: '5.00' }], totals: { total: '59.75' } };
			const run = await bench.post([planFor({ ...dearer, payments: [{ ...discounted.payments![0]!, amount: '59.75' }] })], { whenChanged: 'update' });
			expect(only(run)).toMatchObject({ outcome: 'posted', action: 'updated' });
			expect(receipts()).toMatchObject([{ TotalAmt: 59.75, TxnTaxDetail: { TotalTax: 4.75 } }]);
		});
	});
});
