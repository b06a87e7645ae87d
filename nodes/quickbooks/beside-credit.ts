import { compare, isPositive, minus, type Money } from '../order/money';
import { withCurrency } from '../transaction/amounts';
import type { PlannedPayment } from '../transaction/plan';

/**
 * A payment for an invoice of which credits have settled a part: a company may have QuickBooks apply what a customer has in credit to
 * each new invoice. The money came nevertheless, so all of it is recorded; what finds nothing open is the customer's credit in turn.
 * @param open what is open on the invoice
 * @returns `beside`: how much of the payment that is
 */
export function besideCredit(payment: PlannedPayment, open: Money): { transaction: PlannedPayment; beside: Money; remark?: string } {
	if (compare(payment.applied, open) <= 0) return { transaction: payment, beside: '0' };
	const applied = isPositive(open) ? open : '0';
	const beside = minus(payment.applied, applied);
	return {
		transaction: { ...payment, applied },
		beside,
		remark: `QuickBooks settled the invoice with what the customer had in credit, so ${withCurrency(beside, payment.currency)} of the payment stays as the customer's credit`,
	};
}
