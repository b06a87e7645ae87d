import { literal } from '../quickbooks/query';
import { searchList, type ListOf, type SearchList } from '../quickbooks/search-list';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const accounts = (types: string[], first?: ListOf['first']): SearchList =>
	searchList({
		entity: 'Account',
		field: 'Name',
		where: `AccountType IN (${types.map(literal).join(', ')})`,
		value: (row) => text(row.Id),
		name: (row) => `${text(row.FullyQualifiedName ?? row.Name)} (${text(row.AccountType)})`,
		first,
	});

const products = (value: ListOf['value']): SearchList =>
	searchList({
		entity: 'Item',
		field: 'Name',
		where: "Type IN ('Service', 'NonInventory', 'Inventory')",
		value,
		name: (row) => text(row.FullyQualifiedName ?? row.Name) + (row.Sku ? ` (${text(row.Sku)})` : ''),
	});

/** A plain list of QuickBooks; an entry that has a parent is shown below it. */
const entries = (entity: string): SearchList =>
	searchList({ entity, field: 'Name', value: (row) => text(row.Id), name: (row) => text(row.FullyQualifiedName ?? row.Name) });

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
	searchCustomers: searchList({
		entity: 'Customer',
		field: 'DisplayName',
		value: (row) => text(row.DisplayName),
		name: (row) => text(row.DisplayName),
	}),
	searchProducts: products((row) => text(row.Id)),
	searchProductNames: products((row) => text(row.Name)),
	searchTaxCodes: entries('TaxCode'),
	searchClasses: entries('Class'),
	searchLocations: entries('Department'),
	searchTerms: entries('Term'),
	searchPaymentMethods: entries('PaymentMethod'),
} satisfies Record<string, SearchList>;

export type ListName = keyof typeof lists;
