import type { ChannelRequest, SendToChannel } from '../channels/channel';
import { describeIssues } from '../order/describe-issues';
import type { Clock } from '../outcome/clock';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { z } from '../vendor/zod';
import { asCancelled } from './as-cancelled';
import { ask, type Access } from './ask';
import { shapeFault } from './faults';
import { fulfillmentSchema, type Fulfillment } from './fulfillment';
import * as lists from './lists';
import { orderToSendSchema, type OrderToSend } from './order-to-send';
import type { Pacer } from './pacer';
import { windowEnd, windowStart } from './pacific-time';
import { FULFILLMENTS, ORDERS, readList, SHIPMENTS, type ListQuery } from './read-list';
import { readResourceUrl } from './resource-url';
import { sendOrders, type Sending } from './send-orders';
import { shipmentSchema, type Shipment } from './shipment';
import type { Listed, OrderListQuery, SentOrder, ShipStation, Window } from './shipstation';
import { standsAsSent } from './stands-as-sent';
import { readStoredOrder, type StoredOrder } from './stored-order';

/** How the account is reached. */
export interface ShipStationAccess {
	/** Scheme and host of API V1. */
	baseUrl: string;
	/** Sends with the user's key to a scheme and host: the base URL, or one that a webhook's resource is on. */
	sendTo(origin: string): SendToChannel;
	clock: Clock;
	pacer: Pacer;
}

/** ShipStation over API V1. */
export class ShipStationGateway implements ShipStation {
	calls = 0;
	writes = 0;
	private readonly access: Access;

	constructor(private readonly how: ShipStationAccess) {
		this.access = { send: this.counted(how.sendTo(how.baseUrl)), clock: how.clock, pacer: how.pacer };
	}

	async sendOrders(orders: readonly OrderToSend[]): Promise<Array<Outcome<SentOrder>>> {
		const keys = new Set<string>();
		const checked = orders.map((order): Outcome<Sending> => {
			const parsed = orderToSendSchema.safeParse(order);
			if (!parsed.success) return fail(notSendable(order, describeIssues(parsed.error)));
			// The later one would overwrite the earlier one in the same call.
			const key = `${order.orderKey}#${order.orderId ?? ''}`;
			if (keys.has(key)) return fail(sentTwice(order));
			keys.add(key);
			return succeed(sendingOf(order));
		});
		return await this.settle(checked);
	}

	async cancelOrders(orders: readonly StoredOrder[]): Promise<Array<Outcome<SentOrder>>> {
		const sendings = orders.map((order): Outcome<Sending> => {
			const { orderKey, orderId } = order;
			if (orderKey === undefined) return fail(withoutKey(order));
			const body = asCancelled(order);
			const part = 'orderId' in body ? { orderId } : {};
			const stands = (stored: StoredOrder): boolean => stored.orderId === orderId && stored.orderStatus === 'cancelled';
			return succeed({ body, orderKey, ...part, orderNumber: order.orderNumber ?? String(orderId), stands });
		});
		return await this.settle(sendings);
	}

	private async settle(sendings: Array<Outcome<Sending>>): Promise<Array<Outcome<SentOrder>>> {
		const readBack = async (since: string): Promise<Outcome<readonly StoredOrder[]>> => {
			const listed = await this.orders({ modified: { from: since } });
			return listed.ok ? succeed(listed.value.rows) : listed;
		};
		const settled = await sendOrders(this.access, sendings.flatMap((sending) => (sending.ok ? [sending.value] : [])), readBack);
		return sendings.map((sending) => (sending.ok ? settled.get(sending.value)! : sending));
	}

	async orders({ modified, created, ordered, status, storeId, orderNumber }: OrderListQuery): Promise<Outcome<Listed<StoredOrder>>> {
		const query: ListQuery = {
			...windowOf('modifyDate', modified),
			...windowOf('createDate', created),
			...windowOf('orderDate', ordered),
			...(status === undefined ? {} : { orderStatus: status }),
			...(storeId === undefined ? {} : { storeId }),
			...(orderNumber === undefined ? {} : { orderNumber }),
			sortBy: 'ModifyDate',
			sortDir: 'ASC',
		};
		return await readList(this.access, ORDERS, query, readStoredOrder);
	}

	async order(orderId: number): Promise<Outcome<StoredOrder | undefined>> {
		const asked = await ask(this.access, { method: 'GET', path: `/orders/${orderId}` });
		if (!asked.ok) return asked.answer?.status === 404 ? succeed(undefined) : fail(asked.failure);
		const parsed = readStoredOrder(asked.value.body);
		return parsed.success ? succeed(parsed.data) : fail(shapeFault(asked.value));
	}

	async shipments(created: Window): Promise<Outcome<Listed<Shipment>>> {
		const query = { ...windowOf('createDate', created), includeShipmentItems: true, sortBy: 'CreateDate', sortDir: 'ASC' };
		return await readList(this.access, SHIPMENTS, query, (row) => shipmentSchema.safeParse(row));
	}

	async fulfillments(created: Window): Promise<Outcome<Listed<Fulfillment>>> {
		const query = { ...windowOf('createDate', created), sortBy: 'CreateDate', sortDir: 'ASC' };
		return await readList(this.access, FULFILLMENTS, query, (row) => fulfillmentSchema.safeParse(row));
	}

	async resource(url: string): Promise<Outcome<unknown>> {
		const address = readResourceUrl(url, this.how.baseUrl);
		if (!address.ok) return address;
		const { origin, path, query } = address.value;
		const access = { ...this.access, send: this.counted(this.how.sendTo(origin)) };
		const asked = await ask(access, { method: 'GET', path, query });
		return asked.ok ? succeed(asked.value.body) : fail(asked.failure);
	}

	stores = () => this.list('/stores', lists.storeSchema);
	warehouses = () => this.list('/warehouses', lists.warehouseSchema);
	tags = () => this.list('/accounts/listtags', lists.tagSchema);
	carriers = () => this.list('/carriers', lists.carrierSchema);
	services = (carrierCode: string) => this.list('/carriers/listservices', lists.serviceSchema, { carrierCode });
	packages = (carrierCode: string) => this.list('/carriers/listpackages', lists.packageSchema, { carrierCode });

	private async list<T extends z.ZodType>(path: string, schema: T, query?: ListQuery): Promise<Outcome<Array<z.output<T>>>> {
		const asked = await ask(this.access, { method: 'GET', path, ...(query ? { query } : {}) });
		if (!asked.ok) return fail(asked.failure);
		const parsed = z.array(schema).safeParse(asked.value.body);
		return parsed.success ? succeed(parsed.data) : fail(shapeFault(asked.value));
	}

	private counted(send: SendToChannel): SendToChannel {
		return async (request: ChannelRequest) => {
			this.calls += 1;
			if (request.method !== 'GET') this.writes += 1;
			return await send(request);
		};
	}
}

const sendingOf = (order: OrderToSend): Sending => ({
	body: order as Record<string, unknown>,
	orderKey: order.orderKey,
	...(order.orderId === undefined ? {} : { orderId: order.orderId }),
	orderNumber: order.orderNumber,
	stands: (stored) => standsAsSent(stored, order),
});

const windowOf = (name: string, window: Window = {}): ListQuery => ({
	...(window.from === undefined ? {} : { [`${name}Start`]: windowStart(window.from) }),
	...(window.to === undefined ? {} : { [`${name}End`]: windowEnd(window.to) }),
});

const notSendable = ({ orderNumber }: OrderToSend, issues: string) =>
	refused('order-not-sendable', `ShipStation would not read order ${orderNumber}: ${issues}`, 'Correct the field that is named, in QuickBooks or in the parameter that fills it');

const sentTwice = ({ orderNumber, orderKey }: OrderToSend) =>
	refused(
		'key-twice-in-one-run',
		`Order ${orderNumber} has the key '${orderKey}', and so has another order of this run`,
		'Send each document once a run: remove the branch or the merge that brings it twice',
	);

const withoutKey = ({ orderNumber, orderId }: StoredOrder) =>
	refused('order-without-key', `Order ${orderNumber ?? orderId} in ShipStation has no key, so it cannot be changed from outside`, 'Cancel it in ShipStation by hand');
