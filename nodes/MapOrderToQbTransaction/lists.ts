import { ACCOUNT_TYPES } from '../quickbooks/accounts';
import { literal } from '../quickbooks/query';
import { searchList, type ListOf, type SearchList } from '../quickbooks/search-list';
import type { AccountRole } from '../transaction/settings/accounts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const accounts = (role: AccountRole, first?: ListOf['first']): SearchList =>
	searchList({
		entity: 'Account',
		field: 'Name',
		where: `AccountType IN (${ACCOUNT_TYPES[role].map(literal).join(', ')})`,
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

const ofSubType =
	(subType: string): ListOf['first'] =>
	({ AccountSubType }) =>
		AccountSubType === subType;

/** The account lists, each by a role that its accounts fit. */
export const lists = {
	searchDepositAccounts: accounts('deposit', ofSubType('UndepositedFunds')),
	searchIncomeAccounts: accounts('income'),
	searchRoundingAccounts: accounts('rounding'),
	searchTipAccounts: accounts('tips', ({ AccountType }) => AccountType === 'Other Current Liability'),
	searchFeeAccounts: accounts('channelFees'),
	searchDiscountAccounts: accounts('discount', ofSubType('DiscountsRefundsGiven')),
	searchReceivableAccounts: accounts('accountsReceivable'),
	searchAssetAccounts: accounts('itemAsset', ofSubType('Inventory')),
	searchCogsAccounts: accounts('itemCogs'),
	searchLiabilityAccounts: accounts('giftCardLiability'),
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
