import type { ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';
import { succeed } from '../../nodes/outcome/outcome';
import { lists, type ListName } from '../../nodes/MapOrderToQbTransaction/lists';
import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';
import { ACCOUNT_TYPES } from '../../nodes/quickbooks/accounts';
import type { QbRecord } from '../../nodes/quickbooks/quickbooks';
import { accountFields, type AccountRole } from '../../nodes/transaction/settings/accounts';

/** A company that answers every query with the same rows, and remembers what it was asked. */
function companyOf(rows: QbRecord[]) {
	const asked: string[] = [];
	return {
		asked,
		query: async (statement: string) => {
			asked.push(statement);
			return succeed(rows);
		},
	};
}

describe('the lists of the editor', () => {
	test('offer Undeposited Funds first for deposits', async () => {
		const company = companyOf([
			{ Id: '35', Name: 'Checking', AccountType: 'Bank' },
			{ Id: '4', Name: 'Undeposited Funds', AccountType: 'Other Current Asset', AccountSubType: 'UndepositedFunds' },
		]);
		const page = await lists.searchDepositAccounts(company, '');
		expect(page).toEqual(
			succeed({
				results: [
					{ name: 'Undeposited Funds (Other Current Asset)', value: '4' },
					{ name: 'Checking (Bank)', value: '35' },
				],
			}),
		);
		expect(company.asked).toEqual([
			"select * from Account where Active = true and AccountType IN ('Bank', 'Other Current Asset') orderby Name startposition 1 maxresults 100",
		]);
	});

	test('search in QuickBooks, whatever a person types, and go on page by page', async () => {
		const company = companyOf(Array.from({ length: 100 }, (_, index) => ({ Id: String(index), DisplayName: `Customer ${index}` })));
		const page = await lists.searchCustomers(company, "O'Brien \\", '101');
		expect(page.ok && page.value.paginationToken).toBe('201');
		expect(page.ok && page.value.results[0]).toEqual({ name: 'Customer 0', value: 'Customer 0' });
		expect(company.asked[0]).toContain("DisplayName LIKE '%O\\'Brien \\\\%'");
		expect(company.asked[0]).toContain('startposition 101');
	});

	test('say what is missing without a credential', async () => {
		const context = { getNode: () => ({ credentials: undefined }) } as unknown as ILoadOptionsFunctions;
		for (const search of Object.values(new MapOrderToQbTransaction().methods.listSearch)) {
			const { results } = await search.call(context);
			expect(results).toEqual([{ name: expect.stringContaining('Choose a QuickBooks credential'), value: '' }]);
		}
	});

	test('exist for every parameter that names one', () => {
		const { description, methods } = new MapOrderToQbTransaction();
		const named = [...JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g)].map(([, name]) => name!);
		expect(named.length).toBeGreaterThan(10);
		expect(Object.keys(methods.listSearch)).toEqual(expect.arrayContaining(named));
	});

	test('show of the accounts those, and only those, that fit the role of their field', async () => {
		const { description } = new MapOrderToQbTransaction();
		const fields = description.properties.flatMap((property) => [property, ...((property.options ?? []) as INodeProperties[])]);
		for (const role of Object.keys(ACCOUNT_TYPES) as AccountRole[]) {
			const field = fields.find(({ displayName, modes }) => displayName === accountFields[role] && modes !== undefined);
			const { searchListMethod } = field!.modes!.find(({ name }) => name === 'list')!.typeOptions!;
			const company = companyOf([]);
			await lists[searchListMethod as ListName](company, '');
			const asked = /AccountType IN \(([^)]*)\)/.exec(company.asked[0]!)![1]!;
			expect([role, asked.split(', ').map((type) => type.replace(/'/g, ''))]).toEqual([role, [...ACCOUNT_TYPES[role]]]);
		}
	});
});
