import { equals, isZero, minus } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import type { Candidate, Standing } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';

/** What the builder chose for orders that QuickBooks already holds in some form. */
export interface PostingChoices {
	/** An order whose facts changed after it was posted: leave what stands and tell a person, or rewrite it. */
	whenChanged: 'leave' | 'update';
	/** A number that belongs to a document without our mark. */
	whenNumberTaken: 'needsAttention' | 'adopt';
	/** Orders from a test step in the editor: previewed unless this is on. */
	postSamples: boolean;
}

export type Decision =
	| { kind: 'create' }
	| { kind: 'update'; document: Candidate }
	/** Mark a person's own document as this order's, when number, total and date agree. */
	| { kind: 'adopt'; document: Candidate }
	| { kind: 'unchanged'; document?: Candidate; summary: string; remark?: string }
	| { kind: 'refuse'; failure: Failure; document?: Candidate };

/** What is to be done for one order; pure. */
export function decide(plan: TransactionPlan, standing: Standing, choices: PostingChoices, company: Company): Decision {
	const planned = plan.transactions[0]!;
	switch (standing.kind) {
		case 'posted':
			return decidePosted(plan, standing, choices);
		case 'voided':
			return {
				kind: 'unchanged',
				document: standing.document,
				summary: `${describe(standing.document)} was voided in QuickBooks; it is left so and not posted again`,
			};
		case 'taken-back':
			return {
				kind: 'refuse',
				document: standing.document,
				failure: refused(
					'total-did-not-agree',
					`QuickBooks made another total of this order than the shop's ${planned.documentTotal} ${planned.currency}, so ${describe(standing.document)} was voided again`,
					'Enter the order by hand, or correct what differs (usually sales tax), delete the voided document and run the order again',
				),
			};
		case 'twins':
			return {
				kind: 'refuse',
				failure: refused(
					'posted-twice',
					`QuickBooks holds this order ${standing.documents.length} times: ${standing.documents.map((document) => `${describe(document)} (id ${document.id})`).join(' and ')}`,
					'Void or delete all but one of them in QuickBooks',
				),
			};
		case 'collision':
			return decideCollision(plan, standing.document, choices);
		case 'absent':
			if (plan.hold) return { kind: 'unchanged', summary: plan.hold.message };
			if (company.booksClosedUntil && planned.txnDate <= company.booksClosedUntil) {
				return {
					kind: 'refuse',
					failure: refused(
						'books-closed',
						`The order is dated ${planned.txnDate}, and the books are closed up to ${company.booksClosedUntil}`,
						"Enter it by hand in an open period, or move QuickBooks' closing date and run the order again",
					),
				};
			}
			if (planned.currency !== company.homeCurrency && !company.multiCurrency) {
				return {
					kind: 'refuse',
					failure: refused(
						'foreign-currency',
						`The order is in ${planned.currency}, and this QuickBooks company keeps its books in ${company.homeCurrency} only`,
						'Switch on Multicurrency in QuickBooks (it cannot be switched off again), or enter the order by hand',
					),
				};
			}
			return { kind: 'create' };
	}
}

function decidePosted(plan: TransactionPlan, standing: Extract<Standing, { kind: 'posted' }>, choices: PostingChoices): Decision {
	const planned = plan.transactions[0]!;
	const { document, edited, mark } = standing;
	const rightTotal = equals(document.total, planned.documentTotal);
	const sameFacts = mark.facts === plan.facts;
	const figures = {
		shopTotal: planned.documentTotal,
		booksTotal: document.total,
		difference: minus(planned.documentTotal, document.total),
	};
	if (sameFacts && (rightTotal || !edited)) {
		return {
			kind: 'unchanged',
			document,
			summary: `${describe(document)} stands as posted, ${document.total} ${planned.currency}`,
			...(edited ? { remark: 'It was edited in QuickBooks; its total is still right, so it is left as it is' } : {}),
		};
	}
	if (sameFacts) {
		return {
			kind: 'refuse',
			document,
			failure: refused(
				'edited-in-quickbooks',
				`${describe(document)} was edited in QuickBooks: it says ${document.total} ${planned.currency}, the shop ${planned.documentTotal}`,
				'Correct it in QuickBooks, or leave it: it is never overwritten',
				figures,
			),
		};
	}
	const change = whatChanged(plan, document);
	if (edited) {
		return {
			kind: 'refuse',
			document,
			failure: refused(
				'changed-on-both-sides',
				`The order changed in the shop (${change}), and ${describe(document)} was edited in QuickBooks, so it is not overwritten: it says ${document.total} ${planned.currency}, the shop ${planned.documentTotal}`,
				'Enter the change in QuickBooks by hand',
				figures,
			),
		};
	}
	if (choices.whenChanged === 'update' && isZero(plan.order.refunded) && plan.hold?.reason !== 'cancelled') {
		return { kind: 'update', document };
	}
	return {
		kind: 'refuse',
		document,
		failure: refused(
			'changed-in-shop',
			`The order changed in the shop after it was posted (${change}); ${describe(document)} still says ${document.total} ${planned.currency}`,
			"Enter the change in QuickBooks by hand, or set 'When an Order Changed' to rewrite what stands",
			figures,
		),
	};
}

/** In words what a bookkeeper has to look at; the old facts are only known as a hash. */
function whatChanged(plan: TransactionPlan, document: Candidate): string {
	const planned = plan.transactions[0]!;
	if (plan.hold?.reason === 'cancelled') return 'it was cancelled';
	if (!isZero(plan.order.refunded)) return `${plan.order.refunded} ${planned.currency} was refunded`;
	if (!equals(document.total, planned.documentTotal)) {
		return `its total is now ${planned.documentTotal} ${planned.currency}, ${minus(planned.documentTotal, document.total)} apart`;
	}
	return 'its lines, customer, date or payments; the total is the same';
}

function decideCollision(plan: TransactionPlan, document: Candidate, choices: PostingChoices): Decision {
	const planned = plan.transactions[0]!;
	const agrees =
		equals(document.total, planned.documentTotal) && document.txnDate === planned.txnDate && document.type === planned.type;
	if (choices.whenNumberTaken === 'adopt' && agrees && !document.note.includes('[order-sync]')) return { kind: 'adopt', document };
	const adoptable = agrees ? "; number, total and date agree, so 'When a Number Is Taken' may adopt it" : '';
	return {
		kind: 'refuse',
		document,
		failure: refused(
			'number-taken',
			`The number '${planned.docNumber}' belongs to another document: ${describe(document)} of ${document.txnDate}, ${document.total}${adoptable}`,
			"Give this shop a 'Doc Number Prefix', or correct the other document's number",
			{ otherId: document.id, otherTotal: document.total, otherDate: document.txnDate },
		),
	};
}

const TYPE_NAMES: Record<string, string> = { SalesReceipt: 'Sales Receipt', Invoice: 'Invoice', Estimate: 'Estimate' };

/** QuickBooks' own word for a type of document. */
export const typeName = (type: string): string => TYPE_NAMES[type] ?? type;

const describe = (document: Candidate): string => `${typeName(document.type)} ${document.docNumber ?? `with id ${document.id}`}`;
