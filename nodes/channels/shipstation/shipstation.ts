import { succeed } from '../../outcome/outcome';
import { LARGEST_PAGE } from '../../shipstation/shipstation';
import type { Channel } from '../channel';
import { fetchOrders, SHIPSTATION } from './fetch-orders';

/** ShipStation over API V1, as a channel: the orders of the stores that are connected to it. Reads only. */
export const shipstation: Channel = {
	id: SHIPSTATION,
	displayName: 'ShipStation',
	// https://www.shipstation.com/docs/api/orders/list-orders/
	statuses: [
		{ value: 'awaiting_payment', name: 'Awaiting Payment' },
		{ value: 'awaiting_shipment', name: 'Awaiting Shipment' },
		{ value: 'cancelled', name: 'Cancelled' },
		{ value: 'on_hold', name: 'On Hold' },
		{ value: 'pending_fulfillment', name: 'Pending Fulfillment' },
		{ value: 'shipped', name: 'Shipped' },
	],
	pageSize: LARGEST_PAGE,
	fetchPage: fetchOrders,
	// An account has no zone: its stores sell in any. The workflow's own counts.
	timeZone: async () => succeed(undefined),
};
