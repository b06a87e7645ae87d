import { equals } from '../order/money';
import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import { readMark, writeMark } from '../postings/mark';
import type { Candidate } from '../postings/standing';
import { syncToken } from './candidate';
import { nameOfDocument } from './order-documents';
import type { QbRecord, QuickBooks } from './quickbooks';
import { queriesById, readDocuments } from './read-documents';
import { sendSurely, type Writing } from './send-surely';

/** In the way that leaves the most to see, or out of the books altogether. */
export type TakeBackBy = 'void' | 'delete';

interface Step extends Writing {
	document: Candidate;
	/** Whether the record, or its absence, shows that this was carried out. */
	done(record: QbRecord | undefined): boolean;
}

/**
 * Takes documents out of the books that this run made and that must not stand, each in the way that QuickBooks has for its
 * type. Voiding overwrites the note, so the mark goes back into it behind `reason`: the next run knows whose it was and why.
 * @returns the ids of those that do not count any more
 */
export async function takeBack(
	documents: Candidate[],
	reason: string,
	{ quickbooks, clock }: { quickbooks: QuickBooks; clock: Clock },
	by: TakeBackBy = 'void',
): Promise<Set<string>> {
	const options = { quickbooks, clock, lookAgain: (steps: Step[]) => findDone(quickbooks, steps) };
	const taken = await sendSurely(documents.map((document) => (by === 'delete' ? deleting(document) : takingOut(document))), options);
	const done = [...taken].flatMap(([step, outcome]) => (outcome.ok ? [{ step, record: outcome.value }] : []));
	const left = done.filter(({ step }) => step.item.operation !== 'delete');
	await sendSurely(left.map(({ step, record }) => noting(step.document, record, reason)), options);
	return new Set(done.map(({ step }) => step.document.id));
}

/**
 * Receipts and invoices are voided; payments, too, in a way of their own; refund documents can only be deleted. An Estimate
 * posts nothing and cannot be voided: it is rejected (Intuit, entity reference of each).
 */
function takingOut(document: Candidate): Step {
	const body = { Id: document.id, SyncToken: syncToken(document) };
	const what = `the voiding of ${nameOfDocument(document)}`;
	const write = { kind: 'write' as const, entity: document.type };
	const isZeroNow = (record: QbRecord | undefined) => record !== undefined && equals(String(record.TotalAmt ?? '0'), '0');
	switch (document.type) {
		case 'Estimate':
			return {
				document,
				what,
				item: { ...write, operation: 'update', body: { ...body, sparse: true, TxnStatus: 'Rejected' } },
				done: (record) => record?.TxnStatus === 'Rejected',
			};
		case 'Payment':
			return { document, what, item: { ...write, operation: 'update', options: 'void', body: { ...body, sparse: true } }, done: isZeroNow };
		case 'RefundReceipt':
		case 'CreditMemo':
			return deleting(document);
		default:
			return { document, what, item: { ...write, operation: 'void', body }, done: isZeroNow };
	}
}

const deleting = (document: Candidate): Step => ({
	document,
	what: `the deletion of ${nameOfDocument(document)}`,
	item: { kind: 'write', entity: document.type, operation: 'delete', body: { Id: document.id, SyncToken: syncToken(document) } },
	done: (record) => record === undefined,
});

function noting(document: Candidate, record: QbRecord, reason: string): Step {
	const mark = readMark(document.note);
	const note = mark ? `${reason}\n${writeMark(mark)}` : reason;
	return {
		document,
		what: `the note of ${nameOfDocument(document)}`,
		item: {
			kind: 'write',
			operation: 'update',
			entity: document.type,
			body: { Id: document.id, SyncToken: String(record.SyncToken), sparse: true, PrivateNote: note },
		},
		done: (candidate) => candidate?.PrivateNote === note,
	};
}

async function findDone(quickbooks: QuickBooks, steps: Step[]): Promise<Outcome<Map<Step, QbRecord>>> {
	const documents = await readDocuments(quickbooks, queriesById(steps.map(({ document }) => document)));
	if (!documents.ok) return documents;
	const found = new Map<Step, QbRecord>();
	for (const step of steps) {
		const { type, id } = step.document;
		const record: QbRecord | undefined = documents.value.find((document) => document.type === type && document.id === id)?.record;
		if (step.done(record)) found.set(step, record ?? { Id: id });
	}
	return succeed(found);
}
