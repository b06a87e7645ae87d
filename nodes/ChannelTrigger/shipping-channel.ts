import type { INodeProperties } from 'n8n-workflow';

/** The channels that goods are shipped from. @param hint why the others are not among them */
export const shippingChannel = (hint: string): INodeProperties => ({
	displayName: 'Channel',
	name: 'shippingChannel',
	type: 'options',
	noDataExpression: true,
	options: [{ name: 'ShipStation', value: 'shipstation' }],
	default: 'shipstation',
	description: 'Where the orders are shipped from',
	hint,
});
