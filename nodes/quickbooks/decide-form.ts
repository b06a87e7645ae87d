import { equals } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { isMarked } from '../postings/mark';
import type { Remembered } from '../postings/memory';
import { CANCELLED, isVoided, type Candidate, type FormerPart, type Standing } from '../postings/standing';
import type { PlannedForm, TransactionPlan } from '../transaction/plan';
import { decidePosted } from './decide-posted';
import { refuse, type DocumentDecision, type PostingChoices } from './decision';
import { nameOfDocument } from './order-documents';

/** What is to be done for an order's sale or sales order, whatever stands of the order besides. */
export function decideForm(
	plan: TransactionPlan,
	planned: PlannedForm,
	standing: Standing,
	choices: PostingChoices,
): DocumentDecision {
	switch (standing.kind) {
		case 'posted':
			return decidePosted(plan, planned, standing, choices.whenChanged);
		case 'voided':
			if (standing.document.note.startsWith(CANCELLED) && !plan.hold) return refuse(revived(planned, standing.document), standing.document);
			return {
				kind: 'unchanged',
				document: standing.document,
				summary: `${nameOfDocument(standing.document)} was voided in QuickBooks; it is left so and not posted again`,
			};
		case 'taken-back':
			return refuse(takenBack(planned, standing.document), standing.document);
		case 'twins':
			return refuse(postedTwice(standing.documents));
		case 'unmarked':
			return refuse(markRemoved(standing.document), standing.document);
		case 'collision':
			return plan.hold ? held(plan.hold) : decideCollision(planned, standing.document, choices.whenNumberTaken);
		case 'deleted':
			if (plan.hold) return held(plan.hold);
			return choices.whenDeleted === 'postAgain'
				? { kind: 'create', replaces: standing.was.id }
				: refuse(deletedInQuickBooks(standing.was));
		case 'absent':
			return plan.hold ? held(plan.hold) : { kind: 'create' };
	}
}

const held = ({ message }: NonNullable<TransactionPlan['hold']>): DocumentDecision => ({ kind: 'unchanged', summary: message });

export function decideCollision(
	planned: PlannedForm,
	document: Candidate,
	whenNumberTaken: PostingChoices['whenNumberTaken'],
): DocumentDecision {
	const agrees =
		!isMarked(document.note) &&
		document.type === planned.type &&
		document.txnDate === planned.txnDate &&
		equals(document.total, planned.documentTotal);
	if (agrees && whenNumberTaken === 'adopt') return { kind: 'adopt', document };
	const adoptable = agrees ? "; number, total and date agree, so 'When a Number Is Taken' may adopt it" : '';
	const failure = refused(
		'number-taken',
		`The number '${planned.docNumber}' belongs to another document: ` +
			`${nameOfDocument(document)} of ${document.txnDate}, ${document.total}${adoptable}`,
		"Give this shop a 'Doc Number Prefix', or correct the other document's number",
		{ otherId: document.id, otherTotal: document.total, otherDate: document.txnDate },
	);
	return refuse(failure, document);
}

/** Also what QuickBooks' replay of an old answer gives away: the document that it tells of is no longer there. */
export const deletedInQuickBooks = (was: Remembered & { docNumber?: string }): Failure =>
	refused(
		'deleted-in-quickbooks',
		`The order was posted before as ${nameOfDocument(was)}, which was deleted in QuickBooks, so it is not posted again by itself`,
		"Set 'When Deleted in QuickBooks' to Post Again and run the order once more, if it is to stand after all",
		{ quickBooksId: was.id },
	);

/** A payment or refund that we remember and that QuickBooks shows no more, or not as ours. */
export function decideFormer({ was, document }: FormerPart, whenDeleted: PostingChoices['whenDeleted']): DocumentDecision {
	if (!document) return whenDeleted === 'postAgain' ? { kind: 'create', replaces: was.id } : refuse(partDeleted(was));
	return isVoided(document)
		? { kind: 'unchanged', document, summary: '', remark: leftVoided(document) }
		: refuse(markRemoved(document), document);
}

export const leftVoided = (document: Candidate): string =>
	`${nameOfDocument(document)} was voided in QuickBooks; it is left so and not written again`;

const partDeleted = (was: Remembered): Failure =>
	refused(
		'deleted-in-quickbooks',
		`${nameOfDocument(was)}, which belonged to the order, was deleted in QuickBooks, so it is not written again by itself`,
		"Set 'When Deleted in QuickBooks' to Post Again and run the order once more, if it is to stand after all",
		{ quickBooksId: was.id },
	);

function takenBack({ documentTotal, currency }: PlannedForm, document: Candidate): Failure {
	return refused(
		'total-did-not-agree',
		`QuickBooks made another total of this order than the shop's ${documentTotal} ${currency}, ` +
			`so ${nameOfDocument(document)} was voided again`,
		'Enter the order by hand; or correct what differs (usually sales tax), delete the voided document and run the order again',
	);
}

/** Shops cancel what is not paid in time, and take it up again when the money comes. */
const revived = ({ documentTotal, currency }: PlannedForm, document: Candidate): Failure =>
	refused(
		'no-longer-cancelled',
		`${nameOfDocument(document)} was ${document.type === 'Estimate' ? 'rejected' : 'voided'} when the order was cancelled in the shop, ` +
			`which now says ${documentTotal} ${currency} again`,
		"Enter the order in QuickBooks by hand; or delete that document, set 'When Deleted in QuickBooks' to Post Again, and run the order once more",
		{ shopTotal: documentTotal, quickBooksId: document.id },
	);

const postedTwice = (documents: Candidate[]): Failure =>
	refused(
		'posted-twice',
		`QuickBooks holds this order ${documents.length} times: ` +
			documents.map((document) => `${nameOfDocument(document)} (id ${document.id})`).join(' and '),
		'Void or delete all but one of them in QuickBooks',
	);

const markRemoved = (document: Candidate): Failure =>
	refused(
		'mark-removed',
		`The order was posted before as ${nameOfDocument(document)}, whose private note no longer says so`,
		"Put the '[order-sync]' line back into its private note: QuickBooks' audit log has it",
		{ quickBooksId: document.id },
	);
