import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const account = (value: string) => ({ by: 'name' as const, value });

describe('discounts and gift cards in the books', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const books = () => bench.company.company;
	const post = (changes: Partial<OrderInput>, settings: SyncSettingsInput = {}) =>
		bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })]).then(only);
	const balances = (...names: string[]) =>
		names.map((name) => {
			const row = bench.company.trialBalance().rows.find((candidate) => candidate.account === name);
			return row && (row.debit === '0.00' ? `-${row.credit}` : row.debit);
		});

	describe('a coupon of 10.00 on a shirt of 39.98', () => {
		const [shirt, mug] = makeOrder('1001').lines;
		const discounted: Partial<OrderInput> = {
			lines: [{ ...shirt!, discount: '10.00', net: '29.98', tax: '2.85' }, mug!],
			discounts: [{ code: 'SUMMER10', title: 'Summer', amount: '10.00' }],
			totals: { total: '49.79' },
			payments: [{ ...makeOrder('1001').payments![0]!, amount: '49.79' }],
		};
		const accounts = { ...SETTINGS.accounts, discount: account('Discounts given') };

		test.each([
			['line', '10.00', '-49.99'],
			['itemPerCoupon', '10.00', '-49.99'],
			['prices', undefined, '-39.99'],
		] as const)('as %s comes to the total of the shop, and the accounts say how much was given', async (as, given, sales) => {
			expect(await post(discounted, { accounts, discounts: { as } })).toMatchObject({ outcome: 'posted', booksTotal: '49.79', difference: '0' });
			expect(balances('Discounts given', 'Sales')).toEqual([given, sales]);
			expect(await post(discounted, { accounts, discounts: { as } })).toMatchObject({ outcome: 'unchanged' });
		});

		test('says whether the tax is of what was left', async () => {
			await post(discounted, { accounts });
			expect(books().documents('SalesReceipt')[0]).toMatchObject({ ApplyTaxAfterDiscount: true, TxnTaxDetail: { TotalTax: 3.81 } });
		});

		test.each([
			['a rounding line', { tolerance: '0.01' }],
			['the tax as a line', { whenRecomputed: 'line' as const }],
		])('is not taken for edited by a person after %s came behind it', async (_closing, how) => {
			books().behaviour.taxDeviation = '0.01';
			const settings = { accounts, tax: { mode: 'override' as const, ...how }, items: { salesTax: account('Services') } };
			expect(await post(discounted, settings)).toMatchObject({ outcome: 'posted', booksTotal: '49.79', difference: '0' });
			expect(books().documents('SalesReceipt')[0]!.Line).toHaveLength(6);
			const again = await post(discounted, settings);
			expect(again).toMatchObject({ outcome: 'unchanged' });
			expect(again.remarks.join()).not.toContain('edited');
		});

		test('has an item of its name afterwards', async () => {
			await post(discounted, { accounts, discounts: { as: 'itemPerCoupon' } });
			expect(books().items.find(({ Name }) => Name === 'SUMMER10')).toMatchObject({ Type: 'Service', IncomeAccountRef: { value: '86' } });
		});
	});

	describe('a gift card', () => {
		const [card] = makeOrder('1001').payments!;
		const part = { payments: [{ ...card!, amount: '50.74' }, { ...card!, id: 'gift', method: 'gift_card', amount: '10.00', tender: 'giftCard' as const }] };
		const whole = { payments: [{ ...card!, method: 'gift_card', tender: 'giftCard' as const }] };
		const clearing = { ...SETTINGS.accounts, giftCardClearing: account('Stripe Clearing') };
		const invoice = { transactionType: 'invoiceAndPayment' as const };

		test('that is sold is owed, not earned', async () => {
			const lines = [{ id: '1', kind: 'giftCard' as const, sku: 'GC-50', title: 'Gift card', quantity: '1', gross: '50.00', net: '50.00' }];
			await post({ lines, shipping: [], totals: { total: '50.00' }, payments: [{ ...card!, amount: '50.00' }] });
			expect(balances('Gift Card Liability', 'Sales', 'Undeposited Funds')).toEqual(['-50.00', undefined, '50.00']);
		});

		test('whose product is booked to income in QuickBooks goes to a person: it would be income twice', async () => {
			const { attention } = await post(part, { items: { giftCard: account('Services') } });
			expect(attention).toMatchObject({ reason: 'gift-card-is-income', message: expect.stringContaining("'Services' is booked to 'Services'") });
			expect(books().documents('SalesReceipt')).toEqual([]);
		});

		test('that is redeemed is a line, and the money is what is left', async () => {
			expect(await post(part)).toMatchObject({ outcome: 'posted', shopTotal: '60.74', tenders: '10', booksTotal: '50.74', difference: '0' });
			expect(balances('Gift Card Liability', 'Undeposited Funds')).toEqual(['10.00', '50.74']);
		});

		test('that pays for all leaves a receipt of nothing, without any payment', async () => {
			expect(await post(whole)).toMatchObject({ outcome: 'posted', booksTotal: '0', difference: '0' });
			expect(await post(whole)).toMatchObject({ outcome: 'unchanged' });
			expect(balances('Gift Card Liability', 'Undeposited Funds')).toEqual(['60.74', undefined]);
		});

		test('is a payment on the invoice where that is chosen, to the clearing account', async () => {
			const settings = { ...invoice, redeemed: 'payment' as const, accounts: clearing };
			expect(await post(part, settings)).toMatchObject({ outcome: 'posted', tenders: '0', booksTotal: '60.74', difference: '0' });
			expect(books().documents('Invoice')).toMatchObject([{ TotalAmt: 60.74, Balance: 0 }]);
			expect(books().documents('Payment').map(({ TotalAmt }) => TotalAmt)).toEqual([50.74, 10]);
			expect(balances('Stripe Clearing', 'Undeposited Funds')).toEqual(['10.00', '50.74']);
			expect(await post(part, settings)).toMatchObject({ outcome: 'unchanged' });
		});

		test('on a receipt is a line all the same', async () => {
			expect(await post(part, { redeemed: 'payment', accounts: clearing })).toMatchObject({ outcome: 'posted', booksTotal: '50.74' });
		});

		test('needs the clearing account, by its name', () => {
			expect(() => planFor(makeOrder('1001', part), { ...SETTINGS, ...invoice, redeemed: 'payment' })).toThrow("'Gift Card Clearing Account' is empty");
		});

		test('stays what it was posted as when another choice is made later', async () => {
			await post(part, invoice);
			expect(await post(part, { ...invoice, redeemed: 'payment', accounts: clearing })).toMatchObject({ outcome: 'unchanged' });
			expect(books().documents('Payment')).toMatchObject([{ TotalAmt: 50.74 }]);
		});

		test('recorded as a payment stays one when lines are chosen later', async () => {
			await post(part, { ...invoice, redeemed: 'payment', accounts: clearing });
			expect(await post(part, invoice)).toMatchObject({ outcome: 'unchanged' });
			expect(books().documents('Invoice')).toMatchObject([{ TotalAmt: 60.74, Balance: 0 }]);
		});
	});
});
