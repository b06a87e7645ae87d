import type { INodeProperties } from 'n8n-workflow';
import type { ReadValue } from '../../n8n/read-value';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { canonicalType, invoiceWhen, transactionTypeOptions, unpaidOrders } from './transaction-types';

/** The wizard's first question. */
export const transactionProperties: INodeProperties[] = [
	{
		displayName: 'Transaction Type',
		name: 'transactionType',
		type: 'options',
		options: transactionTypeOptions,
		default: 'salesReceipt',
		description:
			"What an order becomes in QuickBooks. An order that stands there already stays what it is. 'Type Rules' in Order Options make exceptions.",
	},
	invoiceWhen,
	unpaidOrders,
];

export const transactionTypeOf = (read: ReadValue): string => canonicalType(read('transactionType'));

/** A parameter that the others hide says nothing, whatever is left in it. */
export const readTransaction = (read: ReadValue): Pick<SyncSettingsInput, 'transactionType' | 'invoiceWhen' | 'unpaidReceipt'> =>
	typeChoiceOf({
		transactionType: read('transactionType'),
		invoiceWhen: read('invoiceWhen'),
		unpaidOrders: read('unpaidOrders'),
	});

/** What an order becomes, as the fields of the node or of one rule say it. */
export function typeChoiceOf(fields: Record<string, unknown>): Pick<SyncSettingsInput, 'transactionType' | 'invoiceWhen' | 'unpaidReceipt'> {
	const transactionType = canonicalType(fields.transactionType) as SyncSettingsInput['transactionType'];
	return {
		transactionType,
		invoiceWhen: transactionType === 'salesOrderInvoicePayment' ? (fields.invoiceWhen as SyncSettingsInput['invoiceWhen']) : undefined,
		unpaidReceipt: fields.unpaidOrders === 'invoice' ? 'invoice' : 'wait',
	};
}
