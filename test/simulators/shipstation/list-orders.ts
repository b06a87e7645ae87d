import type { LoopbackAnswer } from '../loopback';
import type { Account } from './account';
import { internalError } from './api-error';
import { renderOrder } from './build-order';
import { ListParameters, pageOf, sorted } from './list-parameters';
import type { Kept, OrderRecord } from './order-record';

const STATUSES = ['awaiting_payment', 'awaiting_shipment', 'pending_fulfillment', 'shipped', 'on_hold', 'cancelled'] as const;

const SORT_KEYS: Record<'OrderDate' | 'ModifyDate' | 'CreateDate', (order: OrderRecord) => string> = {
	OrderDate: ({ orderDate }) => orderDate,
	ModifyDate: ({ modifyDate }) => modifyDate,
	CreateDate: ({ createDate }) => createDate,
};

/** `GET /orders` */
export function listOrders(query: URLSearchParams, account: Account): LoopbackAnswer {
	const asked = new ListParameters(query);
	const tests = ordersWanted(asked);
	const sortBy = asked.choice('sortBy', ['OrderDate', 'ModifyDate', 'CreateDate'], 'OrderDate');
	const wanted = account.all.filter((kept) => kept.hidden !== true && tests.every((test) => test(kept)));
	const rows = sorted(wanted, ({ order }) => SORT_KEYS[sortBy](order), ({ order }) => order.orderId, asked.choice('sortDir', ['ASC', 'DESC'], 'ASC'));
	const page = pageOf('orders', rows, asked, account.switches.pages);
	if (page.rows.some(({ poisonous }) => poisonous === true)) throw internalError();
	return { status: 200, body: { ...page.body, orders: page.rows.map(({ order }) => renderOrder(order)) } };
}

/** Every filter; there is none by orderKey. */
function ordersWanted(asked: ListParameters): Array<(kept: Kept) => boolean> {
	const dates = {
		create: asked.within('createDate'),
		modify: asked.within('modifyDate'),
		order: asked.within('orderDate'),
		payment: asked.within('paymentDate'),
	};
	const status = asked.text('orderStatus') === undefined ? undefined : asked.choice('orderStatus', STATUSES, 'awaiting_shipment');
	const storeId = asked.whole('storeId');
	const tests: Array<(kept: Kept) => boolean> = [
		({ order }) => dates.create(order.createDate) && dates.modify(order.modifyDate),
		({ order }) => dates.order(order.orderDate) && dates.payment(order.paymentDate),
		({ order }) => status === undefined || order.orderStatus === status,
		({ order }) => storeId === undefined || order.advancedOptions.storeId === storeId,
	];
	const text = (name: string, test: (order: OrderRecord, value: string) => boolean): void => {
		const value = asked.text(name)?.toLowerCase();
		if (value !== undefined) tests.push(({ order }) => test(order, value));
	};
	text('orderNumber', (order, value) => order.orderNumber.toLowerCase().startsWith(value));
	text('customerName', (order, value) => `${order.billTo.name} ${order.shipTo.name}`.toLowerCase().includes(value));
	text('itemKeyword', (order, value) =>
		order.items.some(({ sku, name }) => `${sku} ${name}`.toLowerCase().includes(value)),
	);
	const batch = asked.text('importBatch');
	if (batch !== undefined) tests.push(({ importBatch }) => importBatch === batch);
	return tests;
}
