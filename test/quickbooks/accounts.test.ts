import { ACCOUNT_TYPES, ChartOfAccounts } from '../../nodes/quickbooks/accounts';
import { accountFields, type AccountRole } from '../../nodes/transaction/settings/accounts';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const roles = Object.keys(ACCOUNT_TYPES) as AccountRole[];
/** A type that no role takes. */
const WRONG = 'Credit Card';

describe('an account that was chosen', () => {
	const chart = (AccountType: string) =>
		new ChartOfAccounts([
			{ Id: '1', Name: 'Good', FullyQualifiedName: 'Good', AccountType },
			{ Id: '2', Name: 'Odd', FullyQualifiedName: 'Odd', AccountType: WRONG },
			{ Id: '3', Name: 'Old (deleted)', FullyQualifiedName: 'Old (deleted)', AccountType, Active: false },
		]);

	test.each(roles)('for %s is found by name and by id, and whatever is wrong with it names the field', (role) => {
		const field = accountFields[role];
		for (const type of ACCOUNT_TYPES[role]) {
			const accounts = chart(type);
			const resolve = (by: 'id' | 'name', value: string) => accounts.resolve({ by, value, field }, role);
			expect(resolve('name', 'good')).toEqual({ ok: true, value: { value: '1', name: 'Good' } });
			expect(resolve('id', '1')).toEqual({ ok: true, value: { value: '1', name: 'Good' } });
			expect(resolve('name', 'None')).toMatchObject({ failure: { cause: 'configuration-invalid', reason: 'account-not-found', message: `'${field}' names the account 'None', which this QuickBooks company does not have` } });
			expect(resolve('name', 'Old')).toMatchObject({ failure: { reason: 'account-inactive', message: expect.stringContaining(`in '${field}' is inactive`) } });
			expect(resolve('id', '2')).toMatchObject({
				failure: {
					reason: 'account-type-wrong',
					message: `The account 'Odd' in '${field}' is of the type ${WRONG}; QuickBooks takes ${ACCOUNT_TYPES[role].join(' or ')} here`,
					remedy: `Choose an account of the right type in '${field}'`,
				},
			});
		}
	});

	test('for an item that is to be made is judged by the field that names it', () => {
		const accounts = chart('Other Current Liability');
		const made = (field: string) => accounts.resolve({ by: 'id', value: '1', field }, 'item').ok;
		expect(made('Income Account')).toBe(false);
		expect(made('Tips Account')).toBe(true);
		expect(made('Gift Card Liability Account')).toBe(true);
		expect(made("somebody's own plan")).toBe(true);
	});
});

describe('a run', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const named = (value: string) => ({ by: 'name' as const, value });
	const existing = { lines: [{ id: '1', sku: 'MUG-01', title: 'Mug', quantity: '1', gross: '12.50', net: '12.50' }], shipping: [], totals: { total: '12.50' } };
	const plan = (number: string, accounts: SyncSettingsInput['accounts'], changes = {}) =>
		planFor(makeOrder(number, changes), { ...SETTINGS, accounts: { ...SETTINGS.accounts, ...accounts } });

	test('tells of an account that nothing needs today, and posts', async () => {
		const run = await bench.post([plan('1', { income: named('Undeposited Funds') }, existing), plan('2', { income: named('Undeposited Funds') }, existing)]);
		expect(run.postings.map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
		expect(run.hints).toEqual([
			"The account 'Undeposited Funds' in 'Income Account' is of the type Other Current Asset; QuickBooks takes Income or Other Income here. " +
				"No order of this run needed it. Choose an account of the right type in 'Income Account'",
		]);
		expect(run.stoppedBy).toBeUndefined();
	});

	test('posts what does not need the account that is wrong, and says of the others why', async () => {
		const run = await bench.post([plan('1', { income: named('Nowhere') }, existing), plan('2', { income: named('Nowhere') })]);
		expect(run.postings.map(({ outcome, attention }) => attention?.reason ?? outcome)).toEqual(['posted', 'account-not-found']);
		expect(run.stoppedBy?.message).toBe("'Income Account' names the account 'Nowhere', which this QuickBooks company does not have");
		expect(run.hints).toEqual([]);
	});

	test('checks a receivable account that is never sent, and a discount account', async () => {
		const invoice = (accounts: SyncSettingsInput['accounts'], changes = {}) =>
			bench.post([planFor(makeOrder('1', changes), { ...SETTINGS, transactionType: 'invoice', accounts: { ...SETTINGS.accounts, ...accounts } })]);
		await expect(invoice({ accountsReceivable: named('Sales') })).rejects.toThrow("The account 'Sales' in 'Accounts Receivable Account' is of the type Income; QuickBooks takes Accounts Receivable here");
		const discounted = { lines: [{ id: '1', sku: 'MUG-01', title: 'Mug', quantity: '1', gross: '12.50', discount: '2.50', net: '10.00' }], shipping: [], totals: { total: '10.00' } };
		await expect(invoice({ discount: named('Checking') }, discounted)).rejects.toThrow("in 'Discount Account' is of the type Bank");
		expect(bench.company.counters.writes).toBe(0);
	});
});
