import type { OrderQuery } from '../channels/channel';
import { instant, shift } from '../channels/instant';
import type { PageOf, Readable } from '../channels/readable';
import { canonicalHash } from '../order/canonical-hash';
import { MONEY_PATTERN } from '../order/money';
import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import { readDocumentKey, typeAndId, type DocumentIdentity } from '../qb-documents/document-key';
import { documentTypeSchema } from '../qb-documents/qb-document';
import { Big } from '../vendor/decimal';
import type { Fulfillment } from './fulfillment';
import { documentOfLine } from './line-key';
import { OrdersOfParcels } from './orders-of-parcels';
import { dayOf, instantOf } from './pacific-time';
import { serviceInWords } from './service-words';
import type { Shipment } from './shipment';
import type { Parcel, ParcelSent } from './shipped-order';
import type { ShipStation } from './shipstation';
import type { StoredOrder } from './stored-order';

/** An account whose parcels are read. */
export interface ParcelsSession {
	shipstation: ShipStation;
	clock: Clock;
}

const DAY = 24 * 60 * 60_000;

/**
 * Parcels by when they were made, each with the document of QuickBooks that its goods are of: labels and what was marked as
 * shipped, which are two lists. Return labels, and orders that did not come from QuickBooks, are left out. Two calls when nothing
 * was shipped, a few more otherwise; never one an order.
 */
export async function fetchParcels({ shipstation, clock }: ParcelsSession, { from, to }: OrderQuery): Promise<Outcome<PageOf<Parcel>>> {
	const created = { from: from ?? instant(clock.now() - 30 * DAY), ...(to === undefined ? {} : { to }) };
	const labels = await shipstation.shipments(created);
	if (!labels.ok) return labels;
	const fulfillments = await shipstation.fulfillments(created);
	if (!fulfillments.ok) return fulfillments;
	const drafts = [...labels.value.rows.filter(({ isReturnLabel }) => !isReturnLabel).map(ofLabel), ...fulfillments.value.rows.map(ofFulfillment)]
		.filter(({ updatedAt }) => updatedAt >= created.from && (to === undefined || updatedAt < to))
		.sort((a, b) => (a.updatedAt === b.updatedAt ? a.id - b.id : a.updatedAt < b.updatedAt ? -1 : 1));
	if (drafts.length === 0) return succeed({ orders: [] });
	const orders = await OrdersOfParcels.find(shipstation, drafts, shift(drafts[0]!.updatedAt, -60_000));
	if (!orders.ok) return orders;
	const parcels: Parcel[] = [];
	for (const draft of drafts) {
		const order = orders.value.order(draft.orderId);
		const orderKey = draft.orderKey ?? order?.orderKey;
		const keyed = readDocumentKey(orderKey);
		if (orderKey === undefined || !keyed) continue;
		const { kind, id, updatedAt, voided, sent } = draft;
		const orderNumber = order?.orderNumber ?? draft.orderNumber;
		const reference = { orderId: draft.orderId, orderKey, ...(orderNumber === undefined ? {} : { orderNumber }) };
		const complete = orders.value.isComplete(orderKey);
		for (const qbDocument of documentsIn(draft, order, keyed)) parcels.push({ kind, id, updatedAt, voided, sent, order: reference, qbDocument, complete });
	}
	return succeed({ orders: parcels });
}

/** A parcel before it is known whose it is. */
export interface ParcelDraft {
	kind: Parcel['kind'];
	id: number;
	orderId: number;
	orderKey?: string;
	orderNumber?: string;
	updatedAt: string;
	voided: boolean;
	sent: ParcelSent;
	/** Keys of the lines that are in it; empty when nobody says. */
	lines: string[];
}

function ofLabel(label: Shipment): ParcelDraft {
	const { shipmentId: id, orderId, orderKey, orderNumber, voided, shipmentItems } = label;
	return {
		kind: 'label',
		id,
		orderId,
		...(orderKey === undefined ? {} : { orderKey }),
		...(orderNumber === undefined ? {} : { orderNumber }),
		updatedAt: createdAt(label.createDate),
		voided,
		sent: {
			kind: 'label',
			id,
			...sentAs(label.trackingNumber, serviceInWords(label.carrierCode, label.serviceCode), label.shipDate),
			...costOf(label),
		},
		lines: shipmentItems.flatMap(({ lineItemKey }) => lineItemKey ?? []),
	};
}

/** A figure that is no amount must not keep the tracking number from going back. */
function costOf({ shipmentCost, insuranceCost }: Shipment): { cost?: string } {
	const cost = shipmentCost === undefined ? '' : new Big(shipmentCost).plus(insuranceCost ?? 0).round(6).toFixed();
	return MONEY_PATTERN.test(cost) ? { cost } : {};
}

function ofFulfillment(fulfillment: Fulfillment): ParcelDraft {
	const { fulfillmentId: id, orderId, orderNumber, voided } = fulfillment;
	return {
		kind: 'fulfillment',
		id,
		orderId,
		...(orderNumber === undefined ? {} : { orderNumber }),
		updatedAt: createdAt(fulfillment.createDate),
		voided,
		sent: { kind: 'fulfillment', id, ...sentAs(fulfillment.trackingNumber, serviceInWords(fulfillment.carrierCode, undefined), fulfillment.shipDate) },
		lines: [],
	};
}

/** Without milliseconds ISO 8601 would not compare as text. */
const createdAt = (pacific: string | undefined): string => instant(instantOf(pacific) ?? 0);

function sentAs(trackingNumber: string | undefined, service: string | undefined, shipDate: string | undefined): Omit<ParcelSent, 'kind'> {
	const day = dayOf(shipDate);
	return {
		...(trackingNumber === undefined ? {} : { trackingNumber }),
		...(service === undefined ? {} : { service }),
		...(day === undefined ? {} : { shipDate: day }),
	};
}

/** Whose goods are in a parcel: its lines tell; else those of the order; else the order's own key. */
function documentsIn({ lines }: ParcelDraft, order: StoredOrder | undefined, { realmId, type, id }: DocumentIdentity): DocumentIdentity[] {
	const ofOrder = (order?.items ?? []).filter(({ adjustment }) => !adjustment).flatMap(({ lineItemKey }) => lineItemKey ?? []);
	const named = [lines, ofOrder].map((keys) => [...new Set(keys.flatMap((key) => documentOfLine(key) ?? []))]).find((found) => found.length > 0);
	const documents = (named ?? [typeAndId({ type, id })]).flatMap((text): DocumentIdentity[] => {
		const [word, number = ''] = text.split('-');
		const known = documentTypeSchema.safeParse(word);
		return known.success ? [{ realmId, type: known.data, id: number }] : [];
	});
	return documents.length > 0 ? documents : [{ realmId, type, id }];
}

/** Parcels as things that are read without loss. A label that is voided is another reading of it. */
export const PARCELS: Readable<Parcel> = {
	hashOf: ({ kind, id, qbDocument }) => canonicalHash([kind, id, qbDocument], 12),
	readingOf: ({ sent, voided }) => canonicalHash([sent, voided], 8),
	isHistoric: ({ updatedAt }, start) => updatedAt < start,
	isWanted: () => true,
};
