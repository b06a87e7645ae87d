import { minus, plus, sum, type Money } from '../order/money';
import type { Order } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { inBooks } from './amounts';
import { discountLines, takenOffBy } from './discount';
import { extraLines } from './extra-lines';
import { feeLines } from './fees';
import type { PlannedForm, PlannedItemLine } from './plan';
import { roundingOf } from './rounding';
import { shippingLines } from './shipping';
import type { SyncSettings } from './sync-settings';
import { taxOf } from './tax';
import { codedLines } from './tax-codes';
import { tenderLines, tenderTotal, type Tender } from './tenders';

/** What of a document comes to its total. */
export interface FormBody {
	lines: PlannedForm['lines'];
	tax: PlannedForm['tax'];
	documentTotal: Money;
	remarks: string[];
}

/** The lines and the tax of an order, or of a refund that is written like one, brought to its total. */
export function formBody(
	order: Order,
	products: PlannedItemLine[],
	tenders: Tender[],
	settings: SyncSettings,
): Outcome<FormBody> {
	const charges = [...products, ...shippingLines(order, settings), ...feeLines(order, settings)];
	const tax = taxOf(order, charges, settings);
	if (!tax.ok) return tax;
	const itemLines = [...charges, ...extraLines(order, settings), ...tenderLines(tenders, order, settings)];
	const discounts = discountLines(order, settings);
	const stated = tax.value.mode === 'none' ? '0' : tax.value.total;
	const parts = minus(plus(sum(itemLines.map(({ amount }) => amount)), stated), takenOffBy(discounts));
	const documentTotal = inBooks(minus(order.totals.total, tenderTotal(tenders)), order.currency);
	const rounding = roundingOf(order, documentTotal, parts, settings);
	const coded = codedLines(order, [...itemLines, ...(rounding.line ? [rounding.line] : []), ...discounts], settings);
	if (!coded.ok) return coded;
	return succeed({
		lines: coded.value,
		tax: tax.value,
		documentTotal,
		remarks: rounding.remarks,
	});
}
