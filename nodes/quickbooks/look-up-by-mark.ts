import { orderKey } from '../order/order-key';
import type { Outcome } from '../outcome/outcome';
import { markedOrder, type Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { askAll } from './ask';
import { ORDER_DOCUMENTS } from './order-documents';
import { createdSince } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import { queriesBy, readDocuments } from './read-documents';

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
		(record) => wanted.has(markedOrder(record.PrivateNote) ?? '') || alsoWanted(record),
	);
	if (!notes.ok) return notes;
	const reads = types.flatMap((type, index) => queriesBy(type, 'Id', notes.value[index]!.map((record) => record.Id!)));
	return await readDocuments(quickbooks, reads);
}
