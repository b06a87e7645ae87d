import type { INodeParameters } from 'n8n-workflow';
import { OrderSyncQuickBooksOAuth2Api } from '../../credentials/OrderSyncQuickBooksOAuth2Api.credentials';
import { OrderSyncShipStationApi } from '../../credentials/OrderSyncShipStationApi.credentials';
import { OrderSyncShopifyAccessTokenApi } from '../../credentials/OrderSyncShopifyAccessTokenApi.credentials';
import { OrderSyncShopifyClientCredentialsApi } from '../../credentials/OrderSyncShopifyClientCredentialsApi.credentials';
import { OrderSyncWooCommerceApi } from '../../credentials/OrderSyncWooCommerceApi.credentials';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { PollingShop } from '../ChannelTrigger/polling-shop';
import { CredentialVault, runWorkflow, type StoredCredential } from '../engine';
import { documentOf } from '../qb-documents/made-up-records';
import { makeOrder, planFor } from '../quickbooks/posting-bench';
import { formsOfSecrets } from '../secrets';

const ACCESS_TOKEN = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..cGxhbnRlZC1pdg.cGxhbnRlZC1hY2Nlc3MtdG9rZW4.cGxhbnRlZA';
const REFRESH_TOKEN = 'RT1-77-H0-1780000000plantedrefresh0123456';
const SHIPSTATION = { apiKey: '0123456789abcdef0123456789planted', apiSecret: 'fedcba9876543210fedcba987654planted' };
const WOOCOMMERCE = { consumerKey: 'ck_0123456789abcdef0123456789abcdef01234567', consumerSecret: 'cs_fedcba9876543210fedcba9876543210fedcba98' };
const SHOPIFY = { accessToken: 'shpat_0123456789abcdef0123456789abcdef' };
const SHOPIFY_APP = { clientId: 'app', clientSecret: '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' };
const APP = { clientId: 'ABplantedClientId', clientSecret: 'plantedClientSecretOfTheApp' };

/** Every secret of the credentials below, as it goes over the wire. They look as those of the services do. */
export const PLANTED: readonly string[] = [
	...[SHIPSTATION, WOOCOMMERCE, SHOPIFY, SHOPIFY_APP, APP].flatMap(formsOfSecrets),
	...formsOfSecrets({ ACCESS_TOKEN, REFRESH_TOKEN }),
];

const quickBooks = (url: string): StoredCredential => ({
	type: new OrderSyncQuickBooksOAuth2Api(),
	data: {
		environment: 'custom',
		baseUrl: url,
		accessTokenUrl: `${url}/oauth2/v1/tokens/bearer`,
		...APP,
		oauthTokenData: { access_token: ACCESS_TOKEN, refresh_token: REFRESH_TOKEN, callbackQueryString: { realmId: '1' } },
	},
});
const shipStation = (url: string): StoredCredential => ({ type: new OrderSyncShipStationApi(), data: { baseUrl: url, ...SHIPSTATION } });

/** Polls with the credential; what is thrown, as a person reads it. */
const polled = (credential: StoredCredential, parameters: INodeParameters): Promise<string> =>
	new PollingShop(credential, parameters).poll().then(
		() => 'nothing was wrong',
		(thrown: Error & { description?: string }) => `${thrown.message}. ${thrown.description}`,
	);

/** Every way in which this package calls a service with a credential: what a person reads of it. */
export const CALLS: Record<string, (url: string) => Promise<string>> = {
	'WooCommerce, to be read': (url) => polled({ type: new OrderSyncWooCommerceApi(), data: { url, ...WOOCOMMERCE } }, {}),
	'Shopify, to be read with a token': (url) =>
		polled(
			{ type: new OrderSyncShopifyAccessTokenApi(), data: { shop: 'shop.example.test', baseUrl: url, ...SHOPIFY } },
			{ channel: 'shopify', shopifyAuthentication: 'accessToken' },
		),
	'Shopify, for a token': (url) =>
		polled(
			{ type: new OrderSyncShopifyClientCredentialsApi(), data: { shop: 'shop.example.test', baseUrl: url, ...SHOPIFY_APP } },
			{ channel: 'shopify', shopifyAuthentication: 'clientCredentials' },
		),
	'ShipStation, to be read': (url) => polled(shipStation(url), { channel: 'shipstation', shipstationCurrency: 'usd' }),
	'ShipStation, to be written to': async (url) => {
		const node = { name: 'Send', type: new QbOrderToShipStation() };
		const run = await runWorkflow({ nodes: [node], vault: new CredentialVault([shipStation(url)]), input: [documentOf() as never] });
		return run.error ? `${run.error.message}. ${run.error.description}` : JSON.stringify(run.json('Send', 2));
	},
	'QuickBooks, to be read': (url) => polled(quickBooks(url), { syncDirection: 'ordersFromQuickBooks' }),
	'QuickBooks, to be written to': async (url) => {
		const node = { name: 'Create', type: new QuickBooksCreateTransaction(), parameters: { operation: 'post' } };
		const run = await runWorkflow({ nodes: [node], vault: new CredentialVault([quickBooks(url)]), input: [planFor(makeOrder('1')) as never] });
		return run.error ? `${run.error.message}. ${run.error.description}` : JSON.stringify(run.json('Create', 2));
	},
};
