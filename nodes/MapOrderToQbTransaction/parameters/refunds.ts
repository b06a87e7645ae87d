import type { INodeProperties } from 'n8n-workflow';
import { added, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';

/** What was given back, and orders that were called off. */
export const refundOptions: INodeProperties = {
	displayName: 'Refund and Cancellation Options',
	name: 'refundOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Cancelled Orders',
			name: 'cancelledOrders',
			type: 'options',
			options: [
				{
					name: 'Credit',
					value: 'credit',
					description: 'A Credit Memo takes the transaction back on the day of the cancellation, numbered 1001-C; both stay in the books',
				},
				{
					name: 'Leave as It Is',
					value: 'leave',
					description: 'The transaction stays, and with it its income',
				},
				{
					name: 'Needs Attention',
					value: 'needsAttention',
					description: 'A person decides what becomes of the transaction that stands',
				},
				{
					name: 'Void or Credit',
					value: 'reverse',
					description:
						'Voided in its own month as long as nothing was paid or deposited, otherwise taken back by a Credit Memo',
				},
			],
			default: 'needsAttention',
			description:
				'What becomes of a transaction whose order is cancelled in the shop and not refunded. The sales order of a cancelled order is always rejected.',
		},
		{
			displayName: 'Refund Item',
			name: 'refundItem',
			...locator('searchProducts', 'Refunds', 'Refunds'),
			description: 'The product or service of refunds of an amount only, and of pieces that did not come back',
		},
		{
			displayName: 'Refunds',
			name: 'refunds',
			type: 'options',
			options: [
				{
					name: 'Credit Memo',
					value: 'creditMemo',
					description: "Stays open as the customer's credit until somebody applies it or pays it out in QuickBooks",
				},
				{ name: 'Needs Attention', value: 'needsAttention', description: 'A person enters the refund; the sale is posted all the same' },
				{ name: 'Refund Receipt', value: 'refundReceipt', description: 'The money leaves the account at once, as it did in the shop' },
			],
			default: 'refundReceipt',
			description: 'What each refund of the shop becomes. It is numbered after its order: 1001-R1, 1001-R2. The sale itself stays as it is.',
		},
		{
			displayName: 'Refunds Before Posting',
			name: 'refundsBeforePosting',
			type: 'options',
			options: [
				{ name: 'Post Sale and Refund', value: 'postFirst', description: 'Both stand in the books, as they do in the shop' },
				{ name: 'Skip the Order', value: 'skip', description: 'Neither is posted' },
			],
			default: 'postFirst',
			description: 'What becomes of an order that was given back wholly before it was posted',
		},
	],
};

export function readRefunds(read: ReadValue): Pick<SyncSettingsInput, 'refunds' | 'cancellations'> {
	const options = added(read, 'refundOptions');
	return {
		refunds: withoutAbsent({ as: options.refunds, ofUnposted: options.refundsBeforePosting }) as SyncSettingsInput['refunds'],
		cancellations: options.cancelledOrders as SyncSettingsInput['cancellations'],
	};
}
