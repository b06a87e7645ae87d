import type { INodeProperties } from 'n8n-workflow';

const undoing = { show: { operation: ['undo'] } };
const inTime = { show: { operation: ['undo'], undoWhat: ['time'] } };

/** What is undone, how, and whether really. */
export const undoProperties: INodeProperties[] = [
	{
		displayName: 'What to Undo',
		name: 'undoWhat',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Everything Made in a Time',
				value: 'time',
				description: 'Whatever carries the mark of this package and was made between two moments, by any workflow',
			},
			{
				name: 'The Postings That Come In',
				value: 'items',
				description: "Items of this node's outputs Posted and Needs Attention, of an earlier run",
			},
		],
		default: 'items',
		displayOptions: undoing,
	},
	{
		displayName: 'Made From',
		name: 'undoFrom',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'The first moment at which what is undone was made in QuickBooks',
		displayOptions: inTime,
	},
	{
		displayName: 'Made Until',
		name: 'undoUntil',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'The last moment at which what is undone was made in QuickBooks',
		displayOptions: inTime,
	},
	{
		displayName: 'Undo By',
		name: 'undoBy',
		type: 'options',
		options: [
			{
				name: 'Deleting',
				value: 'delete',
				description: "Only QuickBooks' audit log remembers them. To post the orders again, set 'When Deleted in QuickBooks' to Post Again.",
			},
			{
				name: 'Voiding',
				value: 'void',
				description: 'They stay in the books with zero amounts, and the orders are not posted again. Refund documents can only be deleted.',
			},
		],
		default: 'void',
		description: 'In which way transactions leave the books. Customers and products that were made for them and that nothing else uses become inactive.',
		displayOptions: undoing,
	},
	{
		displayName: 'Only Preview',
		name: 'undoPreview',
		type: 'boolean',
		default: true,
		description: 'Whether to only say what would be undone. Nothing is written until this is switched off.',
		displayOptions: undoing,
	},
];
