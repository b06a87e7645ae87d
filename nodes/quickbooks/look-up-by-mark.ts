import { orderKey } from '../order/order-key';
import { succeed, type Outcome } from '../outcome/outcome';
import { markedOrder, type Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { ask, askAll } from './ask';
import { candidateOf } from './candidate';
import { ORDER_DOCUMENTS } from './order-documents';
import { createdSince, selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';

/** Clocks of shop and QuickBooks differ; an order is never placed this long after its document was made. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

/**
 * Documents that carry the mark of one of these orders, whatever their number. QuickBooks cannot filter by the
 * note, so the notes of all that was made since the oldest order was placed are read, and then what belongs to them.
 * @param types what is looked through
 * @param alsoWanted further records that are read, by their `Id`, `PrivateNote` and, of Payments, `PaymentRefNum`
 */
export async function lookUpByMark(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	types: readonly string[] = ORDER_DOCUMENTS,
	alsoWanted: (record: QbRecord) => boolean = () => false,
): Promise<Outcome<Candidate[]>> {
	const since = Math.min(...plans.map((plan) => Date.parse(plan.order.placedAt) || CLOCK_SKEW_MS)) - CLOCK_SKEW_MS;
	const wanted = new Set(plans.map((plan) => orderKey(plan.order)));
	const notes = await askAll(
		quickbooks,
		types.map((type) => `select Id, PrivateNote${type === 'Payment' ? ', PaymentRefNum' : ''} from ${type} where ${createdSince(since)}`),
	);
	if (!notes.ok) return notes;
	const reads = types.flatMap((type, index) => {
		const marked = notes.value[index]!.filter((record) => wanted.has(markedOrder(record.PrivateNote) ?? '') || alsoWanted(record));
		return selectIn(type, 'Id', marked.map((record) => record.Id!)).map((statement) => ({ type, statement }));
	});
	if (reads.length === 0) return succeed([]);
	const documents = await ask(quickbooks, reads.map(({ statement }) => statement));
	if (!documents.ok) return documents;
	return succeed(
		documents.value.flatMap((records, index) => records.map((record) => candidateOf(reads[index]!.type, record))),
	);
}
