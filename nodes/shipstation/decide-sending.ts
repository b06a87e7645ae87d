import { refused, type Failure } from '../outcome/failure';
import { documentKey, readDocumentKey } from '../qb-documents/document-key';
import type { QbDocument, StandingDocument } from '../qb-documents/qb-document';
import { invoicesOf } from './intent';
import { isHeldByPerson, keepPackersWork } from './keep-packers-work';
import type { OrderToSend } from './order-to-send';
import type { SentMark } from './sent-mark';
import { named } from './sending-report';
import type { Standing, StandingOrders } from './standing-orders';
import { UPDATABLE, type StoredOrder } from './stored-order';
import type { ShippingPlan } from './to-shipstation-order';

/** What is to be done, now that it is known what stands in ShipStation. */
export type SendingDecision =
	| { kind: 'create'; order: OrderToSend; remarks: string[] }
	| { kind: 'update'; order: OrderToSend; stored: StoredOrder; remarks: string[] }
	| { kind: 'cancel'; parts: StoredOrder[]; because: string }
	/** Nothing is done: `unchanged`, or left alone for the reason in the summary. */
	| { kind: 'leave'; action: 'none' | 'left'; because: string; stored?: StoredOrder }
	| { kind: 'refuse'; failure: Failure; stored?: StoredOrder };

type Planned<Kind extends ShippingPlan['kind']> = Extract<ShippingPlan, { kind: Kind }>;

/** Decides on a document; pure. */
export function decideSending(document: StandingDocument, plan: ShippingPlan, orders: StandingOrders, run: RunOfDocuments): SendingDecision {
	switch (plan.kind) {
		case 'leave':
			return { kind: 'leave', action: 'left', because: plan.because };
		case 'cancel':
			return decideCancelling(document, plan.keys.key, plan.because, orders, run);
		case 'awaitInvoice':
			return decideWaiting(plan, orders);
		case 'send':
			return decideSend(document, plan, orders);
	}
}

/** What else is in this run. */
export interface RunOfDocuments {
	/** Whether a document of this key stands, and goes on with its order. */
	keeps(key: string): boolean;
}

function decideSend(document: StandingDocument, plan: Planned<'send'>, orders: StandingOrders): SendingDecision {
	const standing = orders.withKey(documentKey(document)) ?? orders.withKey(plan.keys.key) ?? orders.sentFrom(document);
	if (plan.partOfSalesOrder && !standing && orders.withKey(plan.keys.salesOrder)?.mark?.type === 'Estimate') {
		return { kind: 'leave', action: 'left', because: 'it bills a part of its sales order, which is shipped as a whole' };
	}
	if (!standing) return absent(document, plan, orders);
	const { parts, mark } = standing;
	const [stored] = parts;
	// A cancelled order cannot come back. One of an earlier invoice leaves its key to nobody.
	if (isReplaced(standing, document)) return { kind: 'create', order: { ...plan.order, orderKey: documentKey(document) }, remarks: plan.remarks };
	if (document.type === 'Estimate' && mark !== undefined && mark.type !== 'Estimate' && invoicesOf(document).length > 0) {
		return { kind: 'leave', action: 'none', because: 'its invoice was sent in its place', stored };
	}
	if (mark?.facts === plan.mark.facts && mark.type === plan.mark.type) {
		return { kind: 'leave', action: 'none', because: 'nothing has changed', stored };
	}
	return change(document, plan.order, plan.mark, standing, plan.remarks);
}

function absent(document: StandingDocument, { order, remarks }: Planned<'send'>, orders: StandingOrders): SendingDecision {
	const { estimate } = document;
	const into = orders.mergedInto(document) ?? (estimate && orders.mergedInto({ type: 'Estimate', id: estimate.id }));
	if (into) return { kind: 'leave', action: 'left', because: `its order was merged into order ${into.orderNumber ?? into.orderId} in ShipStation`, stored: into };
	if (document.type !== 'Estimate' || invoicesOf(document).length === 0) return { kind: 'create', order, remarks };
	return {
		kind: 'refuse',
		failure: refused(
			'invoiced-before-sent',
			`${named(document)} was invoiced before it was sent to ShipStation, so its invoice is to be shipped`,
			"Fetch invoices too ('Documents' of Channel Trigger); if they are fetched already, the goods are in the invoice's order",
		),
	};
}

/** An update of what stands, unless it may not be changed any more. */
function change(document: StandingDocument, order: OrderToSend, mark: SentMark, standing: Standing, remarks: string[]): SendingDecision {
	const { parts, mark: before } = standing;
	const [stored, ...others] = parts;
	const locked = parts.find(({ orderStatus }) => !UPDATABLE.has(orderStatus));
	if (locked) return { kind: 'leave', action: 'left', because: `its order is ${inWords(locked)} in ShipStation, and stays as it is`, stored: locked };
	if (others.length > 0 || stored!.advancedOptions?.mergedOrSplit === true) {
		return { kind: 'refuse', failure: splitByHand(document, stored!), stored: stored! };
	}
	const held = isHeldByPerson(stored!, before) ? ['the order stays on hold, as somebody put it there in ShipStation'] : [];
	return { kind: 'update', order: keepPackersWork(order, mark, stored!, before), stored: stored!, remarks: [...remarks, ...held] };
}

/** Whether the order of this key was that of an earlier invoice of the same sales order, and was cancelled with it. */
const isReplaced = ({ parts, mark }: Standing, { type, id }: StandingDocument): boolean =>
	type === 'Invoice' && mark?.type === 'Invoice' && mark.id !== id && parts.every(({ orderStatus }) => orderStatus === 'cancelled');

/** A sales order that is sent as its invoice. What an invoice left behind that is gone now waits on hold. */
function decideWaiting({ keys, because, held, mark }: Planned<'awaitInvoice'>, orders: StandingOrders): SendingDecision {
	const standing = orders.withKey(keys.key);
	const [stored] = standing?.parts ?? [];
	const isLeftBehind = standing?.mark !== undefined && standing.mark.type !== 'Estimate' && stored !== undefined && UPDATABLE.has(stored.orderStatus);
	if (!isLeftBehind || stored.orderStatus === 'on_hold') return { kind: 'leave', action: 'left', because, ...(stored ? { stored } : {}) };
	const order = { ...keepPackersWork(held, mark, stored, standing.mark), orderStatus: 'on_hold' as const };
	return { kind: 'update', order, stored, remarks: ['its invoice is gone, so the order waits on hold for the next one'] };
}

/** What becomes of the order of a document that does not stand any more. */
export function decideCancelling(document: QbDocument, key: string, because: string, orders: StandingOrders, run: RunOfDocuments): SendingDecision {
	const standing = orders.sentFrom(document) ?? orders.withKey(key);
	const into = standing ? undefined : orders.mergedInto(document);
	if (into) return { kind: 'refuse', failure: mergedByHand(document, because, into), stored: into };
	if (!standing) return { kind: 'leave', action: 'left', because: `${because}, and has no open order in ShipStation` };
	const { parts, mark } = standing;
	const [stored] = parts;
	if (mark !== undefined && (mark.type !== document.type || mark.id !== document.id)) {
		return { kind: 'leave', action: 'left', because: `${because}, and its order belongs to another document now`, stored };
	}
	// An invoice that goes away leaves its sales order behind, which stands again and has the same order.
	const orderKey = stored!.orderKey ?? key;
	if (readDocumentKey(orderKey)?.type !== document.type && run.keeps(orderKey)) {
		return { kind: 'leave', action: 'left', because: `${because}, and its sales order goes on with the order`, stored };
	}
	const shipped = parts.filter(({ orderStatus }) => orderStatus === 'shipped');
	if (shipped.length > 0) return { kind: 'refuse', failure: shippedAlready(document, because, shipped[0]!), stored: shipped[0]! };
	const open = parts.filter(({ orderStatus }) => UPDATABLE.has(orderStatus));
	if (open.length === 0) return { kind: 'leave', action: 'none', because: `${because}, and its order is ${inWords(stored!)}`, stored };
	return { kind: 'cancel', parts: open, because };
}

const inWords = ({ orderStatus }: StoredOrder): string => orderStatus.replace(/_/g, ' ');

const splitByHand = (document: StandingDocument, { orderNumber }: StoredOrder): Failure =>
	refused(
		'split-or-merged',
		`${named(document)} changed in QuickBooks, and its order ${orderNumber ?? ''} was split or merged in ShipStation`,
		'Change the order in ShipStation by hand: nobody can tell which part the change belongs to',
	);

const mergedByHand = (document: QbDocument, because: string, into: StoredOrder): Failure =>
	refused(
		'merged-before-cancelled',
		`${named(document)}: ${because}, and its order was merged into order ${into.orderNumber ?? into.orderId} in ShipStation`,
		'Take its products out of that order by hand',
	);

const shippedAlready = (document: QbDocument, because: string, { orderNumber }: StoredOrder): Failure =>
	refused(
		'shipped-before-cancelled',
		`${named(document)}: ${because}, and its order ${orderNumber ?? ''} has been shipped`,
		'Get the parcel back, or enter the sale in QuickBooks again',
	);
