import type { INodeParameters } from 'n8n-workflow';
import { makeOrder } from '../quickbooks/posting-bench';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { attentions, CREATE, NEEDS_ATTENTION, POSTED, postings, postOrders } from './canvas';

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

describe('an account that does not fit', () => {
	let company: QuickBooksSimulator;
	beforeEach(async () => {
		company = await startQuickBooks();
		company.byHand.create('Account', { Id: '201', Name: 'Old Clearing', AccountType: 'Other Current Asset' });
		company.byHand.deactivate('Account', '201');
		company.byHand.create('Account', { Id: '202', Name: 'Retail', AccountType: 'Income' });
		company.byHand.create('Account', { Id: '203', Name: 'Wholesale', AccountType: 'Income' });
		company.byHand.create('Account', { Id: '204', Name: 'Web', AccountType: 'Income', ParentRef: { value: '202' }, SubAccount: true });
		company.byHand.create('Account', { Id: '205', Name: 'Web', AccountType: 'Income', ParentRef: { value: '203' }, SubAccount: true });
	});
	afterEach(() => company.close());

	const post = (map: INodeParameters) => postOrders(company, [makeOrder('1'), makeOrder('2')], { map });
	const documents = () => company.company.documents();

	const cases: Array<[what: string, map: INodeParameters, sentence: string, remedy: string]> = [
		[
			'that the company does not have',
			{ depositAccount: byName('Undeposited Found') },
			"'Deposit Account' names the account 'Undeposited Found', which this QuickBooks company does not have",
			"Choose another account in 'Deposit Account'",
		],
		[
			'whose id the company does not have',
			{ depositAccount: byId('999') },
			"'Deposit Account' names the account '999', which this QuickBooks company does not have",
			"Choose another account in 'Deposit Account'",
		],
		[
			'of the wrong type for deposits',
			{ depositAccount: byName('Sales') },
			"The account 'Sales' in 'Deposit Account' is of the type Income; QuickBooks takes Bank or Other Current Asset here",
			"Choose an account of the right type in 'Deposit Account'",
		],
		[
			'of the wrong type for income',
			{ incomeAccount: byName('Checking') },
			"The account 'Checking' in 'Income Account' is of the type Bank; QuickBooks takes Income or Other Income here",
			"Choose an account of the right type in 'Income Account'",
		],
		[
			'that is inactive, by its id',
			{ depositAccount: byId('201') },
			"The account 'Old Clearing (deleted)' in 'Deposit Account' is inactive in QuickBooks",
			"Make it active in QuickBooks, or choose another account in 'Deposit Account'",
		],
		[
			'that is inactive, by its name',
			{ depositAccount: byName('Old Clearing') },
			"The account 'Old Clearing (deleted)' in 'Deposit Account' is inactive in QuickBooks",
			"Make it active in QuickBooks, or choose another account in 'Deposit Account'",
		],
		[
			'of a name that two have',
			{ incomeAccount: byName('Web') },
			"'Income Account' names the account 'Web', and QuickBooks has 2 of that name",
			"Choose the account in 'Income Account' from the list, or write it with its parent: 'Parent:Web'",
		],
		[
			'for receivables that is none',
			{ transactionType: 'invoice', accountOptions: { accountsReceivable: byName('Checking') } },
			"The account 'Checking' in 'Accounts Receivable Account' is of the type Bank; QuickBooks takes Accounts Receivable here",
			"Choose an account of the right type in 'Accounts Receivable Account'",
		],
	];

	test.each(cases)('%s stops the run and names the field of Map, and nothing is written', async (_what, map, sentence, remedy) => {
		const run = await post(map);
		expect(run.error?.message).toBe(sentence);
		expect((run.error as { description?: string }).description).toBe(remedy);
		expect(documents()).toEqual([]);
		expect(company.counters.writes).toBe(0);
	});

	test('for discounts stops only orders with a discount', async () => {
		const discounted = makeOrder('2', {
			lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '1', gross: '50.00', discount: '10.00', net: '40.00' }],
			discounts: [{ title: 'Ten off', code: 'TEN', amount: '10.00', allocations: [{ lineId: '1', amount: '10.00' }] }],
			shipping: [],
			totals: { total: '40.00' },
		});
		const run = await postOrders(company, [makeOrder('1'), discounted], { map: { discountAccount: byName('Checking') } });
		expect(postings(run, POSTED).map(({ order }) => order.number)).toEqual(['1']);
		expect(attentions(run)).toEqual([
			['2', 'account-type-wrong', "The account 'Checking' in 'Discount Account' is of the type Bank; QuickBooks takes Income or Other Income or Expense or Other Expense or Cost of Goods Sold here", "Choose an account of the right type in 'Discount Account'"],
		]);
	});

	test('that an expression chooses stops only the orders it chooses it for', async () => {
		const run = await postOrders(company, [makeOrder('1'), makeOrder('2')], {
			map: { depositAccount: byName('={{ $json.number === "2" ? "Nowhere" : "Undeposited Funds" }}') },
		});
		expect(postings(run, POSTED).map(({ order }) => order.number)).toEqual(['1']);
		expect(postings(run, NEEDS_ATTENTION).map(({ attention }) => attention?.reason)).toEqual(['account-not-found']);
		expect(run.hints(CREATE).filter(({ type }) => type === 'danger').map(({ message }) => message)).toEqual([expect.stringContaining("'Deposit Account'")]);
	});

	test.each([
		['Retail:Web', '204'],
		['wholesale:web', '205'],
	])('is no matter when it is written with its parent: %s', async (name, id) => {
		const run = await post({ incomeAccount: byName(name) });
		expect(run.error).toBeUndefined();
		expect(company.company.items.find(({ Sku }) => Sku === 'SHIRT-1')).toMatchObject({ IncomeAccountRef: { value: id } });
	});

	test('is no matter when one of a name stands by itself and the others under a parent', async () => {
		company.byHand.create('Account', { Id: '206', Name: 'Web', AccountType: 'Income' });
		await post({ incomeAccount: byName('Web') });
		expect(company.company.items.find(({ Sku }) => Sku === 'SHIRT-1')).toMatchObject({ IncomeAccountRef: { value: '206' } });
	});

	test('is no matter when all others of the name are inactive', async () => {
		company.byHand.deactivate('Account', '204');
		await post({ incomeAccount: byName('Web') });
		expect(company.company.items.find(({ Sku }) => Sku === 'SHIRT-1')).toMatchObject({ IncomeAccountRef: { value: '205' } });
	});
});
