import { fail, succeed, type Outcome } from '../outcome/outcome';
import { refused, type Failure } from '../outcome/failure';
import { asPosted } from '../postings/as-posted';
import { noteWithMark } from '../postings/mark';
import type { Candidate } from '../postings/standing';
import type { PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { syncToken } from './candidate';
import type { Company } from './company';
import type { Step } from './decision';
import { WRITTEN_ONCE } from './document-fields';
import { nameOfDocument, typeName } from './order-documents';
import { misconfigured } from './pick-record';
import type { QbRecord } from './quickbooks';
import { statedTax } from './stated-tax';
import { toDocument, type Books, type OrderDocuments } from './to-document';
import { toPayment } from './to-payment';
import type { OrderWriting } from './write-orders';

/**
 * The one write that carries out a step.
 * @param documents what of the order stands by now; what does not is stood for by `NEW_ID`
 */
export function prepareWriting(
	plan: TransactionPlan,
	{ transaction, decision }: Step,
	documents: OrderDocuments,
	books: Books,
): Outcome<OrderWriting> {
	const writing = { plan, transaction, what: nameOfPlanned(plan, transaction) };
	if (decision.kind === 'adopt') {
		return succeed({ ...writing, action: 'adopted', item: adoption(plan, transaction, decision.document, books.company) });
	}
	// A document keeps its date when it is updated: its period may be reported already.
	const dated = decision.kind === 'update' ? { ...transaction, txnDate: decision.document.txnDate } : transaction;
	const body = dated.type === 'Payment' ? toPayment(plan, dated, documents, books) : toDocument(plan, dated, documents, books);
	if (!body.ok) return body;
	if (decision.kind === 'create') {
		if (staysUnnumbered(transaction, books)) return fail(noNumber());
		return succeed({
			...writing,
			action: 'created',
			item: { kind: 'write', operation: 'create', entity: transaction.type, body: body.value },
			...(decision.replaces ? { replaces: decision.replaces } : {}),
		});
	}
	const { document } = decision;
	if (document.type !== transaction.type) return fail(anotherType(document, transaction.type));
	// What is planned without any tax takes away the tax that stands.
	const untaxed = document.record.TxnTaxDetail === undefined ? {} : { TxnTaxDetail: { TotalTax: 0 } };
	return succeed({ ...writing, action: 'updated', item: sparseUpdate(document, { ...untaxed, ...changesOf(body.value) }) });
}

/** With custom numbers on, QuickBooks numbers nothing itself: a document that is sent without a number has none. */
const staysUnnumbered = (transaction: PlannedTransaction, { company }: Books): boolean =>
	company.customNumbers && transaction.type !== 'Payment' && transaction.docNumber === undefined;

const noNumber = (): Failure =>
	misconfigured(
		'doc-number-missing',
		"'Doc Numbers' leaves the numbers to QuickBooks, and this company has 'Custom transaction numbers' switched on, with which QuickBooks gives none",
		"Switch 'Custom transaction numbers' off in QuickBooks under Account and settings, Sales, or choose Order Number in 'Doc Numbers'",
	);

/** A document that is still to be made, as a sentence names it. */
export function nameOfPlanned(plan: TransactionPlan, transaction: PlannedTransaction): string {
	if (transaction.type === 'Payment') return `Payment of ${transaction.documentTotal} for order ${plan.order.number}`;
	return `${typeName(transaction.type)} ${transaction.docNumber ?? `for order ${plan.order.number}`}`;
}

/** A document keeps its number, its links and its fields when it is updated: a person may have changed them. */
const changesOf = (body: QbRecord): QbRecord =>
	Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'DocNumber' && name !== 'LinkedTxn' && !WRITTEN_ONCE.includes(name)));

const sparseUpdate = (document: Candidate, changes: Record<string, unknown>): OrderWriting['item'] => ({
	kind: 'write',
	operation: 'update',
	entity: document.type,
	body: { ...changes, Id: document.id, SyncToken: syncToken(document), sparse: true },
});

/** A person's document gets the order's mark, and stays as it is otherwise. */
function adoption(plan: TransactionPlan, { key: part, facts }: PlannedTransaction, document: Candidate, company: Company): OrderWriting['item'] {
	const { channel, accountId, id } = plan.order;
	const mark = { channel, accountId, id, part, facts, posted: asPosted(document.record, document.total) };
	return sparseUpdate(document, { ...statedTax(document.record, company), PrivateNote: noteWithMark(document.note, mark) });
}

const anotherType = (document: Candidate, planned: string): Failure =>
	refused(
		'posted-as-another-type',
		`The order stands as ${nameOfDocument(document)}, and is planned as ${typeName(planned)} now`,
		'Enter the change in QuickBooks by hand: a document keeps its type',
	);
