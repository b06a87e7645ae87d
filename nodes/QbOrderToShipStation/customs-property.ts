import type { INodeProperties } from 'n8n-workflow';

/** The declaration of a parcel that leaves the country. */
export const customsProperty: INodeProperties = {
	displayName: 'Customs',
	name: 'customs',
	type: 'collection',
	placeholder: 'Add Customs Field',
	default: {},
	description:
		"The customs declaration of orders to other countries, in US dollars. It is kept only where ShipStation's own customs settings say Leave Blank. Without a country of origin none is sent.",
	options: [
		{
			displayName: 'Contents',
			name: 'contents',
			type: 'options',
			options: [
				{ name: 'Documents', value: 'documents' },
				{ name: 'Gift', value: 'gift' },
				{ name: 'Merchandise', value: 'merchandise' },
				{ name: 'Returned Goods', value: 'returned_goods' },
				{ name: 'Sample', value: 'sample' },
			],
			default: 'merchandise',
			description: 'What the parcel is declared as',
		},
		{
			displayName: 'Country of Origin',
			name: 'countryOfOrigin',
			type: 'string',
			default: '',
			placeholder: 'e.g. US',
			description: 'Where the goods were made',
		},
		{
			displayName: 'Non-Delivery',
			name: 'nonDelivery',
			type: 'options',
			options: [
				{ name: 'Return to Sender', value: 'return_to_sender' },
				{ name: 'Treat as Abandoned', value: 'treat_as_abandoned' },
			],
			default: 'return_to_sender',
			description: 'What happens to a parcel that cannot be delivered',
		},
		{
			displayName: 'Tariff Code',
			name: 'tariffCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. 6912.00',
			description: 'The harmonised tariff code of all goods',
		},
	],
};
