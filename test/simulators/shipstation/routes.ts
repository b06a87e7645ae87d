import type { LoopbackAnswer, LoopbackRequest } from '../loopback';
import type { Account } from './account';
import { ApiError, badRequest, invalidRequest, notFound } from './api-error';
import { authenticate, type ApiKey } from './authenticate';
import { renderOrder } from './build-order';
import type { Counters } from './counters';
import { listOrders } from './list-orders';
import { listFulfillments, listShipments } from './list-parcels';
import { ListParameters } from './list-parameters';
import type { PeopleAtWork } from './people-at-work';
import type { RateLimit } from './rate-limit';
import type { Incoming } from './read-incoming';
import type { Webhooks } from './webhooks';
import { addTag, createOrder, createOrders, deleteOrder, holdUntil, restoreFromHold, visible } from './write-orders';

export interface ShipStationServer {
	readonly account: Account;
	readonly people: PeopleAtWork;
	readonly webhooks: Webhooks;
	readonly key: ApiKey;
	readonly limit: RateLimit;
	readonly counters: Counters;
}

/** Answers a request: key, plan, limit, route; in this order. */
export function answer(request: LoopbackRequest, server: ShipStationServer): LoopbackAnswer {
	const { switches } = server.account;
	const headers = (): Record<string, string> => (switches.rateLimitHeaders ? server.limit.headers() : {});
	try {
		authenticate(request, server.key, switches);
		if (!server.limit.take()) {
			server.counters.throttled += 1;
			return { status: switches.throttledStatus, headers: headers(), body: { message: 'Too Many Requests' } };
		}
		const answered = route(request, server);
		return { ...answered, headers: { ...headers(), ...answered.headers } };
	} catch (error) {
		if (error instanceof ApiError) return { ...error.answer(), headers: headers() };
		throw error;
	}
}

type Handler = (request: LoopbackRequest, server: ShipStationServer, id: number) => LoopbackAnswer;

const body = (request: LoopbackRequest): Incoming => {
	const parsed = json(request);
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badRequest('The request is invalid.');
	return parsed as Incoming;
};

function json(request: LoopbackRequest): unknown {
	if (!/^application\/json/i.test(request.headers['content-type'] ?? '')) {
		throw new ApiError(415, { Message: "The request entity's media type is not supported for this resource." });
	}
	try {
		return JSON.parse(request.body);
	} catch {
		throw invalidRequest({ '': ['Unexpected end when deserializing object.'] });
	}
}

const rows = (list: unknown): LoopbackAnswer => ({ status: 200, body: list });

/** The routes that are simulated, `{id}` standing for a number. */
const ROUTES: Readonly<Record<string, Handler>> = {
	'GET /orders': ({ query }, { account }) => listOrders(query, account),
	'GET /orders/{id}': (_, { account }, id) => rows(renderOrder(visible(account, id).order)),
	'DELETE /orders/{id}': (_, { account, counters }, id) => deleteOrder(account, counters, id),
	'POST /orders/createorder': (request, { account, counters }) => createOrder(account, counters, json(request)),
	'POST /orders/createorders': (request, { account, counters }) => {
		const orders = json(request);
		if (Array.isArray(orders)) counters.bulkSizes.push(orders.length);
		return createOrders(account, counters, orders);
	},
	'POST /orders/markasshipped': (request, { people, account, counters }) => {
		const { orderId, carrierCode, ...given } = body(request) as { orderId: number; carrierCode: string };
		if (typeof carrierCode !== 'string') throw invalidRequest({ 'apiMarkShipped.carrierCode': ['The carrierCode field is required.'] });
		const { order } = visible(account, orderId);
		people.markAsShipped(orderId, { carrierCode, ...given });
		counters.written('mark', order.orderNumber);
		return rows({ orderId, orderNumber: order.orderNumber });
	},
	'POST /orders/addtag': (request, { account, counters }) => addTag(account, counters, body(request)),
	'POST /orders/holduntil': (request, { account, counters }) => holdUntil(account, counters, body(request)),
	'POST /orders/restorefromhold': (request, { account, counters }) => restoreFromHold(account, counters, body(request)),
	'GET /shipments': ({ query }, { account }) => listShipments(query, account),
	'GET /fulfillments': ({ query }, { account }) => listFulfillments(query, account),
	'GET /stores': ({ query }, { account }) => {
		const asked = new ListParameters(query);
		const marketplace = asked.whole('marketplaceId');
		const all = asked.flag('showInactive');
		return rows(
			account.lists.stores.filter((store) => (all || store.active) && (marketplace === undefined || store.marketplaceId === marketplace)),
		);
	},
	'GET /warehouses': (_, { account }) => rows(account.lists.warehouses),
	'GET /accounts/listtags': (_, { account }) => rows(account.lists.tags),
	'GET /carriers': (_, { account }) => rows(account.lists.carriers),
	'GET /carriers/listservices': ({ query }, { account }) => rows(ofCarrier(account.lists.services, query, account)),
	'GET /carriers/listpackages': ({ query }, { account }) => rows(ofCarrier(account.lists.packages, query, account)),
	'GET /users': (_, { account }) => rows(account.lists.users),
	'GET /webhooks': (_, { webhooks }) => webhooks.list(),
	'POST /webhooks/subscribe': (request, { webhooks }) => webhooks.subscribe(body(request)),
	'DELETE /webhooks/{id}': (_, { webhooks }, id) => webhooks.remove(id),
};

function ofCarrier<T extends { carrierCode: string }>(list: T[], query: URLSearchParams, account: Account): T[] {
	const code = query.get('carrierCode');
	if (code === null || code === '') throw badRequest('carrierCode is required.');
	if (!account.lists.carriers.some((carrier) => carrier.code === code)) throw notFound(`Carrier ${code} was not found.`);
	return list.filter(({ carrierCode }) => carrierCode === code);
}

function route(request: LoopbackRequest, server: ShipStationServer): LoopbackAnswer {
	const path = request.path.replace(/\/+$/, '').toLowerCase();
	const id = /\/(\d+)$/.exec(path)?.[1];
	const pattern = id === undefined ? path : path.replace(/\d+$/, '{id}');
	const name = `${request.method} ${pattern}`;
	server.counters.called(name);
	const handler = ROUTES[name];
	if (handler !== undefined) return handler(request, server, Number(id));
	const known = Object.keys(ROUTES).some((candidate) => candidate.endsWith(` ${pattern}`));
	if (known) throw new ApiError(405, { Message: `The requested resource does not support http method '${request.method}'.` });
	throw notFound();
}
