import { refused } from '../outcome/failure';
import type { QbDocument, UnreadableDocument } from '../qb-documents/qb-document';
import type { SendingDecision } from './decide-sending';
import { named, report, reportAttention, type SendingReport } from './sending-report';
import type { SentOrder } from './shipstation';
import type { StoredOrder } from './stored-order';

/** What was done about a document. @param sent what ShipStation made of it, where something was sent */
export function reportDecision(document: QbDocument, decision: SendingDecision, sent?: SentOrder): SendingReport {
	const name = named(document);
	switch (decision.kind) {
		case 'create':
		case 'update': {
			const order = { ...sent, orderKey: decision.order.orderKey, orderNumber: decision.order.orderNumber, orderStatus: decision.order.orderStatus };
			const done = decision.kind === 'create' ? 'created' : 'updated';
			const remarks = decision.remarks.map(sentence);
			return report(document, `${name}: order ${order.orderNumber} ${done}, ${inWords(order.orderStatus)}`, { outcome: 'sent', action: done, order, remarks });
		}
		case 'cancel': {
			const order = { ...orderOf(decision.parts[0]!), orderStatus: 'cancelled' };
			return report(document, `${name}: order ${order.orderNumber} cancelled, as ${decision.because}`, { outcome: 'sent', action: 'cancelled', order });
		}
		case 'leave': {
			const order = decision.stored ? orderOf(decision.stored) : undefined;
			return report(document, `${name}: nothing sent, as ${decision.because}`, { outcome: 'unchanged', action: decision.action, ...(order ? { order } : {}) });
		}
		case 'refuse':
			return reportAttention(document, decision.failure, decision.stored ? orderOf(decision.stored) : undefined);
	}
}

/** What would be done, exactly. */
export function reportPreview(document: QbDocument, decision: Extract<SendingDecision, { kind: 'create' | 'update' | 'cancel' }>): SendingReport {
	const name = named(document);
	if (decision.kind === 'cancel') {
		const order = orderOf(decision.parts[0]!);
		return report(document, `${name}: order ${order.orderNumber} would be cancelled, as ${decision.because}; nothing was sent`, { outcome: 'preview', action: 'wouldCancel', order });
	}
	const { orderKey, orderNumber, orderStatus } = decision.order;
	const [action, done] = decision.kind === 'create' ? (['wouldCreate', 'created'] as const) : (['wouldUpdate', 'updated'] as const);
	return report(document, `${name}: order ${orderNumber} would be ${done}, ${inWords(orderStatus)}; nothing was sent`, {
		outcome: 'preview',
		action,
		order: { orderKey, orderNumber, orderStatus },
		remarks: decision.remarks.map(sentence),
		payload: decision.order,
	});
}

/** A document that could not be read. */
export const reportUnread = (document: UnreadableDocument): SendingReport =>
	reportAttention(
		document,
		refused('document-unreadable', `${named(document)} could not be read: ${document.reason}`, 'Look at the document in QuickBooks, and enter its order in ShipStation by hand if it cannot be corrected'),
	);

const orderOf = ({ orderId, orderKey = '', orderNumber = '', orderStatus }: StoredOrder) => ({ orderId, orderKey, orderNumber, orderStatus });

const inWords = (status: string): string => status.replace(/_/g, ' ');

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
