import type { LoopbackAnswer, LoopbackRequest } from '../loopback';
import { authenticate, type WooKeys } from './authenticate';
import { listOrders, listRefunds } from './list-orders';
import type { WooOrderRecord } from './order-record';
import { renderOrder, renderRefund } from './render-order';
import { invalidOrderId, noRoute, RestError } from './rest-error';
import { generalSetting, generalSettings, siteIndex, systemStatus } from './site-routes';
import type { WooStore } from './store';

/** How often each route was called, refused calls included. */
export interface WooCounters {
	orders: number;
	order: number;
	refunds: number;
	index: number;
	settings: number;
	/** Everything else. */
	other: number;
}

export interface WooServer {
	readonly store: WooStore;
	readonly keys: WooKeys;
	readonly isHttps: boolean;
	readonly counters: WooCounters;
	readonly now: () => number;
}

/** The routes of wc/v3 that are simulated; all of them read. */
export function answer(request: LoopbackRequest, server: WooServer): LoopbackAnswer {
	try {
		return route(request, server);
	} catch (error) {
		if (error instanceof RestError) return error.answer();
		throw error;
	}
}

function route(request: LoopbackRequest, server: WooServer): LoopbackAnswer {
	const { store, counters } = server;
	const path = request.path.replace(/\/+$/, '');
	if (path === '/wp-json') {
		counters.index += 1;
		return siteIndex(store.site, server.now());
	}
	const parts = path.startsWith('/wp-json/wc/v3/') ? path.slice('/wp-json/wc/v3/'.length).split('/') : [];
	counters[counterOf(parts)] += 1;
	if (parts.length === 0 || request.method !== 'GET') throw noRoute();
	authenticate(request, server.keys, server.isHttps);
	return read(request, parts, store);
}

function counterOf([collection, id, inner]: string[]): keyof WooCounters {
	if (collection === 'settings' || collection === 'system_status') return 'settings';
	if (collection !== 'orders') return 'other';
	if (id === undefined) return 'orders';
	return inner === undefined ? 'order' : 'refunds';
}

function read(request: LoopbackRequest, [collection, id, inner, innerId]: string[], store: WooStore): LoopbackAnswer {
	if (collection === 'system_status' && id === undefined) return systemStatus(store.site);
	if (collection === 'settings' && id === 'general') {
		const found = inner === undefined ? generalSettings(store.site) : generalSetting(store.site, inner);
		if (found === undefined) throw new RestError(404, 'rest_setting_setting_invalid', 'Invalid setting.');
		return found;
	}
	if (collection !== 'orders') throw noRoute();
	if (id === undefined) return listOrders(request, store);
	if (!/^\d+$/.test(id)) throw noRoute();
	const order = store.find(Number(id));
	if (order === undefined) throw invalidOrderId();
	if (inner === undefined) return { status: 200, body: renderOrder(order, store.site) };
	if (inner !== 'refunds') throw noRoute();
	return innerId === undefined ? listRefunds(request, store, order) : oneRefund(order, innerId, store);
}

function oneRefund(order: WooOrderRecord, id: string, store: WooStore): LoopbackAnswer {
	const refund = order.refunds.find((candidate) => String(candidate.id) === id);
	if (refund === undefined)
		throw new RestError(404, 'woocommerce_rest_invalid_order_refund_id', 'Invalid order refund ID.');
	return { status: 200, body: renderRefund(order, refund, store.site) };
}
