import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const account = (value: string) => ({ by: 'name' as const, value });

describe('fees, tips and duties in the books', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const post = (changes: Partial<OrderInput>, settings: SyncSettingsInput = {}) =>
		bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })]).then(only);
	const balances = (...names: string[]) =>
		names.map((name) => {
			const row = bench.company.trialBalance().rows.find((candidate) => candidate.account === name);
			return row && (row.debit === '0.00' ? `-${row.credit}` : row.debit);
		});

	const payments = [{ ...makeOrder('1001').payments![0]!, fee: '2.06' }];
	const booked: SyncSettingsInput = { channelFees: 'line', accounts: { ...SETTINGS.accounts, channelFees: account('Payment Processing Fees') } };

	test('fees that the processor keeps are an expense, income stays whole, and the deposit is what arrives', async () => {
		expect(await post({ payments }, booked)).toMatchObject({ outcome: 'posted', shopTotal: '60.74', tenders: '2.06', booksTotal: '58.68', difference: '0' });
		expect(balances('Undeposited Funds', 'Payment Processing Fees', 'Sales')).toEqual(['58.68', '2.06', '-49.99']);
		expect(await post({ payments }, booked)).toMatchObject({ outcome: 'unchanged', difference: '0' });
	});

	test('whether fees are booked may be changed later: what stands is left, and says so', async () => {
		await post({ payments });
		const posting = await post({ payments }, booked);
		expect(posting).toMatchObject({ outcome: 'unchanged', booksTotal: '60.74' });
		expect(posting.remarks).toContain('Channel fees of 2.06 USD are not booked on it; what stands is left as it is');
	});

	test('a tip and duties go to accounts of their own where their items are created', async () => {
		const order = { totals: { total: '66.74', tip: '5.00', duties: '1.00' }, payments: [{ ...payments[0]!, amount: '66.74' }] };
		const settings = {
			accounts: { ...SETTINGS.accounts, tips: account('Tips Payable'), duties: account('Marketplace Tax Clearing') },
			items: { tip: account('Staff Tips') },
		};
		expect(await post(order, settings)).toMatchObject({ outcome: 'posted', booksTotal: '66.74' });
		expect(balances('Tips Payable', 'Marketplace Tax Clearing')).toEqual(['-5.00', '-1.00']);
	});

	test('a fee that the customer pays is income of the account that is named', async () => {
		const order = {
			fees: [{ title: 'Gift wrap', gross: '3.00', net: '3.00' }],
			totals: { total: '63.74' },
			payments: [{ ...payments[0]!, amount: '63.74' }],
		};
		expect(await post(order, { accounts: { ...SETTINGS.accounts, fees: account('Services') } })).toMatchObject({ outcome: 'posted' });
		expect(balances('Services')).toEqual(['-3.00']);
	});
});
