import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { signWithBasicAuth } from '../nodes/n8n/sign';

/** Keys of WooCommerce's REST API, sent as Basic authentication. WooCommerce accepts that over https only. */
export class OrderSyncWooCommerceApi implements ICredentialType {
	name = 'orderSyncWooCommerceApi';

	displayName = 'WooCommerce (Order Sync) API';

	documentationUrl = 'https://woocommerce.com/document/woocommerce-rest-api/';

	icon = { light: 'file:order-sync-woocommerce.svg', dark: 'file:order-sync-woocommerce.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Shop URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://shop.example.com',
			description: 'Address of the WordPress site, with https and without /wp-json',
		},
		{
			displayName: 'Consumer Key',
			name: 'consumerKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. ck_…',
			description: 'From WooCommerce → Settings → Advanced → REST API; Read permission is enough',
		},
		{
			displayName: 'Consumer Secret',
			name: 'consumerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. cs_…',
		},
	];

	authenticate = signWithBasicAuth('consumerKey', 'consumerSecret');

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.url.replace(/\\/+$/, "")}}',
			url: '/wp-json/wc/v3/orders',
			qs: { per_page: 1 },
			disableFollowRedirect: true,
		},
	};
}
