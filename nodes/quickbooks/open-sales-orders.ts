import { refused, type Failure } from '../outcome/failure';
import { SALES_ORDER } from '../transaction/parts';
import { ask } from './ask';
import { selectIn } from './query';
import type { QuickBooks } from './quickbooks';
import type { OrderWriting } from './write-orders';

type Link = { TxnId?: string };

/**
 * Invoices that did not close their sales order: QuickBooks passes over a link to an Estimate that is closed or rejected
 * without a word (Intuit's schema, Estimate.TxnStatus), so the Estimates are read back.
 */
export async function findOpenSalesOrders(writings: OrderWriting[], quickbooks: QuickBooks): Promise<Map<OrderWriting, Failure>> {
	const open = new Map<OrderWriting, Failure>();
	const ids = writings.map((writing) => estimateOf(writing));
	if (ids.length === 0) return open;
	const rows = await ask(quickbooks, selectIn('Estimate', 'Id', ids));
	// The invoices stand, and nothing is lost when this look fails.
	if (!rows.ok) return open;
	const estimates = new Map(rows.value.flat().map((estimate) => [estimate.Id, estimate]));
	for (const writing of writings) {
		const estimate = estimates.get(estimateOf(writing));
		const links = (estimate?.LinkedTxn ?? []) as Link[];
		if (estimate && links.length === 0) open.set(writing, notClosed(writing, String(estimate.TxnStatus)));
	}
	return open;
}

const estimateOf = ({ item }: OrderWriting): string => (item.body.LinkedTxn as Link[])[0]?.TxnId ?? '';

const notClosed = ({ what, transaction }: OrderWriting, status: string): Failure =>
	refused(
		'sales-order-not-closed',
		`${what} was posted, and its sales order (Estimate ${transaction.type === 'Payment' ? '' : (transaction.docNumber ?? '')}) stayed unlinked with the status ${status}`,
		'Close the estimate in QuickBooks by hand; the invoice is right',
		{ part: SALES_ORDER },
	);
