import { fail, succeed, type Outcome } from '../outcome/outcome';
import { DOC_NUMBER_LIMIT, docNumberTooLong } from '../transaction/doc-number';
import type { Company } from './company';
import type { QbRecord } from './quickbooks';
import { storable } from './storable';

/**
 * A document's number as the company keeps it; none where QuickBooks numbers by itself. A typographic mark may grow there (`…` is
 * three characters in the US), and a number is never cut: a cut one could be another order's.
 */
export function storedNumber(docNumber: string | undefined, company: Company): Outcome<QbRecord> {
	if (docNumber === undefined || !company.customNumbers) return succeed({});
	const kept = storable(docNumber, company);
	return kept.length > DOC_NUMBER_LIMIT ? fail(docNumberTooLong(kept, false)) : succeed({ DocNumber: kept });
}

/** A payment's reference within QuickBooks' 21 characters (API Explorer: PaymentRefNum); a cut one would be another one. */
export function storedReference(reference: string | undefined, company: Company): QbRecord {
	const kept = storable(reference ?? '', company);
	return kept !== '' && kept.length <= 21 ? { PaymentRefNum: kept } : {};
}
