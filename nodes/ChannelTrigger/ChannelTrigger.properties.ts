import type { INodeProperties } from 'n8n-workflow';
import { forDirection } from './directions';
import { documentProperties } from './documents.properties';
import { optionsProperty } from './options.properties';
import { shipmentProperties } from './shipments.properties';
import { shipStationProperties } from './shipstation.properties';
import { whichOrdersProperties } from './which-orders.properties';

const shopify = { show: { channel: ['shopify'] } };

const shopProperties: INodeProperties[] = [
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'ShipStation', value: 'shipstation', description: 'The orders of every store that is connected to ShipStation' },
			{ name: 'Shopify', value: 'shopify' },
			{ name: 'WooCommerce', value: 'woocommerce' },
		],
		default: 'woocommerce',
		description: 'Where the orders are placed',
	},
	{
		displayName: 'Authentication',
		name: 'shopifyAuthentication',
		type: 'options',
		options: [
			{
				name: 'Access Token',
				value: 'accessToken',
				description: 'The permanent token of an app that was made in the store admin before 2026',
			},
			{
				name: 'Client Credentials',
				value: 'clientCredentials',
				description: 'Client ID and secret of an app of the Dev Dashboard',
			},
		],
		default: 'clientCredentials',
		displayOptions: shopify,
	},
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'options',
		options: [
			{ name: '2026-07', value: '2026-07' },
			{ name: '2026-10', value: '2026-10' },
		],
		default: '2026-10',
		description: 'The version of the Shopify Admin API to ask',
		displayOptions: shopify,
	},
	...shipStationProperties,
	...whichOrdersProperties,
	optionsProperty,
];

/** The parameters, in the order of the set-up wizard. */
export const channelTriggerProperties: INodeProperties[] = [
	{
		displayName: 'Sync Direction',
		name: 'syncDirection',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Orders From QuickBooks',
				value: 'ordersFromQuickBooks',
				description: 'Fetch invoices, sales receipts and sales orders of QuickBooks, to be shipped with ShipStation',
			},
			{
				name: 'Orders to QuickBooks',
				value: 'ordersToQuickBooks',
				description: 'Fetch the orders of a selling channel, to be booked in QuickBooks',
			},
			{
				name: 'Shipments From ShipStation',
				value: 'shipmentsFromShipStation',
				description: 'Fetch what was shipped of the orders that QuickBooks sent, to write its tracking into QuickBooks',
			},
		],
		default: 'ordersToQuickBooks',
	},
	...forDirection('ordersToQuickBooks', shopProperties),
	...forDirection('ordersFromQuickBooks', documentProperties),
	...forDirection('shipmentsFromShipStation', shipmentProperties),
];
