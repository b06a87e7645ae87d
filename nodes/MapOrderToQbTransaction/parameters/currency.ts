import type { INodeProperties } from 'n8n-workflow';
import { added, textOf, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';

/** For shops that sell in several currencies. */
export const currencyOptions: INodeProperties = {
	displayName: 'Currency Options',
	name: 'currencyOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Book In',
			name: 'bookIn',
			type: 'options',
			options: [
				{
					name: "Customer's Currency",
					value: 'customer',
					description: 'What the customer saw and paid, where the shop converted it. For payouts in that currency.',
				},
				{
					name: "Shop's Currency",
					value: 'shop',
					description: 'What the shop counts. For payouts in the currency of the shop.',
				},
			],
			default: 'shop',
			description: 'Which of the two currencies of an order stands in QuickBooks',
			hint: 'Another currency than that of the company needs Multicurrency in QuickBooks, and a customer of its own.',
		},
		{
			displayName: 'Exchange Rate',
			name: 'exchangeRate',
			type: 'options',
			options: [
				{ name: 'As the Shop Converted', value: 'shop', description: 'Needs an order that has both currencies, one of them that of the company' },
				{ name: 'Fixed', value: 'fixed', description: 'One rate, or what an expression gives for each order' },
				{ name: "QuickBooks' Own", value: 'quickbooks', description: "The company's list of exchange rates, on the day of each document" },
			],
			default: 'quickbooks',
			description: 'At which rate documents in a foreign currency are booked',
			hint: 'A rate is always stated: without one QuickBooks would book one to one.',
		},
		{
			displayName: 'Fixed Exchange Rate',
			name: 'fixedExchangeRate',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1.0834',
			description: "What one unit of the order's currency is worth in that of the company",
			displayOptions: { show: { exchangeRate: ['fixed'] } },
		},
	],
};

export function readCurrency(read: ReadValue): SyncSettingsInput['currency'] {
	const options = added(read, 'currencyOptions');
	return withoutAbsent({
		bookIn: options.bookIn,
		exchangeRate: options.exchangeRate,
		fixedRate: options.exchangeRate === 'fixed' ? textOf(options.fixedExchangeRate).trim() || undefined : undefined,
	}) as SyncSettingsInput['currency'];
}
