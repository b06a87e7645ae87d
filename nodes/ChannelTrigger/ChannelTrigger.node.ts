import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { channelTriggerProperties } from './ChannelTrigger.properties';
import { pollAsConfigured } from './poll-as-configured';
import { sampleItems } from './sample-items';

/** Fetches orders from a selling channel, from the start date on, and loses none. */
export class ChannelTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Channel Trigger',
		name: 'channelTrigger',
		icon: { light: 'file:channelTrigger.svg', dark: 'file:channelTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["channel"] === "shopify" ? "Shopify" : "WooCommerce" }}',
		description: 'Starts the workflow with the orders of a selling channel, to be booked in QuickBooks',
		activationMessage: 'Orders placed from now on, or from the start date on, will be fetched.',
		defaults: { name: 'Channel Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		polling: true,
		// The editor takes a parameter whose every value shows some credential for a switch between ways to sign in, and hides
		// all parameters that credentials depend on. Channel must stay in sight, so two are hidden by a value instead.
		credentials: [
			{
				name: 'orderSyncWooCommerceApi',
				required: true,
				displayOptions: { hide: { channel: ['shopify'] } },
			},
			{
				name: 'orderSyncShopifyAccessTokenApi',
				required: true,
				displayOptions: { show: { channel: ['shopify'], shopifyAuthentication: ['accessToken'] } },
			},
			{
				name: 'orderSyncShopifyClientCredentialsApi',
				required: true,
				displayOptions: { show: { channel: ['shopify'] }, hide: { shopifyAuthentication: ['accessToken'] } },
			},
		],
		// n8n puts Poll Times in front by changing this array, so every instance has its own.
		properties: [...channelTriggerProperties],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const items = this.getMode() === 'manual' ? await sampleItems(this) : await pollAsConfigured(this);
		return items.length === 0 ? null : [items];
	}
}
