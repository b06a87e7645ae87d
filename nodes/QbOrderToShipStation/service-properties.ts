import type { INodeProperties } from 'n8n-workflow';

/** How an order is to travel. */
export const serviceProperties: INodeProperties[] = [
	{
		displayName: 'Requested Service',
		name: 'requestedService',
		type: 'options',
		options: [
			{ name: 'From a Custom Field', value: 'customField', description: 'The words of a custom field of QuickBooks' },
			{ name: 'Nothing', value: 'nothing' },
			{ name: 'Ship Via of the Document', value: 'shipMethod', description: 'The words under Ship Via in QuickBooks' },
			{ name: 'Text', value: 'text', description: 'The same words for every order' },
		],
		default: 'shipMethod',
		description: "What ShipStation shows as the requested service. Its own settings turn the words into a carrier's service.",
	},
	{
		displayName: 'Shipping Service',
		name: 'shippingService',
		type: 'string',
		default: '',
		placeholder: 'e.g. Standard',
		description: 'The words, or the name of the custom field that has them',
		displayOptions: { show: { requestedService: ['text', 'customField'] } },
	},
	{
		displayName: 'Service Map',
		name: 'serviceMap',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Service',
		default: {},
		description: "Sets a carrier's service itself, where ShipStation's own mapping is not wanted",
		options: [
			{
				displayName: 'Service',
				name: 'services',
				values: [
					{
						displayName: 'Words',
						name: 'shipMethod',
						type: 'string',
						default: '',
						placeholder: 'e.g. UPS Ground',
						description: 'What the requested service says, in any case',
					},
					{
						displayName: 'Carrier Name or ID',
						name: 'carrierCode',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'getCarriers' },
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Service Name or ID',
						name: 'serviceCode',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'getServices', loadOptionsDependsOn: ['&carrierCode'] },
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Package Code',
						name: 'packageCode',
						type: 'string',
						default: '',
						placeholder: 'e.g. flat_rate_envelope',
						description: 'The package, by its code in ShipStation. Leave empty to let packers choose.',
					},
				],
			},
		],
	},
];
