import type { INodeProperties } from 'n8n-workflow';

const shipstation = { show: { channel: ['shipstation'] } };

/** What ShipStation itself does not say of its orders, and which of them are wanted. */
export const shipStationProperties: INodeProperties[] = [
	{
		displayName: 'Account Currency',
		name: 'shipstationCurrency',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. USD',
		description: 'The currency of the ShipStation account, as a code of three letters. ShipStation names none in its orders.',
		displayOptions: shipstation,
	},
	{
		displayName: 'Store Names or IDs',
		name: 'shipstationStores',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getShipStationStores' },
		default: [],
		description:
			'The stores whose orders are fetched; leave empty for every store. Leave out a shop that is a channel of its own in another workflow: its orders would be booked twice. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: shipstation,
	},
	{
		displayName: 'Tax of Marketplace Orders',
		name: 'shipstationMarketplaceTax',
		type: 'options',
		options: [
			{
				name: 'Needs Attention',
				value: 'needsAttention',
				description: 'Orders of a marketplace that have tax go to Needs Attention, as ShipStation does not say who remits it',
			},
			{
				name: 'Remitted by the Marketplace',
				value: 'marketplace',
				description: "The tax is not the seller's: it is left out of the order's total",
			},
			{
				name: 'Remitted by the Seller',
				value: 'seller',
				description: "The tax is booked like that of the seller's own shop",
			},
		],
		default: 'needsAttention',
		description: "Who pays the tax of orders that did not come from the seller's own shop to the authority",
		displayOptions: shipstation,
	},
	{
		displayName: 'Split and Merged Orders',
		name: 'shipstationSplitAndMerged',
		type: 'options',
		options: [
			{
				name: 'Leave Out the Parts',
				value: 'leaveOut',
				description: 'Parts that were split off are left out; what is left of the order is booked as it is. Choose it when orders are fetched before anybody splits them.',
			},
			{
				name: 'Needs Attention',
				value: 'needsAttention',
				description: 'They go to Needs Attention, as a part beside an order that was booked as a whole would count the sale twice',
			},
			{
				name: 'Take Each as an Order',
				value: 'take',
				description: 'Every part is booked by itself. Choose it when orders are split before they are fetched.',
			},
		],
		default: 'needsAttention',
		description: 'What becomes of orders that somebody split or merged in ShipStation',
		displayOptions: shipstation,
	},
];
