import type { INodeProperties } from 'n8n-workflow';
import { added, picked, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';
import { hasTypeRules } from './orders';
import { createsInventory } from './products';
import { transactionTypeOf } from './transaction';

const depositAccount: INodeProperties = {
	displayName: 'Deposit Account',
	name: 'depositAccount',
	...locator('searchDepositAccounts', 'Undeposited Funds'),
	description: 'Where the money of Sales Receipts and payments goes: a bank account or another current asset',
	hint: 'Choose Undeposited Funds or a clearing account: with a checking account the bank feed would count the income twice.',
};

/** The wizard's accounts; each is shown where the other choices make use of it. */
export const accountProperties: INodeProperties[] = [
	{
		...depositAccount,
		required: true,
		displayOptions: { hide: { transactionType: ['salesOrder'] } },
	},
	{
		...depositAccount,
		description: 'Only needed where a rule in Order Options makes more of an order than a Sales Order: an Estimate moves no money',
		displayOptions: { hide: { transactionType: [{ _cnd: { not: 'salesOrder' } }] } },
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
		displayOptions: { hide: { salesTax: ['codes'] } },
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

export const accountOptions: INodeProperties = {
	displayName: 'Account Options',
	name: 'accountOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Accounts Receivable Account',
			name: 'accountsReceivable',
			...locator('searchReceivableAccounts', 'Accounts Receivable (A/R)'),
			description: 'Only checked: QuickBooks chooses the account of an Invoice itself. Leave empty to accept its choice.',
		},
		{
			displayName: 'Channel Fees Account',
			name: 'channelFeesAccount',
			...locator('searchFeeAccounts', 'Payment Processing Fees'),
			description: 'The expense account of a channel fee item that is created. Without it this item must exist.',
		},
		{
			displayName: 'Duties Account',
			name: 'dutiesAccount',
			...locator('searchTipAccounts', 'Import Duties Payable'),
			description: 'The account of a duties item that is created: a liability when you pay them on. Without it this item must exist.',
		},
		{
			displayName: 'Fees Account',
			name: 'feesAccount',
			...locator('searchIncomeAccounts', 'Services'),
			description: 'The account of an item for fees that customers pay, when it is created. Leave empty for the income account.',
		},
		{
			displayName: 'Gift Card Clearing Account',
			name: 'giftCardClearingAccount',
			...locator('searchDepositAccounts', 'Gift Card Clearing'),
			description:
				'Where payments by gift card go when they are payments on invoices: a bank account or another current asset, since QuickBooks deposits to nothing else. Clear it against the liability by a journal entry.',
		},
		{
			displayName: 'Gift Card Liability Account',
			name: 'giftCardLiabilityAccount',
			...locator('searchLiabilityAccounts', 'Gift Cards Outstanding'),
			description: 'The account of a gift card or store credit item that is created. Without it these items must exist.',
		},
		{
			displayName: 'Refund From Account',
			name: 'refundFromAccount',
			...locator('searchDepositAccounts', 'Checking'),
			description: 'Where the money of Refund Receipts comes from. Leave empty for the deposit account.',
		},
		{
			displayName: 'Refunds Account',
			name: 'refundsAccount',
			...locator('searchRoundingAccounts', 'Refunds'),
			description: 'The account of a refund item that is created. Leave empty for the income account.',
		},
		{
			displayName: 'Rounding Account',
			name: 'roundingAccount',
			...locator('searchRoundingAccounts', 'Rounding'),
			description: 'The account of a rounding item that is created. Leave empty for the income account.',
		},
		{
			displayName: 'Shipping Income Account',
			name: 'shippingIncomeAccount',
			...locator('searchIncomeAccounts', 'Shipping Income'),
			description: 'The account of a shipping item that is created. Leave empty for the income account.',
		},
		{
			displayName: 'Tips Account',
			name: 'tipsAccount',
			...locator('searchTipAccounts', 'Tips Payable'),
			description: 'The account of a tips item that is created: a liability when the staff gets them. Without it this item must exist.',
		},
	],
};

export function readAccounts(read: ReadValue): SyncSettingsInput['accounts'] {
	const options = added(read, 'accountOptions');
	const movesMoney = transactionTypeOf(read) !== 'salesOrder' || hasTypeRules(read);
	const inventory = createsInventory(read);
	return withoutAbsent({
		deposit: movesMoney ? picked(read('depositAccount')) : undefined,
		income: picked(read('incomeAccount')),
		discount: read('salesTax') === 'codes' ? undefined : picked(read('discountAccount')),
		itemAsset: inventory ? picked(read('itemAssetAccount')) : undefined,
		itemCogs: inventory ? picked(read('itemCogsAccount')) : undefined,
		accountsReceivable: picked(options.accountsReceivable),
		giftCardLiability: picked(options.giftCardLiabilityAccount),
		giftCardClearing: picked(options.giftCardClearingAccount),
		shippingIncome: picked(options.shippingIncomeAccount),
		tips: picked(options.tipsAccount),
		fees: picked(options.feesAccount),
		duties: picked(options.dutiesAccount),
		channelFees: picked(options.channelFeesAccount),
		rounding: picked(options.roundingAccount),
		refunds: picked(options.refundsAccount),
		refundFrom: picked(options.refundFromAccount),
	});
}
