import type { INodeProperties } from 'n8n-workflow';

const whenTracking = { show: { operation: ['addTracking'] } };

/** How what was shipped is written down. */
export const trackingProperties: INodeProperties[] = [
	{
		displayName: 'Sales Orders That Shipped',
		name: 'shippedSalesOrders',
		type: 'options',
		options: [
			{
				name: 'Add Tracking Only',
				value: 'trackingOnly',
				description: 'The sales order stays open. QuickBooks may have no tracking field for it; the numbers then stand in its private note.',
			},
			{
				name: 'Make the Invoice',
				value: 'invoice',
				description: 'When all of it has left: the invoice is dated on that day, has the tracking, and closes the sales order',
			},
		],
		default: 'trackingOnly',
		description: 'What becomes of a sales order (an Estimate of QuickBooks) that nobody has invoiced yet',
		hint: 'Income and stock move with the invoice',
		displayOptions: whenTracking,
	},
	{
		displayName: 'Shipping Cost',
		name: 'shippingCost',
		type: 'options',
		options: [
			{ name: 'Add as a Line', value: 'addLine', description: 'To documents on which nothing is paid yet, and that no order of a selling channel made' },
			{ name: 'Leave Out', value: 'leaveOut' },
		],
		default: 'leaveOut',
		description: 'What becomes of what a label cost',
		hint: 'The customer is billed for it. A paid document is never changed: it would be open again.',
		displayOptions: whenTracking,
	},
	{
		displayName: 'Shipping Cost Item',
		name: 'shippingCostItem',
		type: 'resourceLocator',
		default: { mode: 'name', value: 'Shipping' },
		required: true,
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchProducts', searchable: true } },
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. Shipping' },
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 3' },
		],
		description: 'The product or service that shipping cost is booked to',
		displayOptions: { show: { operation: ['addTracking'], shippingCost: ['addLine'] } },
	},
	{
		displayName: 'Options',
		name: 'trackingOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: whenTracking,
		options: [
			{
				displayName: 'Write When Run by Hand',
				name: 'writeSamples',
				type: 'boolean',
				default: false,
				description: 'Whether to write the tracking of sample orders that a test step of Channel Trigger fetches. Otherwise it is only previewed.',
			},
		],
	},
];
