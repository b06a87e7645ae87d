import type { INodeProperties } from 'n8n-workflow';
import { added, type ReadValue } from '../../n8n/read-value';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { paymentStatusOptions, readConditions, rowsOf, rules, wordsOf } from './conditions';
import { typeChoiceOf } from './transaction';
import { invoiceWhen, transactionTypeOptions, unpaidOrders } from './transaction-types';

const only = (displayName: string, name: string, example: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description: `${description}, separated by commas. Other orders are held, and what stands of them is still compared.`,
});

/** Which orders are posted at all, and which become something else. */
export const orderOptions: INodeProperties = {
	displayName: 'Order Options',
	name: 'orderOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		only('Leave Out Tags', 'leaveOutTags', 'do-not-book', 'Orders with any of these tags are not posted'),
		only('Only Channels', 'onlyChannels', 'shopify, pos', 'Post only orders of these channels, or points of sale or marketplaces within them'),
		only('Only Countries', 'onlyCountries', 'US, CA', 'Post only orders that go to these countries, as codes of two letters'),
		{
			displayName: 'Only Order Statuses',
			name: 'onlyOrderStatuses',
			type: 'multiOptions',
			options: [
				{ name: 'Completed', value: 'completed' },
				{ name: 'Open', value: 'open' },
			],
			default: [],
			description:
				'Post only orders of these statuses. Drafts and cancelled orders are never posted. Other orders are held, and what stands of them is still compared.',
		},
		only('Only Payment Methods', 'onlyPaymentMethods', 'stripe, paypal', 'Post only orders that are paid in one of these ways, as the shop names them'),
		{
			displayName: 'Only Payment Statuses',
			name: 'onlyPaymentStatuses',
			type: 'multiOptions',
			options: paymentStatusOptions,
			default: [],
			description: 'Post only orders that are paid so far. Other orders are held, and what stands of them is still compared.',
		},
		only('Only Tags', 'onlyTags', 'wholesale', 'Post only orders with one of these tags'),
		{
			displayName: 'Only Totals From',
			name: 'onlyTotalsFrom',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.01',
			description: "Post only orders of this total or more, in the order's own currency. With 0.01, free orders are held.",
		},
		{
			displayName: 'Only Totals To',
			name: 'onlyTotalsTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. 10000',
			description: "Post only orders of this total or less, in the order's own currency; larger ones are held for a person to look at",
		},
		{
			displayName: 'Post Test Orders',
			name: 'postTestOrders',
			type: 'boolean',
			default: false,
			description: 'Whether orders that the shop marks as a test are posted like any other',
		},
		{
			displayName: 'Type Rules',
			name: 'typeRules',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add rule',
			default: {},
			description:
				'Which orders become something else than the Transaction Type above. The first rule that an order meets counts; an order that stands in QuickBooks already stays what it is.',
			options: [
				rules([
					{
						displayName: 'Transaction Type',
						name: 'transactionType',
						type: 'options',
						options: transactionTypeOptions,
						default: 'invoice',
						description: 'What an order that meets all of this becomes in QuickBooks',
					},
					invoiceWhen,
					unpaidOrders,
				]),
			],
		},
	],
};

export const hasTypeRules = (read: ReadValue): boolean => rowsOf(added(read, 'orderOptions').typeRules, 'rule').length > 0;

export function readOrders(read: ReadValue): Pick<SyncSettingsInput, 'testOrders' | 'filters' | 'typeRules'> {
	const options = added(read, 'orderOptions');
	return {
		testOrders: options.postTestOrders === true ? 'post' : 'hold',
		filters: {
			...readConditions({
				channels: options.onlyChannels,
				countries: options.onlyCountries,
				paymentMethods: options.onlyPaymentMethods,
				paymentStatuses: options.onlyPaymentStatuses,
				tags: options.onlyTags,
				totalFrom: options.onlyTotalsFrom,
				totalTo: options.onlyTotalsTo,
			}),
			orderStatuses: wordsOf(options.onlyOrderStatuses),
			withoutTags: wordsOf(options.leaveOutTags),
		},
		typeRules: rowsOf(options.typeRules, 'rule').map((row) => ({
			...readConditions(row),
			...typeChoiceOf(row),
		})),
	};
}
