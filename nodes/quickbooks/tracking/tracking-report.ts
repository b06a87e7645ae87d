import type { Failure } from '../../outcome/failure';
import type { Attention } from '../../postings/posting';
import type { Candidate } from '../../postings/standing';
import type { ShippedOrder } from '../../shipstation/shipped-order';
import { linkTo } from '../report';
import type { QbRecord } from '../quickbooks';

export const TRACKING_SCHEMA_VERSION = 1;

/** What became of the tracking of one shipped order. Crosses n8n's canvas out of QuickBooks Create Transaction. */
export interface TrackingReport {
	document: 'tracking';
	schemaVersion: typeof TRACKING_SCHEMA_VERSION;
	outcome: 'posted' | 'unchanged' | 'needsAttention' | 'preview';
	action: 'updated' | 'invoiced' | 'none' | 'refused' | 'wouldUpdate' | 'wouldInvoice';
	/** Plain words: `Invoice 1042: tracking 1Z999 added.` */
	summary: string;
	/** The document that the parcels were sent for. */
	qbDocument: ShippedOrder['qbDocument'];
	/** The one that the tracking stands in: the invoice of a sales order. */
	transaction?: { type: string; id: string; docNumber?: string; total: string; trackingNumber?: string; shipDate?: string; shipMethod?: string; link: string };
	order?: ShippedOrder['order'];
	remarks: string[];
	attention?: Attention;
	/** Preview only: what would be written, exactly. */
	payload?: QbRecord;
}

type Said = Pick<TrackingReport, 'outcome' | 'action' | 'summary'> & Partial<Pick<TrackingReport, 'remarks' | 'payload'>>;

export function reportTracking(shipped: ShippedOrder, document: Candidate | undefined, appUrl: string, { remarks = [], ...said }: Said): TrackingReport {
	return {
		document: 'tracking',
		schemaVersion: TRACKING_SCHEMA_VERSION,
		...said,
		qbDocument: shipped.qbDocument,
		...(document ? { transaction: transactionOf(document, appUrl) } : {}),
		...(shipped.order ? { order: shipped.order } : {}),
		remarks,
	};
}

export const trackingAttention = (shipped: ShippedOrder, failure: Failure, document: Candidate | undefined, appUrl: string): TrackingReport => ({
	...reportTracking(shipped, document, appUrl, { outcome: 'needsAttention', action: 'refused', summary: `${failure.message}. ${failure.remedy}.` }),
	attention: {
		reason: failure.reason,
		message: failure.message,
		remedy: failure.remedy,
		...(failure.evidence ? { evidence: failure.evidence } : {}),
	},
});

function transactionOf({ type, id, docNumber, total, record }: Candidate, appUrl: string): TrackingReport['transaction'] {
	const { TrackingNum, ShipDate, ShipMethodRef } = record as { TrackingNum?: string; ShipDate?: string; ShipMethodRef?: { name?: string; value?: string } };
	const shipMethod = ShipMethodRef?.name ?? ShipMethodRef?.value;
	return {
		type,
		id,
		...(docNumber ? { docNumber } : {}),
		total,
		...(TrackingNum ? { trackingNumber: TrackingNum } : {}),
		...(ShipDate ? { shipDate: ShipDate } : {}),
		...(shipMethod ? { shipMethod } : {}),
		link: linkTo(appUrl, type, id),
	};
}
