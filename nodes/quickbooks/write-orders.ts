import { absolute, compare, equals, minus } from '../order/money';
import type { Clock } from '../outcome/clock';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { isMarkOf, readMark } from '../postings/mark';
import { TAKEN_BACK, type Candidate } from '../postings/standing';
import { syncToken, takeBack } from './take-back';
import type { PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { ask } from './ask';
import { storable, type Company } from './company';
import { candidateOf, lookUpByMark } from './look-up';
import { selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import type { References } from './references';
import { sendSurely, type Writing } from './send-surely';
import { roundingLine, withMark } from './to-document';
import { typeName } from './decide';

/** An order's document, ready to be sent. */
export interface OrderWriting extends Writing {
	plan: TransactionPlan;
	transaction: PlannedTransaction;
	action: 'created' | 'updated' | 'adopted';
}

export interface Written {
	document: Candidate;
	remarks: string[];
}

export interface WriteContext {
	quickbooks: QuickBooks;
	clock: Clock;
	company: Company;
	references: References;
}

/** Sends the documents, and sees to it that each stands with the shop's total, or not at all. */
export async function writeOrders(writings: OrderWriting[], context: WriteContext): Promise<Map<OrderWriting, Outcome<Written>>> {
	const { quickbooks, clock } = context;
	const sent = await sendSurely(writings, { quickbooks, clock, lookAgain: (doubtful) => findWritten(quickbooks, doubtful) });
	const outcomes = new Map<OrderWriting, Outcome<Written>>();
	const disagreeing: Array<{ writing: OrderWriting; document: Candidate }> = [];
	for (const [writing, outcome] of sent) {
		if (!outcome.ok) {
			outcomes.set(writing, outcome);
			continue;
		}
		const document = candidateOf(writing.item.entity, outcome.value);
		if (equals(document.total, writing.transaction.documentTotal)) outcomes.set(writing, succeed({ document, remarks: [] }));
		else disagreeing.push({ writing, document });
	}
	for (const [writing, outcome] of await repairTotals(disagreeing, context)) outcomes.set(writing, outcome);
	return outcomes;
}

/** Which of these orders QuickBooks holds after all: by number, and by mark where it numbers by itself. */
async function findWritten(quickbooks: QuickBooks, writings: OrderWriting[]): Promise<Outcome<Map<OrderWriting, QbRecord>>> {
	const creations = writings.filter((writing) => writing.action === 'created');
	const updates = writings.filter((writing) => writing.action !== 'created');
	const statements = [...new Set(writings.map((writing) => writing.item.entity))].flatMap((entity) => {
		const of = (list: OrderWriting[]) => list.filter((writing) => writing.item.entity === entity);
		return [
			...selectIn(entity, 'DocNumber', of(creations).flatMap(({ item }) => (item.body.DocNumber as string | undefined) ?? [])),
			...selectIn(entity, 'Id', of(updates).map(({ item }) => item.body.Id!)),
		];
	});
	const rows = await ask(quickbooks, statements);
	if (!rows.ok) return rows;
	const unnumbered = creations.filter(({ item }) => item.body.DocNumber === undefined);
	const marked = unnumbered.length > 0 ? await lookUpByMark(quickbooks, unnumbered.map(({ plan }) => plan)) : succeed([]);
	if (!marked.ok) return marked;
	const records = [...rows.value.flat(), ...marked.value.map(({ record }) => record as QbRecord)];
	const found = new Map<OrderWriting, QbRecord>();
	for (const writing of writings) {
		const note = writing.item.body.PrivateNote;
		const record = records.find((candidate) => {
			const mark = readMark(candidate.PrivateNote);
			return isMarkOf(mark, writing.plan.order) && (writing.action === 'created' || candidate.PrivateNote === note);
		});
		if (record) found.set(writing, record);
	}
	return succeed(found);
}

/**
 * QuickBooks made another total. A rounding line closes a gap within the tolerance; whatever else was just made is voided
 * again, with a note that keeps the mark, so that a re-run says it once more. An update is told, not voided.
 */
async function repairTotals(
	disagreeing: Array<{ writing: OrderWriting; document: Candidate }>,
	context: WriteContext,
): Promise<Map<OrderWriting, Outcome<Written>>> {
	const outcomes = new Map<OrderWriting, Outcome<Written>>();
	if (disagreeing.length === 0) return outcomes;
	const repairs = new Map<OrderWriting, OrderWriting>();
	for (const { writing, document } of disagreeing) {
		const repair = roundingRepair(writing, document, context);
		if (repair) repairs.set(repair, writing);
	}
	const wrong = new Map(disagreeing.map(({ writing, document }) => [writing, document]));
	const options = { quickbooks: context.quickbooks, clock: context.clock };
	const repaired = await sendSurely([...repairs.keys()], { ...options, lookAgain: (list) => findWritten(context.quickbooks, list) });
	for (const [repair, outcome] of repaired) {
		const writing = repairs.get(repair)!;
		if (!outcome.ok) continue;
		const document = candidateOf(writing.item.entity, outcome.value);
		if (!equals(document.total, writing.transaction.documentTotal)) {
			wrong.set(writing, document);
			continue;
		}
		const gap = minus(writing.transaction.documentTotal, wrong.get(writing)!.total);
		outcomes.set(writing, succeed({ document, remarks: [`A rounding line of ${gap} ${writing.transaction.currency} closes the difference between the shop and QuickBooks`] }));
		wrong.delete(writing);
	}
	const made = [...wrong].filter(([writing]) => writing.action === 'created').map(([writing, document]) => ({ ...document, note: String(writing.item.body.PrivateNote) }));
	const voided = await takeBack(made, TAKEN_BACK, options);
	for (const [writing, document] of wrong) outcomes.set(writing, fail(totalDisagrees(writing, document, voided.has(document.id))));
	return outcomes;
}

function roundingRepair(writing: OrderWriting, document: Candidate, { company, references }: WriteContext): OrderWriting | undefined {
	const { transaction, plan } = writing;
	const gap = minus(transaction.documentTotal, document.total);
	if (!transaction.rounding || compare(absolute(gap), transaction.rounding.tolerance) > 0) return undefined;
	const item = references.item(transaction.rounding.item);
	if (!item.ok) return undefined;
	const sent = writing.item.body;
	const body: QbRecord = { ...sent, Line: [...(sent.Line as unknown[]), roundingLine(transaction, gap, item.value, company)] };
	delete body.DocNumber;
	return {
		...writing,
		action: 'updated',
		item: {
			kind: 'write',
			operation: 'update',
			entity: writing.item.entity,
			body: { ...withMark(body, plan, transaction, (text) => storable(text, company)), Id: document.id, SyncToken: syncToken(document), sparse: true },
		},
	};
}

function totalDisagrees(writing: OrderWriting, document: Candidate, voided: boolean) {
	const { documentTotal, currency } = writing.transaction;
	const gap = minus(documentTotal, document.total);
	const now = voided ? 'It was voided again' : `${typeName(document.type)} with id ${document.id} still stands`;
	return refused(
		'total-does-not-agree',
		`QuickBooks made ${document.total} ${currency} of this order, the shop says ${documentTotal}: ${gap} apart. ${now}`,
		"Check sales tax in QuickBooks for this customer and address, or choose 'As a Line of Its Own' under 'Sales Tax'; then run the order again",
		{ shopTotal: documentTotal, booksTotal: document.total, difference: gap, quickBooksId: document.id, voided },
	);
}
