import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

describe('shipping in the books', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const post = (settings: SyncSettingsInput) => bench.post([planFor(makeOrder('1001'), { ...SETTINGS, ...settings })]).then(only);
	const lines = () => bench.company.company.documents('SalesReceipt')[0]!.Line as Array<Record<string, unknown>>;
	const balanceOf = (account: string) => bench.company.trialBalance().rows.find((row) => row.account === account);
	const field = { shipping: { as: 'field' as const } };

	test("stands in QuickBooks' own field, in the account of the company, and the total is right", async () => {
		expect(await post(field)).toMatchObject({ outcome: 'posted', booksTotal: '60.74', difference: '0' });
		expect(lines()).toContainEqual(
			expect.objectContaining({ Amount: 5.99, SalesItemLineDetail: expect.objectContaining({ ItemRef: { value: 'SHIPPING_ITEM_ID' } }) }),
		);
		expect(balanceOf('Shipping Income')).toMatchObject({ credit: '5.99' });
		expect(await post(field)).toMatchObject({ outcome: 'unchanged' });
	});

	test('goes to a person while the field is switched off in QuickBooks, and is posted once it is on', async () => {
		bench.company.company.settings.allowShipping = false;
		const { attention } = await post(field);
		expect(attention).toMatchObject({ reason: 'shipping-off', remedy: expect.stringContaining("Switch on 'Shipping'") });
		expect(bench.company.counters.writes).toBe(0);
		bench.company.company.settings.allowShipping = true;
		expect(await post(field)).toMatchObject({ outcome: 'posted' });
	});

	test('has an item of the method, created in the shipping income account', async () => {
		const shipping = { as: 'itemPerMethod' as const };
		const accounts = { ...SETTINGS.accounts, shippingIncome: { by: 'name' as const, value: 'Shipping Income' } };
		expect(await post({ shipping, accounts })).toMatchObject({ outcome: 'posted' });
		expect(bench.company.company.items.find(({ Name }) => Name === 'Flat rate')).toMatchObject({ Type: 'Service', IncomeAccountRef: { value: '87' } });
		expect(balanceOf('Shipping Income')).toMatchObject({ credit: '5.99' });
	});
});
