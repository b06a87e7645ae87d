import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { signWithHeader } from '../nodes/n8n/sign';

/** A permanent Admin API token, of an app that was made in the store's admin before 2026. */
export class OrderSyncShopifyAccessTokenApi implements ICredentialType {
	name = 'orderSyncShopifyAccessTokenApi';

	displayName = 'Shopify Access Token (Order Sync) API';

	documentationUrl = 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/generate-app-access-tokens-admin';

	icon = { light: 'file:order-sync-shopify.svg', dark: 'file:order-sync-shopify.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Shop',
			name: 'shop',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. my-shop.myshopify.com',
			description: "The shop's myshopify.com domain, without https",
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. shpat_…',
			description: 'Admin API access token of an app with the scope read_orders',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'hidden',
			default: '',
			description: 'Address of a sandbox that stands in for Shopify; empty for Shopify itself',
		},
	];

	authenticate = signWithHeader('X-Shopify-Access-Token', 'accessToken');

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl || "https://" + $credentials.shop}}',
			url: '/admin/api/2026-10/graphql.json',
			method: 'POST',
			body: { query: '{ orders(first: 1) { nodes { id } } }' },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'errors[0].extensions.code',
					value: 'ACCESS_DENIED',
					message: 'The app has no access to orders: give it the scope read_orders and install it again',
				},
			},
		],
	};
}
