import type { INodeProperties } from 'n8n-workflow';

/** What products weigh: QuickBooks does not know it. */
export const weightsProperty: INodeProperties = {
	displayName: 'Weights',
	name: 'weights',
	type: 'fixedCollection',
	placeholder: 'Add Weights',
	default: {},
	description: 'What products weigh, as QuickBooks does not know it. Without it ShipStation uses the weights of its own product list.',
	options: [
		{
			displayName: 'All Products',
			name: 'all',
			values: [
				{
					displayName: 'Unit',
					name: 'units',
					type: 'options',
					options: [
						{ name: 'Grams', value: 'grams' },
						{ name: 'Ounces', value: 'ounces' },
						{ name: 'Pounds', value: 'pounds' },
					],
					default: 'ounces',
					description: 'The unit of all weights of this node',
				},
				{
					displayName: 'Weight of a Piece',
					name: 'each',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'For every product without a weight of its own; 0 for none',
				},
				{
					displayName: 'By SKU',
					name: 'bySku',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. MUG-01=12.5',
					description: 'A SKU and what a piece of it weighs, one a line',
				},
			],
		},
	],
};
