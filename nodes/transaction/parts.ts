import { compare, equals, isZero, minus, type Money } from '../order/money';
import type { PlannedForm, PlannedPayment, TransactionPlan } from './plan';

/** Keys of the two documents an order's sale can pass through; payments and refunds have their own ids in theirs. */
export const SALES_ORDER = 'sales-order';
export const SALE = 'sale';
export const paymentKey = (id: string): string => `payment ${id}`;
export const refundKey = (id: string): string => `refund ${id}`;
export const CANCELLATION = 'cancellation';

/** What stands behind the order's number in that of a document that takes its sale back. */
export const refundEnding = (count: number): string => `-R${count}`;
export const CANCELLATION_ENDING = '-C';

const form = (plan: TransactionPlan, key: string): PlannedForm | undefined =>
	plan.transactions.find((transaction): transaction is PlannedForm => transaction.key === key && transaction.type !== 'Payment');

export const plannedSalesOrder = (plan: TransactionPlan): PlannedForm | undefined => form(plan, SALES_ORDER);
export const plannedSale = (plan: TransactionPlan): PlannedForm | undefined => form(plan, SALE);

/** Refunds, and what takes a cancelled sale back. */
export const plannedReversals = (plan: TransactionPlan): PlannedForm[] =>
	plan.transactions.filter((transaction): transaction is PlannedForm => transaction.type === 'RefundReceipt' || transaction.type === 'CreditMemo');

export const plannedPayments = (plan: TransactionPlan): PlannedPayment[] =>
	plan.transactions.filter((transaction) => transaction.type === 'Payment');

/** The document that speaks for the whole order: the sale, or the sales order as long as there is none. */
export const mainForm = (plan: TransactionPlan): PlannedForm => plannedSale(plan) ?? plannedSalesOrder(plan)!;

/** Whether the shop has given back all that the sale took. */
export const isRefunded = ({ order }: TransactionPlan): boolean => compare(order.refunded, order.total) >= 0 && !isZero(order.total);

/** Whether a document of `documentTotal` has what was redeemed for an order of `total` as lines of it. */
export const hasRedeemedLines = (total: Money, redeemed: Money, documentTotal: Money): boolean =>
	!isZero(redeemed) && equals(documentTotal, minus(total, redeemed));
