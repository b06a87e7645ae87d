import { succeed } from '../../outcome/outcome';
import type { Channel } from '../channel';
import { ask } from './ask';
import { fetchOrders, SHOPIFY, zoneOf } from './fetch-orders';

/** Shopify over its Admin GraphQL, versions 2026-07 and 2026-10. Reads only. */
export const shopify: Channel = {
	id: SHOPIFY,
	displayName: 'Shopify',
	// Financial statuses: https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders
	statuses: [
		{ value: 'authorized', name: 'Authorized' },
		{ value: 'paid', name: 'Paid' },
		{ value: 'partially_paid', name: 'Partially Paid' },
		{ value: 'partially_refunded', name: 'Partially Refunded' },
		{ value: 'pending', name: 'Pending' },
		{ value: 'refunded', name: 'Refunded' },
		{ value: 'voided', name: 'Voided' },
	],
	fetchPage: fetchOrders,
	async timeZone(session) {
		const answered = await ask(session, { query: 'query ShopTimeZone { shop { ianaTimezone } }', variables: {} });
		return answered.ok ? succeed(zoneOf(answered.value.data)) : answered;
	},
};
