import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { channelTriggerProperties } from './ChannelTrigger.properties';
import { directionOf } from './directions';
import { listSearch } from './list-search';
import { loadOptions } from './load-options';
import { pollAsConfigured } from './poll-as-configured';

/** Fetches the orders of a selling channel or of QuickBooks, from the start date on, and loses none. */
export class ChannelTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Channel Trigger',
		name: 'channelTrigger',
		icon: { light: 'file:channelTrigger.svg', dark: 'file:channelTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ { ordersFromQuickBooks: "from QuickBooks", shipmentsFromShipStation: "shipments" }[$parameter["syncDirection"]] || ({ shipstation: "ShipStation", shopify: "Shopify" }[$parameter["channel"]] || "WooCommerce") }}',
		description: 'Starts the workflow with the orders of a selling channel, with those of QuickBooks that are to be shipped, or with what was shipped',
		activationMessage: 'Orders placed from now on, or from the start date on, will be fetched.',
		defaults: { name: 'Channel Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		polling: true,
		// The editor takes a parameter whose every value shows some credential for a switch between ways to sign in, and hides
		// all parameters that credentials depend on. Sync Direction and Channel must stay in sight, so of both some values only hide.
		credentials: [
			{
				name: 'orderSyncWooCommerceApi',
				required: true,
				displayOptions: { hide: { channel: ['shipstation', 'shopify'], syncDirection: ['ordersFromQuickBooks', 'shipmentsFromShipStation'] } },
			},
			{
				name: 'orderSyncShipStationApi',
				required: true,
				// Where parcels are fetched there is no Channel parameter, so nothing hides it.
				displayOptions: { hide: { channel: ['shopify', 'woocommerce'], syncDirection: ['ordersFromQuickBooks'] } },
			},
			{
				name: 'orderSyncShopifyAccessTokenApi',
				required: true,
				displayOptions: {
					show: { channel: ['shopify'], shopifyAuthentication: ['accessToken'] },
					hide: { syncDirection: ['ordersFromQuickBooks', 'shipmentsFromShipStation'] },
				},
			},
			{
				name: 'orderSyncShopifyClientCredentialsApi',
				required: true,
				displayOptions: {
					show: { channel: ['shopify'] },
					hide: { shopifyAuthentication: ['accessToken'], syncDirection: ['ordersFromQuickBooks', 'shipmentsFromShipStation'] },
				},
			},
			{
				name: 'orderSyncQuickBooksOAuth2Api',
				required: true,
				displayOptions: { show: { syncDirection: ['ordersFromQuickBooks'] } },
			},
		],
		// n8n puts Poll Times in front by changing this array, so every instance has its own.
		properties: [...channelTriggerProperties],
	};

	methods = { listSearch, loadOptions };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const items = this.getMode() === 'manual' ? await directionOf(this).sample(this) : await pollAsConfigured(this);
		return items.length === 0 ? null : [items];
	}
}
