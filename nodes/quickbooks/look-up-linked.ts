import { succeed, type Outcome } from '../outcome/outcome';
import type { Candidate, OrderStanding } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { ask } from './ask';
import { candidateOf } from './candidate';
import { takesPayments } from './decide-payments';
import { linkedIds } from './linked';
import { selectIn } from './query';
import type { QuickBooks } from './quickbooks';

/**
 * What QuickBooks itself links to the orders' documents: the invoice that closed a sales order, and the payments of an
 * invoice. One batch for some thousand orders.
 */
export async function lookUpLinked(
	quickbooks: QuickBooks,
	standings: Map<TransactionPlan, OrderStanding>,
): Promise<Outcome<Candidate[]>> {
	const invoices: string[] = [];
	const payments: string[] = [];
	for (const [plan, { sale, salesOrder }] of standings) {
		if (sale.kind === 'posted' && takesPayments(plan, sale.document)) {
			payments.push(...linkedIds(sale.document, 'Payment'));
		}
		if (sale.kind === 'absent' && salesOrder.kind === 'posted') invoices.push(...linkedIds(salesOrder.document, 'Invoice'));
	}
	const reads = [
		...selectIn('Invoice', 'Id', invoices).map((statement) => ({ type: 'Invoice', statement })),
		...selectIn('Payment', 'Id', payments).map((statement) => ({ type: 'Payment', statement })),
	];
	if (reads.length === 0) return succeed([]);
	const rows = await ask(quickbooks, reads.map(({ statement }) => statement));
	if (!rows.ok) return rows;
	return succeed(rows.value.flatMap((records, index) => records.map((record) => candidateOf(reads[index]!.type, record))));
}
