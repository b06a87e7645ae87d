import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { signWithBasicAuth } from '../nodes/n8n/sign';

/**
 * Key and secret of ShipStation's API V1, sent as Basic authentication. Keys run out: whoever makes one chooses when, twelve
 * months ahead at most.
 */
export class OrderSyncShipStationApi implements ICredentialType {
	name = 'orderSyncShipStationApi';

	displayName = 'ShipStation (Order Sync) API';

	documentationUrl = 'https://help.shipstation.com/hc/en-us/articles/360025856212-ShipStation-API';

	icon = { light: 'file:order-sync-shipstation.svg', dark: 'file:order-sync-shipstation.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From ShipStation → Settings → Account → API Settings, for API V1',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown once, when the key is made',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://ssapi.shipstation.com',
			required: true,
			description: 'Where API V1 is found. Key and secret are sent there: change it only for a proxy or a simulator that is yours.',
		},
	];

	authenticate = signWithBasicAuth('apiKey', 'apiSecret');

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "")}}',
			url: '/stores',
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'ShipStation does not accept this key and secret. Keys run out after twelve months at most: see Settings → Account → API Settings',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The plan of this ShipStation account has no access to API V1',
				},
			},
		],
	};
}
