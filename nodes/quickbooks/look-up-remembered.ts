import { isZero } from '../order/money';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Recall, Remembered } from '../postings/memory';
import { standingOfRemembered, type Candidate, type OrderStanding } from '../postings/standing';
import { plannedPayments, plannedReversals } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import { takesPayments } from './decide-payments';
import type { QuickBooks } from './quickbooks';
import { queriesById, readDocuments } from './read-documents';

/** Somewhere in the standings that what is found under a remembered id belongs. */
interface Gap {
	was: Remembered;
	fill(document: Candidate | undefined): void;
}

/** What became of documents that we remember and that QuickBooks no longer shows by number or mark: written into the standings. */
export async function lookUpRemembered(
	quickbooks: QuickBooks,
	standings: Map<TransactionPlan, OrderStanding>,
	recall: Recall,
): Promise<Outcome<void>> {
	const gaps = [...standings].flatMap(([plan, standing]) => [...ofOrder(plan, standing, recall), ...ofParts(plan, standing, recall)]);
	if (gaps.length === 0) return succeed(undefined);
	const documents = await readDocuments(quickbooks, queriesById(gaps.map(({ was }) => was)));
	if (!documents.ok) return documents;
	for (const { was, fill } of gaps) fill(documents.value.find(({ type, id }) => type === was.type && id === was.id));
	return succeed(undefined);
}

function ofOrder(plan: TransactionPlan, standing: OrderStanding, recall: Recall): Gap[] {
	const was = recall(plan.order);
	if (!was) return [];
	const part = was.type === 'Estimate' ? ('salesOrder' as const) : ('sale' as const);
	if (standing[part].kind !== 'absent' || standing.sale.kind !== 'absent') return [];
	return [{ was, fill: (document) => void (standing[part] = standingOfRemembered(was, document)) }];
}

/** Payments are looked for on open invoices only: see `takesPayments`. */
function ofParts(plan: TransactionPlan, { sale, parts, namesakes, former, credited }: OrderStanding, recall: Recall): Gap[] {
	if (sale.kind !== 'posted') return [];
	const payments = takesPayments(plan, sale.document) || !isZero(credited) ? plannedPayments(plan) : [];
	return [...payments, ...plannedReversals(plan)].flatMap(({ key }) => {
		if (parts.has(key) || namesakes.has(key)) return [];
		const was = recall(plan.order, key);
		return was ? [{ was, fill: (document) => void former.set(key, { was, ...(document ? { document } : {}) }) }] : [];
	});
}
