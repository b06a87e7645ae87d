import { OrderSyncQuickBooksOAuth2Api } from '../../credentials/OrderSyncQuickBooksOAuth2Api.credentials';
import { OrderSyncShipStationApi } from '../../credentials/OrderSyncShipStationApi.credentials';
import type { StoredCredential } from '../engine';
import type { QuickBooksSimulator } from './quickbooks/quickbooks-simulator';
import type { ShipStationSimulator } from './shipstation';

/** The credential as n8n keeps it after a person connected the company. */
export const quickBooksCredential = (
	{ url, realmId, tokens }: QuickBooksSimulator,
	{ accessToken, refreshToken }: { accessToken: string; refreshToken?: string } = tokens.issue(),
): StoredCredential => ({
	type: new OrderSyncQuickBooksOAuth2Api(),
	data: {
		environment: 'custom',
		baseUrl: url,
		// n8n's application evaluates the type's own expression for it.
		accessTokenUrl: `${url}/oauth2/v1/tokens/bearer`,
		clientId: tokens.app.clientId,
		clientSecret: tokens.app.clientSecret,
		oauthTokenData: { access_token: accessToken, refresh_token: refreshToken ?? '', callbackQueryString: { realmId } },
	},
});

/** The account's key and secret, but for what is given otherwise. */
export const shipStationCredential = ({ url, key }: ShipStationSimulator, otherwise: Partial<ShipStationSimulator['key']> = {}): StoredCredential => ({
	type: new OrderSyncShipStationApi(),
	data: { ...key, ...otherwise, baseUrl: url },
});
