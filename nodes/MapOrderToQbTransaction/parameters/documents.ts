import type { INodeProperties } from 'n8n-workflow';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { added, textOf, type ReadValue } from './read-value';

export const documentProperties: INodeProperties[] = [
	{
		displayName: 'Doc Number Prefix',
		name: 'docNumberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. WEB-',
		description: 'Text before the order number. A second shop on the same company needs one of its own.',
		hint: 'QuickBooks takes 21 characters in all.',
	},
];

/** Fields of the document itself. */
export const documentOptions: INodeProperties = {
	displayName: 'Document Options',
	name: 'documentOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Customer Memo',
			name: 'customerMemo',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Thank you for your order!',
			description: 'Text on the document that the customer sees',
		},
		{
			displayName: 'Doc Number Suffix',
			name: 'docNumberSuffix',
			type: 'string',
			default: '',
			placeholder: 'e.g. -US',
			description: 'Text after the order number',
		},
		{
			displayName: 'Include Order Note',
			name: 'includeOrderNote',
			type: 'boolean',
			default: false,
			description: "Whether the customer's note on the order follows the customer memo",
		},
		{
			displayName: 'Private Note',
			name: 'privateNote',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Text for the bookkeeper, before the order number, its link and how it was paid',
		},
	],
};

export function readDocuments(read: ReadValue): Pick<SyncSettingsInput, 'docNumber' | 'memo'> {
	const options = added(read, 'documentOptions');
	return {
		docNumber: { prefix: textOf(read('docNumberPrefix')), suffix: textOf(options.docNumberSuffix) },
		memo: {
			customer: textOf(options.customerMemo),
			orderNote: options.includeOrderNote === true,
			private: textOf(options.privateNote),
		},
	};
}
