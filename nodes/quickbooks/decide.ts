import { equals } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { isMarked } from '../postings/mark';
import type { Remembered } from '../postings/memory';
import type { Candidate, Standing } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { decidePosted } from './decide-posted';
import { nameOfDocument } from './order-documents';

/** What the builder chose for orders that QuickBooks already holds in some form. */
export interface PostingChoices {
	/** An order whose facts changed after it was posted: leave what stands and tell a person, or rewrite it. */
	whenChanged: 'leave' | 'update';
	/** A number that belongs to a document without our mark. */
	whenNumberTaken: 'needsAttention' | 'adopt';
	/** An order that was posted, and whose document a person deleted. */
	whenDeleted: 'needsAttention' | 'postAgain';
	/** Orders from a test step in the editor: previewed unless this is on. */
	postSamples: boolean;
}

export type WriteDecision =
	/** `replaces`: the id of the document that was deleted. */
	| { kind: 'create'; replaces?: string }
	| { kind: 'update'; document: Candidate }
	/** Mark a person's own document as this order's, when number, total and date agree. */
	| { kind: 'adopt'; document: Candidate };

export type Decision =
	| WriteDecision
	| { kind: 'unchanged'; document?: Candidate; summary: string; remark?: string }
	| { kind: 'refuse'; failure: Failure; document?: Candidate };

/** What is to be done for one order; pure. */
export function decide(plan: TransactionPlan, standing: Standing, choices: PostingChoices, company: Company): Decision {
	const decision = decideByStanding(plan, standing, choices);
	const failure = whyNotWritable(plan, decision, company);
	return failure ? refuse(failure, 'document' in decision ? decision.document : undefined) : decision;
}

function decideByStanding(plan: TransactionPlan, standing: Standing, choices: PostingChoices): Decision {
	switch (standing.kind) {
		case 'posted':
			return decidePosted(plan, standing, choices.whenChanged);
		case 'voided':
			return {
				kind: 'unchanged',
				document: standing.document,
				summary: `${nameOfDocument(standing.document)} was voided in QuickBooks; it is left so and not posted again`,
			};
		case 'taken-back':
			return refuse(takenBack(plan, standing.document), standing.document);
		case 'twins':
			return refuse(postedTwice(standing.documents));
		case 'unmarked':
			return refuse(markRemoved(standing.document), standing.document);
		case 'collision':
			return plan.hold ? held(plan.hold) : decideCollision(plan, standing.document, choices.whenNumberTaken);
		case 'deleted':
			if (plan.hold) return held(plan.hold);
			return choices.whenDeleted === 'postAgain'
				? { kind: 'create', replaces: standing.was.id }
				: refuse(deletedInQuickBooks(standing.was));
		case 'absent':
			return plan.hold ? held(plan.hold) : { kind: 'create' };
	}
}

const refuse = (failure: Failure, document?: Candidate): Decision => ({
	kind: 'refuse',
	failure,
	...(document ? { document } : {}),
});

const held = ({ message }: NonNullable<TransactionPlan['hold']>): Decision => ({ kind: 'unchanged', summary: message });

/** What is known beforehand to be refused is not sent. */
function whyNotWritable(plan: TransactionPlan, decision: Decision, company: Company): Failure | undefined {
	if (decision.kind !== 'create' && decision.kind !== 'update' && decision.kind !== 'adopt') return undefined;
	const { txnDate: plannedDate, currency } = plan.transactions[0]!;
	const txnDate = decision.kind === 'create' ? plannedDate : decision.document.txnDate;
	if (company.booksClosedUntil && txnDate <= company.booksClosedUntil) {
		return booksClosed(txnDate, company.booksClosedUntil);
	}
	return currency !== company.homeCurrency && !company.multiCurrency ? foreignCurrency(currency, company) : undefined;
}

function decideCollision(
	plan: TransactionPlan,
	document: Candidate,
	whenNumberTaken: PostingChoices['whenNumberTaken'],
): Decision {
	const planned = plan.transactions[0]!;
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

function takenBack(plan: TransactionPlan, document: Candidate): Failure {
	const { documentTotal, currency } = plan.transactions[0]!;
	return refused(
		'total-did-not-agree',
		`QuickBooks made another total of this order than the shop's ${documentTotal} ${currency}, ` +
			`so ${nameOfDocument(document)} was voided again`,
		'Enter the order by hand; or correct what differs (usually sales tax), delete the voided document and run the order again',
	);
}

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

const booksClosed = (txnDate: string, closedUntil: string): Failure =>
	refused(
		'books-closed',
		`The transaction is dated ${txnDate}, and the books are closed up to ${closedUntil}`,
		"Enter it by hand in an open period, or move QuickBooks' closing date and run the order again",
	);

const foreignCurrency = (currency: string, company: Company): Failure =>
	refused(
		'foreign-currency',
		`The order is in ${currency}, and this QuickBooks company keeps its books in ${company.homeCurrency} only`,
		'Switch on Multicurrency in QuickBooks (it cannot be switched off again), or enter the order by hand',
	);
