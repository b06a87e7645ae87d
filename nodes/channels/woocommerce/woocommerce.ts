import type { Channel } from '../channel';
import { fetchOrders, WOOCOMMERCE } from './fetch-orders';
import { timeZoneOf } from './time-zone';

/** WooCommerce over its REST API, version wc/v3. Reads only. */
export const woocommerce: Channel = {
	id: WOOCOMMERCE,
	displayName: 'WooCommerce',
	// https://woocommerce.com/document/managing-orders/order-statuses/
	statuses: [
		{ value: 'cancelled', name: 'Cancelled' },
		{ value: 'completed', name: 'Completed' },
		{ value: 'failed', name: 'Failed' },
		{ value: 'on-hold', name: 'On Hold' },
		{ value: 'pending', name: 'Pending Payment' },
		{ value: 'processing', name: 'Processing' },
		{ value: 'refunded', name: 'Refunded' },
	],
	fetchPage: fetchOrders,
	timeZone: timeZoneOf,
};
