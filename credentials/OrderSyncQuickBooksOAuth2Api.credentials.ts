import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Addresses: Intuit's discovery documents, and "Create and connect" of its developer guide. */
const CONNECT = 'https://appcenter.intuit.com/connect/oauth2';
const TOKEN = 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer';

const orBaseUrl = (path: string, address: string): string =>
	`={{ $self["environment"] === "custom" ? $self["baseUrl"].replace(/\\/+$/, "") + "${path}" : "${address}" }}`;

/** A QuickBooks Online company, connected by OAuth2. n8n keeps the company's id with the token. */
export class OrderSyncQuickBooksOAuth2Api implements ICredentialType {
	name = 'orderSyncQuickBooksOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QuickBooks Online (Order Sync) OAuth2 API';

	documentationUrl = 'https://github.com/order-sync/n8n-nodes-quickbooks-order-sync#quickbooks-online';

	icon: Icon = { light: 'file:quickbooks.svg', dark: 'file:quickbooks.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox', description: "A test company of Intuit's; it needs the development keys of your app" },
				{ name: 'Other Address', value: 'custom', description: 'A proxy or a simulator that speaks as QuickBooks does' },
			],
			default: 'production',
			description: 'Which QuickBooks the company is in. Keys and companies of one do not work in the other.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:8400',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Where the API, the token and the connect page are found',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: orBaseUrl('/connect/oauth2', CONNECT),
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: orBaseUrl('/oauth2/v1/tokens/bearer', TOKEN),
			required: true,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: 'com.intuit.quickbooks.accounting' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
	];
}
