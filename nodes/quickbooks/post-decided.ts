import { stopsTheRun, type Failure } from '../outcome/failure';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Posting } from '../postings/posting';
import type { PlannedForm, PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { accountHints } from './account-hints';
import type { Company } from './company';
import { depositHints } from './company-hints';
import type { Decision, PostingChoices, Step } from './decision';
import { prepareWriting } from './prepare-writing';
import { preview } from './preview';
import { findReferences } from './references';
import { reportAttention, reportWritten } from './report';
import { customerBefore, type Books } from './to-document';
import { courseOf, writeInPhases, type Course } from './write-in-phases';
import type { OrderWriting, WriteContext } from './write-orders';

/** An order of which something is to be written. */
export interface Decided {
	plan: TransactionPlan;
	decision: Decision;
	/** Everything but the writes. */
	dryRun: boolean;
}

export interface PostedGroup {
	postings: Map<TransactionPlan, Posting>;
	hints: string[];
	/** Customers and items that were made, in words. */
	created: string[];
	/** Whether anything was written at all. */
	wrote: boolean;
	stoppedBy?: Failure;
}

/**
 * Carries decisions out: finds what the documents refer to, checks each document, creates what is missing for those that
 * passed, and writes them phase by phase. Nothing is created for a preview or for a document that would be refused.
 */
export async function postDecided(
	decided: Decided[],
	company: Company,
	choices: PostingChoices,
	{ quickbooks, clock, lookedUpAt }: Pick<WriteContext, 'quickbooks' | 'clock' | 'lookedUpAt'>,
): Promise<PostedGroup> {
	const group: PostedGroup = { postings: new Map(), hints: [], created: [], wrote: false };
	if (decided.length === 0) return group;
	const { appUrl } = quickbooks;
	const transactions = transactionsOf(decided.map(({ decision }) => decision.steps));
	const found = await findReferences(quickbooks, company, transactions, decided.flatMap(({ decision }) => ofNewCustomers(decision)));
	if (!found.ok) {
		for (const { plan, decision } of decided) group.postings.set(plan, reportAttention(plan, appUrl, found.failure, decision.standing));
		return { ...group, stoppedBy: found.failure };
	}
	const books: Books = { company, references: found.value };
	group.hints.push(...depositHints(transactions, found.value));
	const refusals = new Set<string>();

	const courses: Course[] = [];
	for (const { plan, decision: bare, dryRun } of decided) {
		const decision = { ...bare, remarks: [...bare.remarks, ...found.value.remarksOn(transactionsOf([bare.steps]))] };
		const prepared = prepareAll(plan, decision, books);
		if (!prepared.ok) group.postings.set(plan, reportAttention(plan, appUrl, prepared.failure, decision.standing));
		else if (dryRun) group.postings.set(plan, preview(plan, prepared.value, decision, appUrl));
		else courses.push(courseOf(plan, decision));
		if (prepared.ok) continue;
		refusals.add(prepared.failure.message);
		if (stopsTheRun(prepared.failure)) group.stoppedBy ??= prepared.failure;
	}
	group.hints.push(...accountHints(transactions, found.value.accounts, refusals));
	const sound = transactionsOf(courses.map(({ steps }) => steps));
	group.created.push(...(await found.value.createMissing(sound, quickbooks, clock)));

	await writeInPhases(courses, choices.whenDeleted, { quickbooks, clock, lookedUpAt, ...books });
	group.wrote = group.created.length > 0 || courses.some(({ written }) => written.length > 0);
	for (const { plan, documents, written, remarks, failure } of courses) {
		if (failure && stopsTheRun(failure)) group.stoppedBy ??= failure;
		const ofOrder = { parts: written, newRecords: found.value.madeFor(written.map(({ document }) => document.record)) };
		group.postings.set(
			plan,
			failure
				? reportAttention(plan, appUrl, failure, documents, remarks, ofOrder)
				: reportWritten(plan, appUrl, documents, ofOrder, remarks),
		);
	}
	return group;
}

/** What the steps write; an adopted document needs nothing of the company. */
const transactionsOf = (orders: Step[][]): PlannedTransaction[] =>
	orders.flat().flatMap(({ transaction, decision }) => (decision.kind === 'adopt' ? [] : [transaction]));

/** A refund goes to whoever its sale stands under, so that nobody has to be looked for or made. */
const ofNewCustomers = ({ steps, standing }: Decision): PlannedForm[] =>
	transactionsOf([steps]).flatMap((transaction) => (transaction.type !== 'Payment' && !customerBefore(transaction, standing) ? [transaction] : []));

/** All writes of an order as they would be made, or why the first of them would be refused. */
function prepareAll(plan: TransactionPlan, { steps, standing }: Decision, books: Books): Outcome<OrderWriting[]> {
	const writings: OrderWriting[] = [];
	for (const step of steps) {
		const writing = prepareWriting(plan, step, standing, books);
		if (!writing.ok) return writing;
		writings.push(writing.value);
	}
	return succeed(writings);
}
