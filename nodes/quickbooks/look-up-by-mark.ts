import { orderKey } from '../order/order-key';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { askAll } from './ask';
import { isSought, readMarked, type SoughtMarks } from './marks-read';
import { ORDER_DOCUMENTS } from './order-documents';
import type { QuickBooks } from './quickbooks';
import { queriesBy, readDocuments } from './read-documents';

/** Clocks of shop and QuickBooks differ; an order is never placed this long after its document was made. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

/**
 * Documents that carry the mark of one of these orders, whatever their number. QuickBooks cannot filter by the
 * note, so the notes of all that was made since the oldest order was placed are read, as far as they were not read before, and then
 * what belongs to the orders.
 * @param types what is looked through
 * @param voidedReferences Payments with one of these references are given, too, if a person voided them: that overwrites the mark
 */
export async function lookUpByMark(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	types: readonly string[] = ORDER_DOCUMENTS,
	voidedReferences: ReadonlySet<string> = new Set(),
): Promise<Outcome<Candidate[]>> {
	const since = Math.min(...plans.map((plan) => Date.parse(plan.order.placedAt) || CLOCK_SKEW_MS)) - CLOCK_SKEW_MS;
	const sought: SoughtMarks = { orders: new Set(plans.map((plan) => orderKey(plan.order))), voidedReferences };
	const { marks, serverTime } = quickbooks;
	const toRead = types.map((type) => marks.begin(type, since, serverTime));
	const read = await askAll(
		quickbooks,
		toRead.map(({ type, condition }) => `select Id, PrivateNote${type === 'Payment' ? ', PaymentRefNum' : ''} from ${type} where ${condition}`),
		readMarked,
	);
	if (!read.ok) return read;
	const reads = toRead.flatMap((notes, index) => queriesBy(notes.type, 'Id', marks.end(notes, read.value[index]!, sought)));
	const documents = await readDocuments(quickbooks, reads);
	if (!documents.ok) return documents;
	return succeed(documents.value.filter(({ record }) => isSought(readMarked(record) ?? {}, sought)));
}
