import { refundFacts } from '../order/facts';
import { compare, isZero, minus, plus, sum, type Money } from '../order/money';
import type { Order, OrderRefund } from '../order/order';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { fitsBooks, withCurrency } from './amounts';
import { docNumberOf } from './doc-number';
import { fieldsFor } from './fields';
import { formBody } from './form-body';
import { refundNote } from './memo';
import { refundEnding, refundKey } from './parts';
import type { AccountChoice, PlannedForm } from './plan';
import { asOrder, refundLines } from './refund-lines';
import { allowedRounding } from './rounding';
import { storeDay } from './store-day';
import { accountFor, type SyncSettings } from './sync-settings';
import { tenderTotal, type Tender } from './tenders';
import { accountOfAll, methodOfAll, type Paid } from './ways-of-paying';
import { spelledOut, type ToldRefund } from './whole-refund';
import { withoutAbsent } from '../order/without-absent';

/**
 * The refunds of an order, each a document of its own: Refund Receipts, or Credit Memos, numbered after the order (`100-R1`). None
 * where they are a person's affair. Fails where a refund cannot be booked as the shop tells it.
 * @param sale the document that the refunds take back a part of
 */
export function refundsOf(order: Order, sale: PlannedForm, settings: SyncSettings): Outcome<{ refunds: PlannedForm[]; remarks: string[] }> {
	if (order.refunds.length === 0 || settings.refunds.as === 'needsAttention') return succeed({ refunds: [], remarks: [] });
	const given = order.refunds
		.filter(({ amount }) => !isZero(amount))
		.sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
	const refusal = whyNotRefundable(order, given, settings);
	if (refusal) return fail(refusal);
	const refunds: PlannedForm[] = [];
	const remarks: string[] = [];
	for (const [index, refund] of given.entries()) {
		const planned = refundOf(order, spelledOut(order, refund, given.slice(0, index)), index + 1, sale, settings);
		if (!planned.ok) return planned;
		refunds.push(planned.value.refund);
		remarks.push(...planned.value.remarks);
	}
	return succeed({ refunds, remarks });
}

function refundOf(
	order: Order,
	told: ToldRefund,
	count: number,
	sale: PlannedForm,
	settings: SyncSettings,
): Outcome<{ refund: PlannedForm; remarks: string[] }> {
	const docNumber = docNumberOf(order.number, settings, refundEnding(count));
	if (!docNumber.ok) return docNumber;
	const { refund } = told;
	const written = asOrder(order, told);
	const products = refundLines(order, told, settings);
	if (!products.ok) return products;
	const tenders = tendersOf(refund);
	const body = formBody(written, products.value.lines, tenders, settings);
	if (!body.ok) return body;
	const receipt = settings.refunds.as === 'refundReceipt';
	const from = receipt ? moneyFrom(order, refund, settings) : succeed(undefined);
	if (!from.ok) return from;
	const { customer, email, billTo, shipTo, taxLine } = sale;
	return succeed({
		refund: withoutAbsent({
			key: refundKey(refund.id),
			facts: refundFacts(told.inShop),
			type: receipt ? ('RefundReceipt' as const) : ('CreditMemo' as const),
			docNumber: docNumber.value,
			txnDate: storeDay(refund.at, order),
			currency: order.currency,
			customer,
			lines: body.value.lines,
			tax: body.value.tax,
			documentTotal: body.value.documentTotal,
			depositAccount: receipt ? from.value : undefined,
			paymentMethod: receipt ? methodOfAll(paidBack(order, refund), settings) : undefined,
			privateNote: refundNote(order, refund),
			...fieldsFor(order, receipt ? 'RefundReceipt' : 'CreditMemo', settings),
			email,
			billTo,
			shipTo,
			rounding: allowedRounding({ currency: order.currency, lines: body.value.lines }, settings),
			taxLine,
		}),
		remarks: [...products.value.remarks, ...body.value.remarks],
	});
}

/** How the money went back: as the refund says, otherwise as the order was paid. */
function paidBack({ payments }: Order, refund: OrderRefund): Paid[] {
	const captured = payments.filter(({ kind, status }) => status === 'success' && (kind === 'sale' || kind === 'capture'));
	return refund.payments.length > 0 ? refund.payments : captured;
}

/** Out of the account that was chosen for refunds, otherwise out of the one that the payment went to. */
function moneyFrom(order: Order, refund: OrderRefund, settings: SyncSettings): Outcome<AccountChoice | undefined> {
	const chosen = accountFor(settings, 'refundFrom');
	return chosen ? succeed(chosen) : accountOfAll(order, paidBack(order, refund), settings, "Choose one in 'Refund From Account'");
}

/** What went back to a gift card or to store credit: no money, but a liability again. */
const tendersOf = ({ payments }: OrderRefund): Tender[] =>
	payments.flatMap(({ tender, method, amount }) => (tender === 'money' ? [] : [{ kind: tender, title: method, amount }]));

function whyNotRefundable(order: Order, refunds: OrderRefund[], settings: SyncSettings): Failure | undefined {
	const { currency, totals } = order;
	const strange = refunds.find(
		(refund) => refund.currency !== currency || compare(refund.amount, '0') < 0 || !fitsBooks(refund.amount, currency) || compare(tenderTotal(tendersOf(refund)), refund.amount) > 0,
	);
	if (strange) {
		return refused(
			'refund-unclear',
			`Refund '${strange.id}' of order '${order.number}' is ${strange.amount} ${strange.currency}, and the order is in ${currency}`,
			'Book this refund by hand in QuickBooks as a Refund Receipt or a Credit Memo',
			{ refund: strange.id, amount: strange.amount, currency: strange.currency },
		);
	}
	const all: Money = sum(refunds.map(({ amount }) => amount));
	// What was overpaid may be given back, too.
	const most = sum([totals.total, overpaid(order)]);
	if (compare(all, most) > 0) {
		return refused(
			'refunds-exceed-total',
			`Refunds of ${withCurrency(all, currency)} were given for order '${order.number}', whose total is ${withCurrency(totals.total, currency)}`,
			'Compare the refunds with the shop, and book the rest by hand',
			{ refunds: all, total: totals.total, currency },
		);
	}
	if (refunds.length > 0 && settings.refunds.as === 'refundReceipt' && !accountFor(settings, 'refundFrom', 'deposit')) {
		return {
			cause: 'configuration-invalid',
			reason: 'setting-invalid',
			message: `Order '${order.number}' has a refund, and 'Deposit Account' is empty: a Refund Receipt needs the account that the money came from`,
			remedy: "Choose one in 'Deposit Account' or in 'Refund From Account'",
		};
	}
	return undefined;
}

function overpaid({ payments, totals }: Order): Money {
	const paid = payments
		.filter(({ kind, status }) => status === 'success' && (kind === 'sale' || kind === 'capture'))
		.reduce((total, { amount }) => plus(total, amount), '0');
	return compare(paid, totals.total) > 0 ? minus(paid, totals.total) : '0';
}
