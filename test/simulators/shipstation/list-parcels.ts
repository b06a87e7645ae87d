import type { LoopbackAnswer } from '../loopback';
import type { Account } from './account';
import { ListParameters, pageOf, sorted } from './list-parameters';
import type { FulfillmentRecord, ShipmentRecord } from './order-record';

/** `GET /shipments`: labels that were made in ShipStation, voided and return labels included; never what was marked as shipped. */
export function listShipments(query: URLSearchParams, account: Account): LoopbackAnswer {
	const asked = new ListParameters(query);
	const withItems = asked.flag('includeShipmentItems');
	const dates = { create: asked.within('createDate'), ship: asked.within('shipDate'), void: asked.within('voidDate') };
	const orderId = asked.whole('orderId');
	const storeId = asked.whole('storeId');
	const texts = textsOf(asked, ['orderNumber', 'carrierCode', 'serviceCode', 'trackingNumber'] as const);
	const batchId = asked.text('batchId');
	const rows = account.shipments.filter(
		(row) =>
			dates.create(row.createDate) &&
			dates.ship(row.shipDate) &&
			dates.void(row.voidDate) &&
			(orderId === undefined || row.orderId === orderId) &&
			(storeId === undefined || row.advancedOptions?.storeId === storeId) &&
			(batchId === undefined || row.batchNumber === batchId) &&
			texts.every(([name, value]) => row[name] === value),
	);
	const sortBy = asked.choice('sortBy', ['ShipDate', 'CreateDate'], 'CreateDate');
	const key = (row: ShipmentRecord) => (sortBy === 'ShipDate' ? row.shipDate : row.createDate);
	const page = pageOf('shipments', sorted(rows, key, ({ shipmentId }) => shipmentId, direction(asked)), asked, account.switches.pages);
	const shown = page.rows.map((row) => ({ ...row, shipmentItems: withItems ? row.shipmentItems : null }));
	return { status: 200, body: { ...page.body, shipments: shown } };
}

/** `GET /fulfillments`: what was marked as shipped, or shipped by somebody else's warehouse. */
export function listFulfillments(query: URLSearchParams, account: Account): LoopbackAnswer {
	const asked = new ListParameters(query);
	const dates = { create: asked.within('createDate'), ship: asked.within('shipDate') };
	const orderId = asked.whole('orderId');
	const fulfillmentId = asked.whole('fulfillmentId');
	const texts = textsOf(asked, ['orderNumber', 'trackingNumber'] as const);
	const rows = account.fulfillments.filter(
		(row) =>
			dates.create(row.createDate) &&
			dates.ship(row.shipDate) &&
			(orderId === undefined || row.orderId === orderId) &&
			(fulfillmentId === undefined || row.fulfillmentId === fulfillmentId) &&
			texts.every(([name, value]) => row[name] === value),
	);
	const sortBy = asked.choice('sortBy', ['ShipDate', 'CreateDate'], 'CreateDate');
	const key = (row: FulfillmentRecord) => (sortBy === 'ShipDate' ? row.shipDate : row.createDate);
	return {
		status: 200,
		body: pageOf('fulfillments', sorted(rows, key, (row) => row.fulfillmentId, direction(asked)), asked, account.switches.pages).body,
	};
}

const direction = (asked: ListParameters) => asked.choice('sortDir', ['ASC', 'DESC'], 'ASC');

function textsOf<T extends string>(asked: ListParameters, names: readonly T[]): Array<[T, string]> {
	return names.flatMap((name): Array<[T, string]> => {
		const value = asked.text(name);
		return value === undefined ? [] : [[name, value]];
	});
}
