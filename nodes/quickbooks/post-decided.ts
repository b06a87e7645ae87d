import type { Clock } from '../outcome/clock';
import { stopsTheRun, type Failure } from '../outcome/failure';
import { fail, type Outcome } from '../outcome/outcome';
import type { Posting } from '../postings/posting';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { depositHints } from './company-hints';
import { deletedInQuickBooks, type PostingChoices, type WriteDecision } from './decide';
import { typeName } from './order-documents';
import { prepareWriting } from './prepare-writing';
import type { QuickBooks } from './quickbooks';
import { findReferences } from './references';
import { report, reportAttention, reportWritten } from './report';
import { settleTwins } from './settle-twins';
import { writeOrders, type OrderWriting, type WriteContext, type Written } from './write-orders';

/** An order that is to be written. */
export interface Decided {
	plan: TransactionPlan;
	decision: WriteDecision;
	/** Everything but the writes. */
	dryRun: boolean;
}

export interface PostedGroup {
	postings: Map<TransactionPlan, Posting>;
	hints: string[];
	/** Customers and items that were made, in words. */
	created: string[];
	stoppedBy?: Failure;
}

/**
 * Carries decisions out: finds what the documents refer to, checks each document, creates what is missing for those that
 * passed, and writes them. Nothing is created for a preview or for a document that would be refused.
 */
export async function postDecided(
	decided: Decided[],
	company: Company,
	choices: PostingChoices,
	{ quickbooks, clock }: { quickbooks: QuickBooks; clock: Clock },
): Promise<PostedGroup> {
	const group: PostedGroup = { postings: new Map(), hints: [], created: [] };
	if (decided.length === 0) return group;
	const attend = ({ plan }: { plan: TransactionPlan }, failure: Failure) => {
		group.postings.set(plan, reportAttention(plan, quickbooks.appUrl, failure));
		if (stopsTheRun(failure)) group.stoppedBy ??= failure;
	};
	const plans = decided.filter(({ decision }) => decision.kind !== 'adopt').map(({ plan }) => plan);
	const found = await findReferences(quickbooks, company, plans);
	if (!found.ok) {
		for (const one of decided) attend(one, found.failure);
		return { ...group, stoppedBy: found.failure };
	}
	const references = found.value;
	const books = { company, references };
	group.hints.push(...depositHints(plans, references));

	const sound: Decided[] = [];
	for (const one of decided) {
		const writing = prepareWriting(one.plan, one.decision, books);
		if (!writing.ok) attend(one, writing.failure);
		else if (one.dryRun) group.postings.set(one.plan, preview(writing.value, quickbooks.appUrl));
		else sound.push(one);
	}
	group.created.push(...(await references.createMissing(sound.map(({ plan }) => plan), quickbooks, clock)));

	const writings: OrderWriting[] = [];
	for (const one of sound) {
		const writing = prepareWriting(one.plan, one.decision, books);
		if (!writing.ok) attend(one, writing.failure);
		else writings.push(writing.value);
	}
	for (const [writing, outcome] of await write(writings, choices.whenDeleted, { quickbooks, clock, ...books })) {
		if (!outcome.ok) attend(writing, outcome.failure);
		else {
			const { document, remarks } = outcome.value;
			group.postings.set(writing.plan, reportWritten(writing.plan, quickbooks.appUrl, document, writing.action, remarks));
		}
	}
	return group;
}

/**
 * Writes the documents, and settles what another run made of them meanwhile. Where QuickBooks answers with an old answer whose
 * document was deleted since, the order is refused, or posted under another request id, as chosen.
 */
async function write(
	writings: OrderWriting[],
	whenDeleted: PostingChoices['whenDeleted'],
	context: WriteContext,
): Promise<Map<OrderWriting, Outcome<Written>>> {
	const { written, gone } = await settleTwins(await writeOrders(writings, context), context);
	const again: OrderWriting[] = [];
	for (const [writing, document] of gone) {
		if (whenDeleted === 'postAgain') again.push({ ...writing, replaces: document.id });
		else written.set(writing, fail(deletedInQuickBooks(document)));
	}
	if (again.length === 0) return written;
	return new Map([...written, ...(await write(again, 'needsAttention', context))]);
}

const preview = ({ plan, item, action }: OrderWriting, appUrl: string): Posting => ({
	...report(plan, appUrl, {
		outcome: 'preview',
		action: action === 'created' ? 'wouldCreate' : 'wouldUpdate',
		summary:
			`${typeName(item.entity)} ${String(item.body.DocNumber ?? '')} would be ${action}, ` +
			`${plan.transactions[0]!.documentTotal} ${plan.order.currency}; nothing was written`,
	}),
	payloads: [{ operation: item.operation === 'create' ? 'create' : 'update', entity: item.entity, body: item.body }],
});
