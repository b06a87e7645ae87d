import { succeed, type Outcome } from '../outcome/outcome';
import { literal } from '../quickbooks/query';
import type { QbRecord, QuickBooks } from '../quickbooks/quickbooks';

/** One entry of a From List, and where the next page begins. */
export interface ListPage {
	results: Array<{ name: string; value: string }>;
	paginationToken?: string;
}

export type SearchList = (
	company: Pick<QuickBooks, 'query'>,
	filter: string,
	paginationToken?: string,
) => Promise<Outcome<ListPage>>;

const PAGE_SIZE = 100;

interface ListOf {
	entity: string;
	/** The field that is shown, searched and sorted by. */
	field: string;
	where?: string;
	value: (row: QbRecord) => string;
	name: (row: QbRecord) => string;
	/** Which rows of a page stand first. */
	first?: (row: QbRecord) => boolean;
}

/** Pages through one entity by name; the search is QuickBooks' own, without regard to case. */
function list({ entity, field, where, value, name, first }: ListOf): SearchList {
	return async (company, filter, paginationToken) => {
		const start = Number(paginationToken ?? 1);
		const conditions = ['Active = true', where, filter ? `${field} LIKE ${literal(`%${filter}%`)}` : ''].filter(Boolean);
		const statement = `select * from ${entity} where ${conditions.join(' and ')} orderby ${field} startposition ${start} maxresults ${PAGE_SIZE}`;
		const rows = await company.query(statement);
		if (!rows.ok) return rows;
		const shown = first ? [...rows.value.filter(first), ...rows.value.filter((row) => !first(row))] : rows.value;
		return succeed({
			results: shown.map((row) => ({ name: name(row), value: value(row) })),
			...(rows.value.length === PAGE_SIZE ? { paginationToken: String(start + PAGE_SIZE) } : {}),
		});
	};
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const accounts = (types: string[], first?: ListOf['first']): SearchList =>
	list({
		entity: 'Account',
		field: 'Name',
		where: `AccountType IN (${types.map(literal).join(', ')})`,
		value: (row) => text(row.Id),
		name: (row) => `${text(row.FullyQualifiedName ?? row.Name)} (${text(row.AccountType)})`,
		first,
	});

const products = (value: ListOf['value']): SearchList =>
	list({
		entity: 'Item',
		field: 'Name',
		where: "Type IN ('Service', 'NonInventory', 'Inventory')",
		value,
		name: (row) => text(row.FullyQualifiedName ?? row.Name) + (row.Sku ? ` (${text(row.Sku)})` : ''),
	});

/** Account types by what QuickBooks takes in each place (API Explorer: SalesReceipt, Item, DiscountLineDetail). */
export const lists = {
	searchDepositAccounts: accounts(['Bank', 'Other Current Asset'], ({ AccountSubType }) => AccountSubType === 'UndepositedFunds'),
	searchIncomeAccounts: accounts(['Income', 'Other Income']),
	searchTipAccounts: accounts(['Other Current Liability', 'Income', 'Other Income'], ({ AccountType }) => AccountType === 'Other Current Liability'),
	searchFeeAccounts: accounts(['Expense', 'Other Expense', 'Cost of Goods Sold']),
	searchDiscountAccounts: accounts(['Income', 'Other Income', 'Expense'], ({ AccountSubType }) => AccountSubType === 'DiscountsRefundsGiven'),
	searchReceivableAccounts: accounts(['Accounts Receivable']),
	searchAssetAccounts: accounts(['Other Current Asset'], ({ AccountSubType }) => AccountSubType === 'Inventory'),
	searchCogsAccounts: accounts(['Cost of Goods Sold']),
	searchLiabilityAccounts: accounts(['Other Current Liability', 'Long Term Liability']),
	searchCustomers: list({
		entity: 'Customer',
		field: 'DisplayName',
		value: (row) => text(row.DisplayName),
		name: (row) => text(row.DisplayName),
	}),
	searchProducts: products((row) => text(row.Id)),
	searchProductNames: products((row) => text(row.Name)),
	searchTaxCodes: list({
		entity: 'TaxCode',
		field: 'Name',
		value: (row) => text(row.Id),
		name: (row) => text(row.Name),
	}),
} satisfies Record<string, SearchList>;

export type ListName = keyof typeof lists;
