import type { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import { businessFault, fault } from './faults';
import { cents, decimalOf, defined, idIn, isNumber, listOf, objectOf, type Json } from './wire-values';

/** The discount lines of a sales form as read back. */
export function discountLines(document: Json): Json[] {
	return listOf(document.Line).filter(({ DetailType }) => DetailType === 'DiscountLineDetail');
}

/** Checks a discount line and computes its amount of the subtotal when it is a percentage. */
export function discountLine(company: Company, line: Json, subtotal: Big): Json {
	if (!company.settings.allowDiscount) throw businessFault('Discounts are not switched on for this company');
	const detail = objectOf(line.DiscountLineDetail);
	const percentBased = detail.PercentBased === true;
	if (percentBased ? !isNumber(detail.DiscountPercent) : !isNumber(line.Amount)) {
		throw fault('6090', 'Discount Line missing required info : A discount amount or percent is required.', 'Line');
	}
	const amount = percentBased ? subtotal.times(decimalOf(detail.DiscountPercent)).div(100) : decimalOf(line.Amount);
	if (amount.lt(0)) throw fault('2290', 'Negative amounts are not supported on discount lines', 'Line.Amount');
	const classId = company.settings.classTrackingPerTxnLine ? idIn(detail.ClassRef) : undefined;
	const account = idIn(detail.DiscountAccountRef) ?? accountIds.discountsGiven;
	return {
		Amount: cents(amount),
		DetailType: 'DiscountLineDetail',
		DiscountLineDetail: defined({
			PercentBased: percentBased,
			DiscountPercent: percentBased ? detail.DiscountPercent : undefined,
			DiscountAccountRef: { ...company.named('Account', account) },
			ClassRef: classId === undefined ? undefined : company.named('Class', classId),
			TaxCodeRef: detail.TaxCodeRef,
		}),
	};
}
