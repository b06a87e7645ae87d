import type { OrderIdentity } from '../order/order-key';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Remembered } from '../postings/memory';
import { standingOfRemembered, type OrderStanding } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { ask } from './ask';
import { candidateOf } from './candidate';
import { ORDER_DOCUMENTS } from './order-documents';
import { selectIn } from './query';
import type { QuickBooks } from './quickbooks';

/** What became of documents that we remember and that QuickBooks no longer shows by number or mark: written into the standings. */
export async function lookUpRemembered(
	quickbooks: QuickBooks,
	standings: Map<TransactionPlan, OrderStanding>,
	recall: (order: OrderIdentity) => Remembered | undefined,
): Promise<Outcome<void>> {
	const remembered = [...standings].flatMap(([plan, standing]) => {
		const was = recall(plan.order);
		if (!was) return [];
		const part = was.type === 'Estimate' ? ('salesOrder' as const) : ('sale' as const);
		return standing[part].kind === 'absent' && standing.sale.kind === 'absent' ? [{ standing, part, was }] : [];
	});
	if (remembered.length === 0) return succeed(undefined);
	const queries = ORDER_DOCUMENTS.flatMap((type) => {
		const ids = remembered.filter(({ was }) => was.type === type).map(({ was }) => was.id);
		return selectIn(type, 'Id', ids).map((statement) => ({ type, statement }));
	});
	const rows = await ask(quickbooks, queries.map(({ statement }) => statement));
	if (!rows.ok) return rows;
	const documents = rows.value.flatMap((records, index) =>
		records.map((record) => candidateOf(queries[index]!.type, record)),
	);
	for (const { standing, part, was } of remembered) {
		standing[part] = standingOfRemembered(was, documents.find(({ type, id }) => type === was.type && id === was.id));
	}
	return succeed(undefined);
}
