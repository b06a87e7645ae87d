import { readDocumentKey, typeAndId } from '../nodes/qb-documents/document-key';
import type { SentOrder } from '../test/simulators/quickbooks/quickbooks-simulator';
import type { ShipStationSimulator } from '../test/simulators/shipstation';
import { orderTotal } from '../test/simulators/shipstation/build-order';

/** The account's orders of documents of QuickBooks, with the parcels that left, for the page. */
export const sentOrders = ({ account }: ShipStationSimulator): SentOrder[] =>
	account.orders.flatMap((order) => {
		const document = readDocumentKey(order.orderKey);
		if (!document) return [];
		const { orderId, orderNumber, orderStatus } = order;
		const parcels = [...account.shipments.filter(({ isReturnLabel }) => !isReturnLabel), ...account.fulfillments].filter((parcel) => parcel.orderId === orderId && !parcel.voided);
		return {
			number: orderNumber,
			status: orderStatus,
			total: orderTotal(order).toFixed(2),
			documents: [typeAndId(document)],
			trackingNumbers: parcels.flatMap(({ trackingNumber }) => trackingNumber ?? []),
		};
	});
