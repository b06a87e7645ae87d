import { canonicalHash } from '../order/canonical-hash';
import type { StandingDocument } from '../qb-documents/qb-document';

/**
 * Hash of what of a document matters for shipping it. Never of `updatedAt`, our settings or our version, so that neither a
 * changed setting nor an upgrade undoes what packers did in ShipStation; and not of tracking, which we write ourselves later.
 * @returns twelve hex digits
 */
export function documentFacts(document: StandingDocument): string {
	const { type, status, docNumber, txnDate, estimateStatus, currency, customer, email, billTo, shipTo, lines, tax, total } = document;
	const { amountPaid, paidOn, paymentMethod, customFields, memo, note, refunds } = document;
	return canonicalHash(
		{
			type,
			status,
			docNumber,
			txnDate,
			// An accepted estimate that its invoice closes is still the same goods.
			rejected: estimateStatus === 'Rejected',
			pending: estimateStatus === 'Pending',
			currency,
			customer,
			email,
			billTo,
			shipTo,
			lines,
			tax,
			total,
			amountPaid,
			paidOn,
			paymentMethod,
			class: document.class?.id,
			location: document.location?.id,
			customFields,
			memo,
			note,
			refunds,
			...(document.trackingNumber === undefined ? { shipDate: document.shipDate, shipMethod: document.shipMethod } : {}),
		},
		12,
	);
}
