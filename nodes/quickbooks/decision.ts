import type { Failure } from '../outcome/failure';
import type { Candidate } from '../postings/standing';
import type { PlannedTransaction } from '../transaction/plan';

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
	/** Mark a person's own document as this order's. */
	| { kind: 'adopt'; document: Candidate };

/** What is to be done for one planned document. */
export type DocumentDecision =
	| WriteDecision
	/** Without a document: there is none, and none is to be made now. */
	| { kind: 'unchanged'; document?: Candidate; summary: string; remark?: string }
	/** With a document: the one that is in the way. */
	| { kind: 'refuse'; failure: Failure; document?: Candidate };

/** One document to be written. */
export interface Step {
	transaction: PlannedTransaction;
	decision: WriteDecision;
}

/** What is to be done for one order, and what of it stands in QuickBooks, by the plan's keys. */
export interface Decision {
	/** In the order in which they are written; empty when there is nothing to write. */
	steps: Step[];
	/** Documents of ours that are to go: those of a cancelled order, by the plan's keys, and the younger of twins. */
	voids: Array<{ key: string; document: Candidate; reason: string }>;
	standing: Map<string, Candidate>;
	/** What is said of an order of which nothing is written. */
	summary: string;
	remarks: string[];
	/** Why a person has to look at the order; what is to be written is written all the same. */
	failure?: Failure;
}

export const refuse = (failure: Failure, document?: Candidate): DocumentDecision => ({
	kind: 'refuse',
	failure,
	...(document ? { document } : {}),
});
