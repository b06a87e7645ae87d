import type { LoopbackRequest } from '../loopback';
import { RestError } from './rest-error';

export interface WooKeys {
	/** `ck_…` */
	readonly consumerKey: string;
	/** `cs_…` */
	readonly consumerSecret: string;
}

/**
 * WooCommerce reads keys from Basic auth or from the query, but over https only; over plain http it ignores them and
 * answers as to a stranger (OAuth 1.0a, which it accepts there, is not simulated).
 */
export function authenticate(request: LoopbackRequest, keys: WooKeys, isHttps: boolean): void {
	const given = isHttps ? keysIn(request) : undefined;
	if (given === undefined)
		throw new RestError(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
	if (given.consumerKey !== keys.consumerKey) {
		throw new RestError(401, 'woocommerce_rest_authentication_error', 'Consumer key is invalid.');
	}
	if (given.consumerSecret !== keys.consumerSecret) {
		throw new RestError(401, 'woocommerce_rest_authentication_error', 'Consumer secret is invalid.');
	}
}

function keysIn(request: LoopbackRequest): WooKeys | undefined {
	const key = request.query.get('consumer_key');
	const secret = request.query.get('consumer_secret');
	if (key !== null && secret !== null) return { consumerKey: key, consumerSecret: secret };
	const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const decoded = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = decoded.indexOf(':');
	// Like PHP_AUTH_USER: an empty user is no credential at all.
	if (colon < 1) return undefined;
	return { consumerKey: decoded.slice(0, colon), consumerSecret: decoded.slice(colon + 1) };
}
