import type { Json } from './wire-values';

/** How accounts of a type behave: what they are called in reports, and on which side they normally stand. */
const classifications: Readonly<Record<string, { classification: string; debit: boolean }>> = {
	Bank: { classification: 'Asset', debit: true },
	'Accounts Receivable': { classification: 'Asset', debit: true },
	'Other Current Asset': { classification: 'Asset', debit: true },
	'Fixed Asset': { classification: 'Asset', debit: true },
	'Other Asset': { classification: 'Asset', debit: true },
	'Accounts Payable': { classification: 'Liability', debit: false },
	'Credit Card': { classification: 'Liability', debit: false },
	'Other Current Liability': { classification: 'Liability', debit: false },
	'Long Term Liability': { classification: 'Liability', debit: false },
	Equity: { classification: 'Equity', debit: false },
	Income: { classification: 'Revenue', debit: false },
	'Other Income': { classification: 'Revenue', debit: false },
	'Cost of Goods Sold': { classification: 'Expense', debit: true },
	Expense: { classification: 'Expense', debit: true },
	'Other Expense': { classification: 'Expense', debit: true },
};

export function isAccountType(type: string): boolean {
	return type in classifications;
}

export function classificationOf(accountType: string): string {
	return classifications[accountType]?.classification ?? 'Asset';
}

/** Whether a balance of this type is shown positive when it is in debit. */
export function isDebitAccount(accountType: string): boolean {
	return classifications[accountType]?.debit ?? true;
}

/** The accounts the simulator posts to by itself, by their role. */
export const accountIds = {
	undepositedFunds: '4',
	checking: '35',
	receivable: '84',
	payable: '33',
	sales: '1',
	productSales: '79',
	discountsGiven: '86',
	shippingIncome: '87',
	inventoryAsset: '81',
	costOfGoodsSold: '80',
	/** Of the first tax agency, under a name of its country. */
	salesTaxPayable: '89',
	undistributedTips: '93',
	openingBalanceEquity: '34',
	exchangeGainOrLoss: '95',
} as const;

type Row = readonly [id: string, name: string, type: string, subType: string];

const rows: readonly Row[] = [
	[accountIds.sales, 'Sales', 'Income', 'SalesOfProductIncome'],
	[accountIds.undepositedFunds, 'Undeposited Funds', 'Other Current Asset', 'UndepositedFunds'],
	[accountIds.payable, 'Accounts Payable (A/P)', 'Accounts Payable', 'AccountsPayable'],
	[accountIds.openingBalanceEquity, 'Opening Balance Equity', 'Equity', 'OpeningBalanceEquity'],
	[accountIds.checking, 'Checking', 'Bank', 'Checking'],
	['36', 'Savings', 'Bank', 'Savings'],
	['41', 'Company Credit Card', 'Credit Card', 'CreditCard'],
	['60', 'Payment Processing Fees', 'Expense', 'OfficeGeneralAdministrativeExpenses'],
	['61', 'Marketplace Fees', 'Expense', 'OfficeGeneralAdministrativeExpenses'],
	['70', 'PayPal Clearing', 'Bank', 'CashOnHand'],
	['71', 'Stripe Clearing', 'Other Current Asset', 'OtherCurrentAssets'],
	['72', 'Shopify Clearing', 'Other Current Asset', 'OtherCurrentAssets'],
	[accountIds.productSales, 'Sales of Product Income', 'Income', 'SalesOfProductIncome'],
	[accountIds.costOfGoodsSold, 'Cost of Goods Sold', 'Cost of Goods Sold', 'SuppliesMaterialsCogs'],
	[accountIds.inventoryAsset, 'Inventory Asset', 'Other Current Asset', 'Inventory'],
	['82', 'Services', 'Income', 'ServiceFeeIncome'],
	[accountIds.receivable, 'Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable'],
	[accountIds.discountsGiven, 'Discounts given', 'Income', 'DiscountsRefundsGiven'],
	[accountIds.shippingIncome, 'Shipping Income', 'Income', 'SalesOfProductIncome'],
	['88', 'Gift Card Liability', 'Other Current Liability', 'OtherCurrentLiabilities'],
	['90', 'Rounding', 'Other Income', 'OtherMiscellaneousIncome'],
	['91', 'Tips Payable', 'Other Current Liability', 'OtherCurrentLiabilities'],
	['92', 'Marketplace Tax Clearing', 'Other Current Liability', 'OtherCurrentLiabilities'],
	[accountIds.undistributedTips, 'Undistributed Tips', 'Other Current Liability', 'Gratuity'],
	[accountIds.exchangeGainOrLoss, 'Exchange Gain or Loss', 'Other Expense', 'ExchangeGainOrLoss'],
];

/** The accounts every new company starts with, each with its fixed Id; those of tax agencies come with its taxes. */
export const chartOfAccounts: readonly Json[] = rows.map(([Id, Name, AccountType, AccountSubType]) => ({
	Id,
	Name,
	AccountType,
	AccountSubType,
}));
