import type { LabelChoice, OrderRecord, ShipStationSimulator } from '../test/simulators/shipstation';

/** How many orders the packers have not come to yet. */
const STILL_WAITING = 4;

/**
 * A day in the warehouse: what awaits shipment leaves with a label, every third order with several things in two parcels, every fifth
 * one by the seller's own driver, marked as shipped. @returns how many parcels left
 */
export function packOrders({ account, people }: ShipStationSimulator): number {
	const waiting = account.orders.filter(({ orderStatus }) => orderStatus === 'awaiting_shipment');
	for (const [index, order] of waiting.slice(0, -STILL_WAITING).entries()) {
		const { orderId } = order;
		if (index % 5 === 4) people.markAsShipped(orderId, { carrierCode: 'Own driver', trackingNumber: `VAN-${order.orderNumber}` });
		else people.shipInParcels(orderId, parcelsOf(order, index % 3 === 0));
	}
	return account.shipments.length + account.fulfillments.length;
}

function parcelsOf({ items }: OrderRecord, inTwo: boolean): LabelChoice[] {
	const [first, ...others] = items.filter(({ adjustment }) => !adjustment).map(({ sku, quantity }) => ({ [sku ?? '']: quantity }));
	if (!inTwo || first === undefined || others.length === 0) return [{}];
	return [{ quantities: first }, { quantities: Object.assign({}, ...others) as Record<string, number> }];
}
