import type { INodeProperties } from 'n8n-workflow';
import { readingOptions } from './options.properties';
import { shippingChannel } from './shipping-channel';

/** Which parcels are fetched, in the order of the set-up wizard. */
export const shipmentProperties: INodeProperties[] = [
	shippingChannel('Shopify and WooCommerce are not offered here: nothing is sent to them from QuickBooks that they could have shipped'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: readingOptions({ things: 'parcels', from: 'ShipStation', placed: 'shipped' }).filter(({ name }) => name !== 'ordersPerPoll'),
	},
];
