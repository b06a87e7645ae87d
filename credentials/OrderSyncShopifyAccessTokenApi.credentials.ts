import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

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

	/**
	 * In code, not by expressions: n8n shares what evaluates them between all polling triggers of a workflow, and the poll that ends first
	 * takes it away from the others.
	 */
	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => ({
		...request,
		headers: { ...request.headers, 'X-Shopify-Access-Token': String(credentials.accessToken) },
	});

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
