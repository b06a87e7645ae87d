import { saleFacts } from '../order/facts';
import { minus, plus, sum } from '../order/money';
import type { Order } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { inBooks } from './amounts';
import { buyerOf, customerOf } from './customer';
import { discountLine } from './discount';
import { docNumberOf } from './doc-number';
import { extraLines } from './extra-lines';
import { feeLines } from './fees';
import { customerMemo, paymentReference, privateNote } from './memo';
import { SALE, SALES_ORDER } from './parts';
import type { PaymentState } from './payment-state';
import type { PlannedForm } from './plan';
import { postalAddress } from './postal-address';
import { productLines } from './product-lines';
import { allowedRounding, roundingOf } from './rounding';
import { shippingLines } from './shipping';
import { accountFor, type SyncSettings } from './sync-settings';
import { taxOf } from './tax';
import { tenderLines, tenderTotal, type Tender } from './tenders';

/** The order's lines as one document of `type`: its sales order (an Estimate), or its sale. */
export function saleOf(
	order: Order,
	type: PlannedForm['type'],
	txnDate: string,
	tenders: Tender[],
	payment: PaymentState,
	settings: SyncSettings,
): Outcome<{ transaction: PlannedForm; remarks: string[] }> {
	const docNumber = docNumberOf(order.number, settings.docNumber);
	if (!docNumber.ok) return docNumber;
	const buyer = buyerOf(order);
	const customer = customerOf(order, buyer, settings);
	if (!customer.ok) return customer;
	const products = productLines(order, settings);
	if (!products.ok) return products;

	const charges = [...products.value, ...shippingLines(order, settings), ...feeLines(order, settings)];
	const tax = taxOf(order, charges, settings);
	if (!tax.ok) return tax;
	const itemLines = [...charges, ...extraLines(order, settings), ...tenderLines(tenders, order, settings)];
	const discount = discountLine(order, settings);
	const stated = tax.value.mode === 'none' ? '0' : tax.value.total;
	const parts = minus(plus(sum(itemLines.map(({ amount }) => amount)), stated), discount?.amount ?? '0');
	const documentTotal = inBooks(minus(order.totals.total, tenderTotal(tenders)), order.currency);
	const rounding = roundingOf(order, documentTotal, parts, settings);

	const receipt = type === 'SalesReceipt';
	return succeed({
		transaction: withoutAbsent({
			key: type === 'Estimate' ? SALES_ORDER : SALE,
			facts: saleFacts(order),
			type,
			docNumber: docNumber.value,
			txnDate,
			currency: order.currency,
			customer: customer.value,
			lines: [...itemLines, ...(rounding.line ? [rounding.line] : []), ...(discount ? [discount] : [])],
			tax: tax.value,
			depositAccount: receipt ? accountFor(settings, 'deposit') : undefined,
			accountsReceivable: type === 'Invoice' ? accountFor(settings, 'accountsReceivable') : undefined,
			paymentReference: receipt ? paymentReference(payment.captured) : undefined,
			customerMemo: customerMemo(order, settings),
			privateNote: privateNote(order, buyer, payment.captured, settings),
			email: buyer.email,
			billTo: postalAddress(order.billTo),
			shipTo: postalAddress(order.shipTo),
			documentTotal,
			rounding: allowedRounding(settings),
		}),
		remarks: rounding.remarks,
	});
}

/** An absent property is left out rather than carried as undefined: that is how it looks after the canvas, too. */
function withoutAbsent<T extends object>(whole: T): T {
	const present = {} as T;
	for (const key of Object.keys(whole) as Array<keyof T>) if (whole[key] !== undefined) present[key] = whole[key];
	return present;
}
