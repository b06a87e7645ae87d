import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { ListQuery } from './read-list';

/** Where a webhook's resource is: scheme and host, path, query. */
export interface ResourceAddress {
	origin: string;
	path: string;
	query: ListQuery;
}

/** ShipStation serves resources from numbered hosts: `ssapi6.shipstation.com`. */
const OWN_HOST = /^ssapi\d*\.shipstation\.com$/;

/**
 * Reads the `resource_url` of a webhook. Webhooks are not signed: whoever knows the address of a webhook can send any URL to it, and
 * the key would go there with the request. So only ShipStation's own hosts over https pass, and the base URL of the credential.
 * Shipments are asked for with their items, which ShipStation leaves out of the URL that it sends.
 * https://help.shipstation.com/hc/en-us/articles/360025856252-ShipStation-Webhooks
 */
export function readResourceUrl(text: string, baseUrl: string): Outcome<ResourceAddress> {
	if (!URL.canParse(text)) return fail(notOurs(text));
	const url = new URL(text);
	const plain = url.username === '' && url.password === '' && url.hash === '';
	const own = url.protocol === 'https:' && url.port === '' && OWN_HOST.test(url.hostname);
	const base = new URL(baseUrl);
	const basePath = base.pathname.replace(/\/+$/, '');
	const ofCredential = url.origin === base.origin && url.pathname.startsWith(`${basePath}/`);
	if (!plain || !(own || ofCredential)) return fail(notOurs(text));
	const query: ListQuery = Object.fromEntries(url.searchParams);
	const path = ofCredential ? url.pathname.slice(basePath.length) : url.pathname;
	return succeed({ origin: ofCredential ? `${base.origin}${basePath}` : url.origin, path, query: isShipments(path) ? withItems(query) : query });
}

const isShipments = (path: string): boolean => /^\/shipments\/?$/i.test(path);

const withItems = (query: ListQuery): ListQuery => ({
	...Object.fromEntries(Object.entries(query).filter(([name]) => name.toLowerCase() !== 'includeshipmentitems')),
	includeShipmentItems: true,
});

const notOurs = (text: string): Failure => ({
	cause: 'order-refused',
	reason: 'resource-of-another-host',
	message: `The webhook names '${hostOf(text)}', which is not an address of ShipStation's`,
	remedy: 'Nothing was sent there. Somebody else may know the address of the webhook: make a new one',
});

const hostOf = (text: string): string => (URL.canParse(text) ? new URL(text).host : text).slice(0, 100);
