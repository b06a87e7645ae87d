import { fail, succeed, type Outcome } from '../outcome/outcome';
import { refused, type Failure } from '../outcome/failure';
import { asPosted } from '../postings/as-posted';
import { noteWithMark } from '../postings/mark';
import type { Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { syncToken } from './candidate';
import type { WriteDecision } from './decide';
import { nameOfDocument, typeName } from './order-documents';
import { toDocument, type Books } from './to-document';
import type { OrderWriting } from './write-orders';

/** The one write that carries out a decision. */
export function prepareWriting(plan: TransactionPlan, decision: WriteDecision, books: Books): Outcome<OrderWriting> {
	const transaction = plan.transactions[0]!;
	const what = `${typeName(transaction.type)} ${transaction.docNumber ?? `for order ${plan.order.number}`}`;
	const writing = { plan, transaction, what };
	if (decision.kind === 'adopt') return succeed({ ...writing, action: 'adopted', item: adoption(plan, decision.document) });
	const body = toDocument(plan, transaction, books);
	if (!body.ok) return body;
	if (decision.kind === 'create') {
		return succeed({
			...writing,
			action: 'created',
			item: { kind: 'write', operation: 'create', entity: transaction.type, body: body.value },
			...(decision.replaces ? { replaces: decision.replaces } : {}),
		});
	}
	const { document } = decision;
	if (document.type !== transaction.type) return fail(anotherType(document, transaction.type));
	// A document keeps its number when it is updated: a person may have changed it.
	const { DocNumber, ...changes } = body.value;
	return succeed({ ...writing, action: 'updated', item: sparseUpdate(document, changes) });
}

const sparseUpdate = (document: Candidate, changes: Record<string, unknown>): OrderWriting['item'] => ({
	kind: 'write',
	operation: 'update',
	entity: document.type,
	body: { ...changes, Id: document.id, SyncToken: syncToken(document), sparse: true },
});

/** A person's document gets the order's mark, and stays as it is otherwise. */
function adoption(plan: TransactionPlan, document: Candidate): OrderWriting['item'] {
	const { channel, accountId, id } = plan.order;
	const mark = { channel, accountId, id, facts: plan.facts, posted: asPosted(document.record, document.total) };
	return sparseUpdate(document, { PrivateNote: noteWithMark(document.note, mark) });
}

const anotherType = (document: Candidate, planned: string): Failure =>
	refused(
		'posted-as-another-type',
		`The order stands as ${nameOfDocument(document)}, and is planned as ${typeName(planned)} now`,
		'Enter the change in QuickBooks by hand: a document keeps its type',
	);
