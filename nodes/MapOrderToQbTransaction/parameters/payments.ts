import type { INodeProperties } from 'n8n-workflow';
import { added, picked, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';
import { rowsOf, wordsOf } from './conditions';

/** How orders are paid. */
export const paymentOptions: INodeProperties = {
	displayName: 'Payment Options',
	name: 'paymentOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Payment Methods',
			name: 'paymentMethods',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add payment method',
			default: {},
			description:
				"What the shop's payment methods are in QuickBooks, and which account the money of each goes to. A method without a row goes to the Deposit Account.",
			options: [
				{
					displayName: 'Payment Method',
					name: 'method',
					values: [
						{
							displayName: 'Deposit Account',
							name: 'depositAccount',
							...locator('searchDepositAccounts', 'PayPal Clearing'),
							description:
								'Where the money of this method goes, such as the clearing account of its processor. Refunds come out of it again. Leave empty for the Deposit Account.',
						},
						{
							displayName: 'QuickBooks Payment Method',
							name: 'quickBooksMethod',
							...locator('searchPaymentMethods', 'Credit Card'),
							description: 'What Sales Receipts, payments and Refund Receipts name as their payment method. Leave empty to name none.',
						},
						{
							displayName: 'Shop Payment Method',
							name: 'shopMethod',
							type: 'string',
							default: '',
							placeholder: 'e.g. stripe, shopify_payments',
							description: 'As the shop names it, by its key or its title. Several are separated by commas.',
						},
					],
				},
			],
		},
	],
};

export const readPayments = (read: ReadValue): Pick<SyncSettingsInput, 'paymentMethods'> => ({
	paymentMethods: rowsOf(added(read, 'paymentOptions').paymentMethods, 'method').map((row) =>
		withoutAbsent({
			methods: wordsOf(row.shopMethod),
			method: picked(row.quickBooksMethod),
			deposit: picked(row.depositAccount),
		}),
	),
});
