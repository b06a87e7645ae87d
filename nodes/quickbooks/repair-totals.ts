import { equals, minus } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { TAKEN_BACK, type Candidate } from '../postings/standing';
import { candidateOf } from './candidate';
import { findWritten } from './find-written';
import { mendTotal, type Disagreement } from './mend-total';
import { typeName } from './order-documents';
import { sendSurely } from './send-surely';
import { takeBack } from './take-back';
import type { OrderWriting, WriteContext, Written } from './write-orders';

/**
 * QuickBooks made another total. A rounding line closes a gap within the tolerance, and the tax becomes a line where that is
 * chosen; whatever else was just made is voided again, with a note that keeps the mark, so that a re-run says it once more.
 * An update is told, not voided.
 */
export async function repairTotals(
	disagreements: Disagreement[],
	context: WriteContext,
): Promise<Map<OrderWriting, Outcome<Written>>> {
	const outcomes = new Map<OrderWriting, Outcome<Written>>();
	if (disagreements.length === 0) return outcomes;
	const repairs = new Map<OrderWriting, { writing: OrderWriting; remark: string }>();
	for (const disagreement of disagreements) {
		const mending = mendTotal(disagreement, context);
		if (mending) repairs.set(mending.repair, { writing: disagreement.writing, remark: mending.remark });
	}
	const wrong = new Map(disagreements.map(({ writing, document }) => [writing, document]));
	const { quickbooks, clock } = context;
	const lookAgain = (list: OrderWriting[]) => findWritten(quickbooks, list);
	for (const [repair, outcome] of await sendSurely([...repairs.keys()], { quickbooks, clock, lookAgain })) {
		if (!outcome.ok) continue;
		const { writing, remark } = repairs.get(repair)!;
		const document = candidateOf(writing.item.entity, outcome.value);
		if (equals(document.total, writing.transaction.documentTotal)) {
			outcomes.set(writing, succeed({ document, remarks: [remark] }));
			wrong.delete(writing);
		} else wrong.set(writing, document);
	}
	const made = [...wrong].filter(([writing]) => writing.action === 'created');
	const marked = made.map(([writing, document]) => ({ ...document, note: String(writing.item.body.PrivateNote) }));
	const voided = await takeBack(marked, TAKEN_BACK, { quickbooks, clock });
	for (const [writing, document] of wrong) {
		outcomes.set(writing, fail(totalDisagrees(writing, document, voided.has(document.id))));
	}
	return outcomes;
}

function totalDisagrees({ transaction }: OrderWriting, document: Candidate, voided: boolean): Failure {
	const { documentTotal, currency } = transaction;
	const gap = minus(documentTotal, document.total);
	const now = voided ? 'It was voided again' : `${typeName(document.type)} with id ${document.id} still stands`;
	return refused(
		'total-does-not-agree',
		`QuickBooks made ${document.total} ${currency} of this order, the shop says ${documentTotal}: ${gap} apart. ${now}`,
		"Check sales tax in QuickBooks for this customer and address, then run the order again",
		{ shopTotal: documentTotal, booksTotal: document.total, difference: gap, quickBooksId: document.id, voided },
	);
}
