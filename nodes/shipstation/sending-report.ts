import type { Failure } from '../outcome/failure';
import type { DocumentIdentity } from '../qb-documents/document-key';
import { isStanding, type QbDocument } from '../qb-documents/qb-document';
import { nameOfDocument } from './document-name';
import type { OrderToSend } from './order-to-send';

export const SENDING_SCHEMA_VERSION = 1;

/** Why a document needs a person. Never called `error`: n8n would take such an item for its own error output. */
export interface SendingAttention {
	reason: string;
	message: string;
	remedy: string;
	evidence?: Record<string, string | number | boolean | null>;
}

/** What happened to one document, in words and ids. Crosses n8n's canvas out of QB Order to ShipStation. */
export interface SendingReport {
	document: 'sending';
	schemaVersion: typeof SENDING_SCHEMA_VERSION;
	outcome: 'sent' | 'unchanged' | 'needsAttention' | 'preview';
	action: 'created' | 'updated' | 'cancelled' | 'none' | 'left' | 'refused' | 'wouldCreate' | 'wouldUpdate' | 'wouldCancel';
	/** Plain words: `Invoice 1042 sent as order 1042.` */
	summary: string;
	qbDocument: DocumentIdentity & { docNumber?: string; total?: string; currency?: string; url?: string };
	/** The order in ShipStation, where there is one. */
	order?: { orderId?: number; orderKey: string; orderNumber: string; orderStatus?: string };
	remarks: string[];
	attention?: SendingAttention;
	/** Preview only: what would be sent, exactly. */
	payload?: OrderToSend;
}

type Said = Pick<SendingReport, 'outcome' | 'action'> & Partial<Pick<SendingReport, 'order' | 'remarks' | 'payload'>>;

/** The report on one document. */
export const report = (document: QbDocument, summary: string, { remarks = [], ...said }: Said): SendingReport => ({
	document: 'sending',
	schemaVersion: SENDING_SCHEMA_VERSION,
	...said,
	summary,
	qbDocument: referenceTo(document),
	remarks,
});

/** The report on a document that a person has to look at. */
export const reportAttention = (document: QbDocument, failure: Failure, order?: SendingReport['order']): SendingReport => ({
	...report(document, `${failure.message}. ${failure.remedy}.`, { outcome: 'needsAttention', action: 'refused', ...(order ? { order } : {}) }),
	attention: {
		reason: failure.reason,
		message: failure.message,
		remedy: failure.remedy,
		...(failure.evidence ? { evidence: failure.evidence } : {}),
	},
});

function referenceTo(document: QbDocument): SendingReport['qbDocument'] {
	const { realmId, type, id } = document;
	if (!isStanding(document)) return { realmId, type, id };
	const { docNumber, total, currency, url } = document;
	return { realmId, type, id, ...(docNumber ? { docNumber } : {}), total, currency, ...(url ? { url } : {}) };
}

/** A document as a sentence begins with it. */
export const named = (document: QbDocument): string => nameOfDocument(isStanding(document) ? document : { ...document, docNumber: undefined });
