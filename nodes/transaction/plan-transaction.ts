import { paymentFacts, refundFacts, saleFacts } from '../order/facts';
import { minus } from '../order/money';
import type { Order } from '../order/order';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks } from './amounts';
import { whyNotBookable } from './bookable';
import { currencyRemarks, inBookingCurrency } from './booking-currency';
import { channelFeeTenders, knownChannelFees } from './channel-fees';
import { documentsOf } from './documents';
import { exchangeRateOf } from './exchange-rate';
import { feeRemarks } from './fees';
import { holdOf } from './hold';
import { orderReference } from './order-reference';
import { CANCELLATION, paymentKey, refundKey, SALE, SALES_ORDER } from './parts';
import { paymentState } from './payment-state';
import { paymentsOf } from './payments';
import { PLAN_SCHEMA_VERSION, type PlannedForm, type PlannedTransaction, type TransactionPlan } from './plan';
import { whyNotPostable } from './postable';
import { reversalsOf } from './reversals';
import { saleOf } from './sale';
import type { SyncSettings } from './sync-settings';
import { tendersOf, tenderTotal } from './tenders';
import { textRemarks } from './text-remarks';

/**
 * What is to stand in QuickBooks for an order: pure, so the same order and settings give the same plan always. Fails with
 * the reason why this order cannot be booked as it is; see MAPPINGS.md beside this file for what becomes what.
 */
export function planTransaction(order: Order, settings: SyncSettings): Outcome<TransactionPlan> {
	const unbookable = whyNotBookable(order);
	if (unbookable) return fail(unbookable);
	const booked = inBookingCurrency(order, settings);
	if (!booked.ok) return booked;
	const refusal = booked.value === order ? undefined : whyNotBookable(booked.value);
	if (refusal) return fail(refusal);
	const planned = planBooked(booked.value, settings);
	return planned.ok ? succeed(inItsCurrency(planned.value, order, booked.value, settings)) : planned;
}

/** Says at which rate foreign documents are booked. Their facts stay those of the order as the shop tells it, whatever the currency. */
function inItsCurrency(plan: TransactionPlan, order: Order, booked: Order, settings: SyncSettings): TransactionPlan {
	const exchangeRate = exchangeRateOf(order, settings);
	const remarks = currencyRemarks(order, booked);
	if (!exchangeRate && remarks.length === 0) return plan;
	return {
		...plan,
		transactions: plan.transactions.map((transaction) => ({
			...transaction,
			...(booked === order ? {} : { facts: factsOf(transaction, order) }),
			...(exchangeRate ? { exchangeRate } : {}),
		})),
		remarks: [...remarks, ...plan.remarks],
	};
}

function factsOf({ key, facts }: PlannedTransaction, order: Order): string {
	if (key === SALE || key === SALES_ORDER || key === CANCELLATION) return saleFacts(order);
	const payment = order.payments.find(({ id }) => paymentKey(id) === key);
	if (payment) return paymentFacts(payment);
	const refund = order.refunds.find(({ id }) => refundKey(id) === key);
	return refund ? refundFacts(refund) : facts;
}

function planBooked(order: Order, settings: SyncSettings): Outcome<TransactionPlan> {
	const payment = paymentState(order);
	if (!payment.ok) return payment;
	const documents = documentsOf(order, payment.value, settings);
	const { salesOrder, sale } = documents;
	const allRedeemed = tendersOf(payment.value.tenders);
	const redeemed = sale?.type === 'SalesReceipt' || settings.redeemed === 'line' ? allRedeemed : [];
	const fees = sale ? channelFeeTenders(order, payment.value.captured, redeemed, sale.type, settings) : succeed({ fees: [], remarks: [] });
	if (!fees.ok) return fees;
	const tenders = [...redeemed, ...fees.value.fees];
	const planForm = (type: PlannedForm['type'], txnDate: string) =>
		saleOf(order, type, txnDate, type === 'Estimate' ? redeemed : tenders, payment.value, settings);

	const transactions: PlannedTransaction[] = [];
	const remarks = [...payment.value.remarks, ...documents.remarks, ...feeRemarks(order), ...fees.value.remarks];
	if (salesOrder) {
		const planned = planForm('Estimate', order.localDate);
		if (!planned.ok) return planned;
		transactions.push(planned.value.transaction);
		if (!sale) remarks.push(...planned.value.remarks);
	}
	if (sale) {
		const planned = planForm(sale.type, sale.txnDate);
		if (!planned.ok) return planned;
		transactions.push(planned.value.transaction);
		remarks.push(...planned.value.remarks);
		if (documents.payments) {
			const asLines = settings.redeemed === 'line' ? tenderTotal(allRedeemed) : '0';
			const received = paymentsOf(order, payment.value, inBooks(minus(order.totals.total, asLines), order.currency), settings);
			transactions.push(...received.payments);
			if (sale.type === 'Invoice') remarks.push(...received.remarks);
		}
		const reversals = reversalsOf(order, planned.value.transaction, settings);
		if (!reversals.ok) return reversals;
		transactions.push(...reversals.value.reversals);
		remarks.push(...reversals.value.remarks);
	}
	const unpostable = whyNotPostable(transactions, order);
	if (unpostable) return fail(unpostable);
	const whenCancelled = order.status === 'cancelled' && settings.cancellations !== 'needsAttention' ? settings.cancellations : undefined;
	const hold = holdOf(order, payment.value, sale?.type, settings);
	return succeed({
		document: 'plan',
		schemaVersion: PLAN_SCHEMA_VERSION,
		order: orderReference(order),
		...(hold ? { hold } : {}),
		...(whenCancelled ? { whenCancelled } : {}),
		transactions,
		tenders,
		redeemed: tenderTotal(allRedeemed),
		channelFees: knownChannelFees(order, payment.value.captured),
		remarks: [...remarks, ...textRemarks(order, settings)],
	});
}
