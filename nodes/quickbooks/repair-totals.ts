import { absolute, compare, equals, minus } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { TAKEN_BACK, type Candidate } from '../postings/standing';
import { candidateOf, syncToken } from './candidate';
import { toRoundingLine } from './document-lines';
import { findWritten } from './find-written';
import { typeName } from './order-documents';
import { sendSurely } from './send-surely';
import { takeBack } from './take-back';
import { withMark } from './to-document';
import type { OrderWriting, WriteContext, Written } from './write-orders';

/** A document that stands with another total than the shop's. */
export interface Disagreement {
	writing: OrderWriting;
	document: Candidate;
}

/**
 * QuickBooks made another total. A rounding line closes a gap within the tolerance; whatever else was just made is voided
 * again, with a note that keeps the mark, so that a re-run says it once more. An update is told, not voided.
 */
export async function repairTotals(
	disagreements: Disagreement[],
	context: WriteContext,
): Promise<Map<OrderWriting, Outcome<Written>>> {
	const outcomes = new Map<OrderWriting, Outcome<Written>>();
	if (disagreements.length === 0) return outcomes;
	const repairs = new Map<OrderWriting, Disagreement>();
	for (const disagreement of disagreements) {
		const repair = roundingRepair(disagreement, context);
		if (repair) repairs.set(repair, disagreement);
	}
	const wrong = new Map(disagreements.map(({ writing, document }) => [writing, document]));
	const { quickbooks, clock } = context;
	const lookAgain = (list: OrderWriting[]) => findWritten(quickbooks, list);
	for (const [repair, outcome] of await sendSurely([...repairs.keys()], { quickbooks, clock, lookAgain })) {
		if (!outcome.ok) continue;
		const { writing, document: before } = repairs.get(repair)!;
		const { documentTotal, currency } = writing.transaction;
		const document = candidateOf(writing.item.entity, outcome.value);
		if (equals(document.total, documentTotal)) {
			const gap = minus(documentTotal, before.total);
			const remark = `A rounding line of ${gap} ${currency} closes the difference between the shop and QuickBooks`;
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

/** The update that adds a rounding line; none where the plan allows none or the gap is wider than that. */
function roundingRepair({ writing, document }: Disagreement, context: WriteContext): OrderWriting | undefined {
	const { transaction, plan, item } = writing;
	const gap = minus(transaction.documentTotal, document.total);
	if (transaction.type === 'Payment' || !transaction.rounding || compare(absolute(gap), transaction.rounding.tolerance) > 0) return undefined;
	const roundingItem = context.references.item(transaction.rounding.item);
	const line = roundingItem.ok ? toRoundingLine(gap, roundingItem.value, transaction, context) : roundingItem;
	if (!line.ok) return undefined;
	const { DocNumber, LinkedTxn, ...sent } = item.body;
	const body = { ...sent, Line: [...(sent.Line as unknown[]), line.value] };
	// The mark is of what will stand, and that has the tax which QuickBooks made of it.
	const { PrivateNote } = withMark({ ...body, TxnTaxDetail: document.record.TxnTaxDetail }, plan, transaction, context.company);
	return {
		...writing,
		action: 'updated',
		item: {
			kind: 'write',
			operation: 'update',
			entity: item.entity,
			body: { ...body, PrivateNote, Id: document.id, SyncToken: syncToken(document), sparse: true },
		},
	};
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
