import type { INodeProperties } from 'n8n-workflow';
import { locator } from './locators';

/** The wizard's accounts; each is shown where the other choices make use of it. */
export const accountProperties: INodeProperties[] = [
	{
		displayName: 'Deposit Account',
		name: 'depositAccount',
		...locator('searchDepositAccounts', 'Undeposited Funds'),
		required: true,
		description: 'Where the money of Sales Receipts and payments goes: a bank account or another current asset',
		hint: 'Choose Undeposited Funds or a clearing account: with a checking account the bank feed would count the income twice.',
		displayOptions: { hide: { transactionType: ['salesOrder'] } },
	},
	{
		displayName: 'Income Account',
		name: 'incomeAccount',
		...locator('searchIncomeAccounts', 'Sales of Product Income'),
		description: 'For products and for the shipping item that this workflow creates; products that exist keep their own',
	},
	{
		displayName: 'Discount Account',
		name: 'discountAccount',
		...locator('searchDiscountAccounts', 'Discounts given'),
		description: "Where discounts are booked. Leave empty for the account of the company's own preferences.",
	},
	{
		displayName: 'Accounts Receivable Account',
		name: 'accountsReceivable',
		...locator('searchReceivableAccounts', 'Accounts Receivable (A/R)'),
		description: 'Only checked: QuickBooks chooses the account of an Invoice itself. Leave empty to accept its choice.',
		displayOptions: { show: { transactionType: ['invoice', 'invoiceAndPayment', 'salesOrderInvoicePayment'] } },
	},
	{
		displayName: 'Inventory Asset Account',
		name: 'itemAssetAccount',
		...locator('searchAssetAccounts', 'Inventory Asset'),
		description: 'For inventory products that are created',
		displayOptions: { show: { missingProducts: ['createInventory'] } },
	},
	{
		displayName: 'Cost of Goods Sold Account',
		name: 'itemCogsAccount',
		...locator('searchCogsAccounts', 'Cost of Goods Sold'),
		description: 'For inventory products that are created',
		displayOptions: { show: { missingProducts: ['createInventory'] } },
	},
];
