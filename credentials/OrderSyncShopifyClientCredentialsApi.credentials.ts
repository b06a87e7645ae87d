import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { signWithHeader } from '../nodes/n8n/sign';

/**
 * An app of Shopify's Dev Dashboard. Its token is valid for 24 hours and is fetched by the client credentials grant when there
 * is none and when Shopify no longer accepts it.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
 */
export class OrderSyncShopifyClientCredentialsApi implements ICredentialType {
	name = 'orderSyncShopifyClientCredentialsApi';

	displayName = 'Shopify Client Credentials (Order Sync) API';

	documentationUrl =
		'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant';

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
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'From the settings of the app in the Dev Dashboard',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'hidden',
			default: '',
			description: 'Address of a sandbox that stands in for Shopify; empty for Shopify itself',
		},
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const base = credentials.baseUrl ? String(credentials.baseUrl) : `https://${String(credentials.shop)}`;
		const form = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: String(credentials.clientId),
			client_secret: String(credentials.clientSecret),
		});
		const answer = (await this.helpers.httpRequest({
			method: 'POST',
			url: `${base.replace(/\/+$/, '')}/admin/oauth/access_token`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			body: form.toString(),
			json: false,
			// The secret is for Shopify alone.
			disableFollowRedirect: true,
		})) as string | { access_token: string };
		const { access_token: accessToken } = (typeof answer === 'string' ? JSON.parse(answer) : answer) as {
			access_token: string;
		};
		return { accessToken };
	}

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
