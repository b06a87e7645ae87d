import type { INodePropertyCollection, INodeProperties } from 'n8n-workflow';

const customField = (number: 1 | 2 | 3): INodePropertyCollection => ({
	displayName: `Custom Field ${number}`,
	name: `customField${number}`,
	values: [
		{
			displayName: 'Holds',
			name: 'from',
			type: 'options',
			options: [
				{ name: 'Class', value: 'class' },
				{ name: 'Custom Field of QuickBooks', value: 'customField' },
				{ name: 'Customer', value: 'customer' },
				{ name: 'Doc Number', value: 'docNumber' },
				{ name: 'Location', value: 'location' },
				{ name: 'Payment Method', value: 'paymentMethod' },
				{ name: 'Sales Order Number', value: 'salesOrderNumber' },
				{ name: 'Text', value: 'text' },
			],
			default: 'class',
			description: 'What of the document it shows to packers',
		},
		{
			displayName: 'Name or Text',
			name: 'value',
			type: 'string',
			default: '',
			description: 'The name of the custom field in QuickBooks, or the text',
			displayOptions: { show: { from: ['customField', 'text'] } },
		},
	],
});

/** What ShipStation's three custom fields show. */
export const customFieldsProperty: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'fixedCollection',
	placeholder: 'Add Custom Field',
	default: {},
	description: "ShipStation's own custom fields, 100 characters each. What packers write into one that is not filled here stays.",
	options: [customField(1), customField(2), customField(3)],
};
