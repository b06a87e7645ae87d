import { factsHash } from '../order/facts';
import { isZero, minus, plus, sum } from '../order/money';
import type { Order } from '../order/order';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks, withCurrency } from './amounts';
import { whyNotBookable } from './bookable';
import { buyerOf, customerOf } from './customer';
import { discountLine } from './discount';
import { docNumberOf } from './doc-number';
import { extraLines } from './extra-lines';
import { feeLines, feeRemarks } from './fees';
import { holdOf } from './hold';
import { customerMemo, paymentReference, privateNote } from './memo';
import { orderReference } from './order-reference';
import { paymentState, type PaymentState } from './payment-state';
import { PLAN_SCHEMA_VERSION, type PlannedTransaction, type TransactionPlan } from './plan';
import { postalAddress } from './postal-address';
import { productLines } from './product-lines';
import { allowedRounding, roundingOf } from './rounding';
import { shippingLines } from './shipping';
import { accountFor, type SyncSettings } from './sync-settings';
import { taxOf } from './tax';
import { tenderLines, tendersOf, tenderTotal, type Tender } from './tenders';
import { textRemarks } from './text-remarks';

/**
 * What is to stand in QuickBooks for an order: pure, so the same order and settings give the same plan always. Fails with
 * the reason why this order cannot be booked as it is; see MAPPINGS.md beside this file for what becomes what.
 */
export function planTransaction(order: Order, settings: SyncSettings): Outcome<TransactionPlan> {
	const refusal = whyNotBookable(order);
	if (refusal) return fail(refusal);
	const payment = paymentState(order);
	if (!payment.ok) return payment;
	const type = documentType(payment.value, settings);
	const tenders = type === 'SalesReceipt' ? tendersOf(payment.value.tenders) : [];
	const sale = saleOf(order, type, tenders, payment.value, settings);
	if (!sale.ok) return sale;
	const hold = holdOf(order, payment.value, type, settings);
	return succeed({
		document: 'plan',
		schemaVersion: PLAN_SCHEMA_VERSION,
		order: orderReference(order),
		facts: factsHash(order),
		...(hold ? { hold } : {}),
		transactions: [sale.value.transaction],
		tenders,
		remarks: [
			...payment.value.remarks,
			...invoiceRemarks(order, type, payment.value),
			...feeRemarks(order),
			...sale.value.remarks,
			...textRemarks(order, settings),
		],
	});
}

function documentType(payment: PaymentState, settings: SyncSettings): PlannedTransaction['type'] {
	if (settings.transactionType === 'invoice') return 'Invoice';
	return payment.covered || settings.unpaidReceipt === 'wait' ? 'SalesReceipt' : 'Invoice';
}

function saleOf(
	order: Order,
	type: PlannedTransaction['type'],
	tenders: Tender[],
	payment: PaymentState,
	settings: SyncSettings,
): Outcome<{ transaction: PlannedTransaction; remarks: string[] }> {
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
			key: 'sale',
			type,
			docNumber: docNumber.value,
			txnDate: order.localDate,
			currency: order.currency,
			customer: customer.value,
			lines: [...itemLines, ...(rounding.line ? [rounding.line] : []), ...(discount ? [discount] : [])],
			tax: tax.value,
			depositAccount: receipt ? accountFor(settings, 'deposit') : undefined,
			accountsReceivable: receipt ? undefined : accountFor(settings, 'accountsReceivable'),
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

function invoiceRemarks(order: Order, type: PlannedTransaction['type'], payment: PaymentState): string[] {
	if (type !== 'Invoice' || isZero(payment.paid)) return [];
	return [`${withCurrency(payment.paid, order.currency)} was paid already; the invoice does not record it.`];
}
