import type { StandingDocument } from '../qb-documents/qb-document';
import type { OrderToSend } from './order-to-send';
import type { ShippingSettings } from './shipping-settings';

/** What is to be done with a document, before anybody has looked into ShipStation. */
export type Intent =
	| { kind: 'send'; status: OrderToSend['orderStatus'] }
	/** Its goods must not leave any more. */
	| { kind: 'cancel'; because: string }
	/** Nothing is to be sent, and why. */
	| { kind: 'leave'; reason: string; because: string }
	/** A sales order that is sent as its invoice: one that stands in ShipStation already is held until there is one again. */
	| { kind: 'awaitInvoice'; because: string };

/** Reads the document's state by the settings; pure. */
export function intentOf(document: StandingDocument, settings: ShippingSettings): Intent {
	const { type, status, mark, trackingNumber, estimateStatus } = document;
	if (mark && settings.channelOrders === 'leaveOut') {
		return leave('made-by-channel-order', `an order of ${mark.channel} made it; 'Documents of Channel Orders' sends these too`);
	}
	if (status === 'voided') return { kind: 'cancel', because: 'it was voided in QuickBooks' };
	if (trackingNumber !== undefined && settings.alreadyShipped === 'leaveOut') {
		return leave('already-shipped', `QuickBooks has a tracking number for it: ${trackingNumber}`);
	}
	if (type !== 'Estimate') return { kind: 'send', status: statusOf(document, settings) };
	switch (estimateStatus) {
		case 'Rejected':
			return { kind: 'cancel', because: 'the sales order was rejected in QuickBooks' };
		case 'Accepted':
			return acceptedEstimate(document, settings);
		case 'Closed':
		case 'Converted':
			if (invoicesOf(document).length === 0) return leave('sales-order-closed', 'the sales order is closed');
			return acceptedEstimate(document, settings);
		default:
			if (settings.pendingEstimates === 'onHold' && settings.estimates === 'whenAccepted') return { kind: 'send', status: 'on_hold' };
			return leave('sales-order-pending', 'the sales order is not accepted yet');
	}
}

function acceptedEstimate(document: StandingDocument, settings: ShippingSettings): Intent {
	if (settings.estimates === 'whenAccepted') return { kind: 'send', status: statusOf(document, settings) };
	if (invoicesOf(document).length > 0) return leave('sent-as-invoice', 'its invoice is sent in its place');
	return { kind: 'awaitInvoice', because: 'the sales order waits for its invoice' };
}

function statusOf({ paid }: StandingDocument, { orderStatus }: ShippingSettings): OrderToSend['orderStatus'] {
	if (orderStatus === 'onHold') return 'on_hold';
	return orderStatus === 'awaitingPaymentUntilPaid' && !paid ? 'awaiting_payment' : 'awaiting_shipment';
}

/** Ids of the invoices that were made of a sales order. */
export const invoicesOf = ({ links }: StandingDocument): string[] => links.flatMap(({ type, id }) => (type === 'Invoice' ? id : []));

const leave = (reason: string, because: string): Intent => ({ kind: 'leave', reason, because });
