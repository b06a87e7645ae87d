import { isZero } from '../order/money';
import { succeed, type Outcome } from '../outcome/outcome';
import { plannedSale, SALE } from '../transaction/parts';
import type { PlannedPayment, TransactionPlan } from '../transaction/plan';
import type { QbRecord } from './quickbooks';
import { NEW_ID } from './references';
import { storedReference } from './stored-number';
import { customerOf, given, idOf, withMark, type Books, type OrderDocuments } from './to-document';

/**
 * The QuickBooks body of a payment, with the mark in its note. It settles the order's invoice, so it belongs to that
 * invoice's customer, whoever that is by now (Intuit, "Payment": Line.LinkedTxn).
 */
export function toPayment(
	plan: TransactionPlan,
	payment: PlannedPayment,
	documents: OrderDocuments,
	books: Books,
): Outcome<QbRecord> {
	const { company, references } = books;
	const invoice = documents.get(SALE);
	const customer = invoice
		? succeed({ value: idOf(invoice.record.CustomerRef) ?? '' })
		: customerOf(plannedSale(plan)!, documents, references);
	if (!customer.ok) return customer;
	const deposit = payment.depositAccount && references.accounts.resolveDeposit(payment.depositAccount, payment.currency, company.homeCurrency);
	if (deposit && !deposit.ok) return deposit;
	const method = payment.paymentMethod && references.lists.resolve(payment.paymentMethod, 'paymentMethod');
	if (method && !method.ok) return method;
	const rate = references.exchangeRates.of(payment, company);
	if (!rate.ok) return rate;
	const body: QbRecord = {
		TxnDate: payment.txnDate,
		CustomerRef: { value: customer.value.value },
		...(company.multiCurrency ? { CurrencyRef: { value: payment.currency }, ...rate.value } : {}),
		TotalAmt: Number(payment.documentTotal),
		...given('DepositToAccountRef', deposit?.value, ({ value }) => ({ value })),
		...given('PaymentMethodRef', method?.value, ({ value }) => ({ value })),
		...storedReference(payment.paymentReference, company),
		Line: isZero(payment.applied)
			? []
			: [{ Amount: Number(payment.applied), LinkedTxn: [{ TxnId: invoice?.id ?? NEW_ID, TxnType: 'Invoice' }] }],
	};
	return succeed(withMark(body, plan, payment, company));
}
