import type { Outcome } from '../outcome/outcome';
import type { Candidate, OrderStanding } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { mayBeCredited, takesPayments } from './decide-payments';
import { linkedIds } from './linked';
import type { Company } from './company';
import type { QuickBooks } from './quickbooks';
import { queriesBy, readDocuments } from './read-documents';

/**
 * What QuickBooks itself links to the orders' documents: the invoice that closed a sales order, and the payments of an
 * invoice. One batch for some thousand orders.
 */
export async function lookUpLinked(
	quickbooks: QuickBooks,
	standings: Map<TransactionPlan, OrderStanding>,
	company: Company,
): Promise<Outcome<Candidate[]>> {
	const invoices: string[] = [];
	const payments: string[] = [];
	for (const [plan, { sale, salesOrder }] of standings) {
		if (sale.kind === 'posted' && (takesPayments(plan, sale.document) || mayBeCredited(plan, company))) {
			payments.push(...linkedIds(sale.document, 'Payment'));
		}
		if (sale.kind === 'absent' && salesOrder.kind === 'posted') invoices.push(...linkedIds(salesOrder.document, 'Invoice'));
	}
	return await readDocuments(quickbooks, [...queriesBy('Invoice', 'Id', invoices), ...queriesBy('Payment', 'Id', payments)]);
}
