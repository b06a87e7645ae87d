import { minus } from '../order/money';
import type { Order } from '../order/order';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks } from './amounts';
import { whyNotBookable } from './bookable';
import { channelFeeTenders, knownChannelFees } from './channel-fees';
import { documentsOf } from './documents';
import { feeRemarks } from './fees';
import { holdOf } from './hold';
import { orderReference } from './order-reference';
import { paymentState } from './payment-state';
import { paymentsOf } from './payments';
import { PLAN_SCHEMA_VERSION, type PlannedForm, type PlannedTransaction, type TransactionPlan } from './plan';
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
	const refusal = whyNotBookable(order);
	if (refusal) return fail(refusal);
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
