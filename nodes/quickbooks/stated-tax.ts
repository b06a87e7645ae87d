import { isUnitedStates, type Company } from './company';
import type { QbRecord } from './quickbooks';

interface TaxDetail {
	TotalTax?: number;
	TxnTaxCodeRef?: { value?: string };
	TaxLine?: QbRecord[];
}

/**
 * The tax of a document as it stands, to be said again with an update or for a copy: QuickBooks computes anew whatever is saved without
 * a stated tax. In the US that is the total, under the company's own rate where automated tax does not find it; elsewhere the tax of
 * each rate, since a total alone counts for nothing there.
 */
export function statedTax({ TxnTaxDetail }: QbRecord, company: Company): QbRecord {
	const { TotalTax, TxnTaxCodeRef, TaxLine = [] } = (TxnTaxDetail ?? {}) as TaxDetail;
	if (TotalTax === undefined) return {};
	if (isUnitedStates(company)) {
		const code = company.automatedTax !== true && TxnTaxCodeRef?.value ? { TxnTaxCodeRef: { value: TxnTaxCodeRef.value } } : {};
		return { TxnTaxDetail: { ...code, TotalTax } };
	}
	return TaxLine.length > 0 ? { TxnTaxDetail: { TotalTax, TaxLine: TaxLine.map(written) } } : {};
}

/** Without what QuickBooks adds by itself. */
function written({ Amount, DetailType, TaxLineDetail }: QbRecord): QbRecord {
	const { TaxRateRef, PercentBased, TaxPercent, NetAmountTaxable } = (TaxLineDetail ?? {}) as QbRecord;
	const { value } = (TaxRateRef ?? {}) as { value?: string };
	return { DetailType, Amount, TaxLineDetail: { TaxRateRef: { value }, PercentBased, TaxPercent, NetAmountTaxable } };
}
