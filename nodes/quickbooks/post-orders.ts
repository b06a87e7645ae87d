import { orderKey } from '../order/order-key';
import type { Clock } from '../outcome/clock';
import { refused, stopsTheRun, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Posting } from '../postings/posting';
import { TWIN, type Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { confirm } from './confirm';
import { decide, typeName, type Decision, type PostingChoices } from './decide';
import { lookUp } from './look-up';
import { prepareWriting } from './prepare-writing';
import type { QuickBooks } from './quickbooks';
import { resolveReferences, type References } from './references';
import { report, reportAttention, reportWritten } from './report';
import { takeBack } from './take-back';
import { writeOrders, type OrderWriting, type Written } from './write-orders';

export interface PostingRun {
	/** One a plan, in the order of the plans. */
	postings: Posting[];
	/** Soft findings about the company and its settings, once a run. */
	hints: string[];
	/** Customers and items that had to be made. */
	created: string[];
	/** What stopped the run; orders after it are among those that need attention. */
	stoppedBy?: Failure;
}

export type Operation = 'post' | 'preview';

/**
 * Posts orders: looks up what QuickBooks holds of them, decides, creates what is missing in phases, checks totals, and looks
 * once more for twins. Fails only when nothing could be done at all.
 */
export async function postOrders(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	operation: Operation,
	choices: PostingChoices,
	clock: Clock,
): Promise<Outcome<PostingRun>> {
	if (plans.length === 0) return succeed({ postings: [], hints: [], created: [] });
	const latest = new Map(plans.map((plan) => [orderKey(plan.order), plan]));
	const looked = await lookUp(quickbooks, [...latest.values()]);
	if (!looked.ok) return looked;
	const { company, standings } = looked.value;

	const decisions = new Map<TransactionPlan, Decision>();
	for (const plan of latest.values()) decisions.set(plan, decide(plan, standings.get(plan)!, choices, company));
	const toWrite = [...decisions].filter(([, decision]) => isWrite(decision)).map(([plan]) => plan);
	const dryRun = (plan: TransactionPlan) => operation === 'preview' || (plan.order.sample && !choices.postSamples);

	const settled = new Map<TransactionPlan, Posting>();
	const run: PostingRun = { postings: [], hints: hintsFor(company, plans), created: [] };
	for (const group of [toWrite.filter(dryRun), toWrite.filter((plan) => !dryRun(plan))]) {
		if (group.length === 0) continue;
		const written = await write(quickbooks, group, decisions, company, clock, dryRun(group[0]!));
		if (!written.ok) {
			run.stoppedBy ??= written.failure;
			for (const plan of group) settled.set(plan, reportAttention(plan, quickbooks.appUrl, written.failure));
			continue;
		}
		for (const [plan, posting] of written.value.postings) settled.set(plan, posting);
		run.created.push(...written.value.created);
		run.hints.push(...written.value.hints);
		run.stoppedBy ??= written.value.stoppedBy;
	}

	for (const plan of plans) {
		const current = latest.get(orderKey(plan.order))!;
		run.postings.push(
			plan === current
				? (settled.get(plan) ?? settle(plan, decisions.get(plan)!, quickbooks.appUrl))
				: report(plan, quickbooks.appUrl, { outcome: 'unchanged', action: 'none', summary: 'A later reading of the same order is in this run; that one counts' }),
		);
	}
	const nothingDone = run.postings.every(({ outcome }) => outcome === 'needsAttention');
	if (run.stoppedBy && nothingDone) return fail(run.stoppedBy);
	return succeed(run);
}

const isWrite = ({ kind }: Decision): boolean => kind === 'create' || kind === 'update' || kind === 'adopt';

/** Decisions that need no write. */
function settle(plan: TransactionPlan, decision: Decision, appUrl: string): Posting {
	if (decision.kind === 'refuse') return reportAttention(plan, appUrl, decision.failure, decision.document);
	if (decision.kind !== 'unchanged') throw new TypeError(`a decision to ${decision.kind} was not carried out`);
	return report(plan, appUrl, {
		outcome: 'unchanged',
		action: decision.document ? 'none' : 'held',
		summary: decision.summary,
		...(decision.document ? { document: decision.document } : {}),
		...(decision.remark ? { remarks: [decision.remark] } : {}),
	});
}

interface WrittenGroup {
	postings: Map<TransactionPlan, Posting>;
	hints: string[];
	created: string[];
	stoppedBy?: Failure;
}

async function write(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	decisions: Map<TransactionPlan, Decision>,
	company: Company,
	clock: Clock,
	dryRun: boolean,
): Promise<Outcome<WrittenGroup>> {
	const references = await resolveReferences(quickbooks, company, plans, clock, dryRun);
	if (!references.ok) return references;
	const group: WrittenGroup = { postings: new Map(), hints: depositHints(plans, references.value), created: references.value.created };
	const attend = (plan: TransactionPlan, failure: Failure) => {
		group.postings.set(plan, reportAttention(plan, quickbooks.appUrl, failure));
		if (stopsTheRun(failure)) group.stoppedBy ??= failure;
	};
	const writings: OrderWriting[] = [];
	for (const plan of plans) {
		const writing = prepareWriting(plan, decisions.get(plan)!, company, references.value);
		if (!writing.ok) attend(plan, writing.failure);
		else if (dryRun) group.postings.set(plan, preview(writing.value, quickbooks.appUrl));
		else writings.push(writing.value);
	}
	const written = await writeOrders(writings, { quickbooks, clock, company, references: references.value });
	const outcomes = await withoutTwins(written, quickbooks, clock);
	for (const [writing, outcome] of outcomes) {
		if (!outcome.ok) attend(writing.plan, outcome.failure);
		else {
			const { document, remarks } = outcome.value;
			group.postings.set(writing.plan, reportWritten(writing.plan, quickbooks.appUrl, document, writing.action, remarks));
		}
	}
	return succeed(group);
}

/** Takes back what turns out to be the younger of two, and says of what was deleted that it does not stand. */
async function withoutTwins(
	written: Map<OrderWriting, Outcome<Written>>,
	quickbooks: QuickBooks,
	clock: Clock,
): Promise<Map<OrderWriting, Outcome<Written>>> {
	const created = [...written].flatMap(([writing, outcome]) =>
		outcome.ok && writing.action === 'created' ? [{ writing, document: outcome.value.document, remarks: outcome.value.remarks }] : [],
	);
	if (created.length === 0) return written;
	const looked = await confirm(quickbooks, created.map(({ document }) => document));
	if (!looked.ok) return written;
	const { gone, twins } = looked.value;
	const voided = await takeBack(created.filter(({ document }) => twins.has(document.id)).map(({ document }) => document), TWIN, { quickbooks, clock });
	for (const { writing, document, remarks } of created) {
		const elder = twins.get(document.id);
		if (gone.has(document.id)) written.set(writing, fail(deletedBefore(document)));
		else if (elder && voided.has(document.id)) {
			written.set(writing, succeed({ document: elder, remarks: [...remarks, `Another run posted the same order at the same moment; the younger document (id ${document.id}) was voided`] }));
		}
	}
	return written;
}

const deletedBefore = (document: Candidate): Failure =>
	refused(
		'deleted-in-quickbooks',
		`${typeName(document.type)} ${document.docNumber ?? document.id} was posted before and then deleted in QuickBooks, so it is not posted again by itself`,
		'If it is to stand after all, enter it by hand',
		{ quickBooksId: document.id },
	);

const preview = ({ plan, item, action }: OrderWriting, appUrl: string): Posting => ({
	...report(plan, appUrl, {
		outcome: 'preview',
		action: action === 'created' ? 'wouldCreate' : 'wouldUpdate',
		summary: `${typeName(item.entity)} ${String(item.body.DocNumber ?? '')} would be ${action}, ${plan.transactions[0]!.documentTotal} ${plan.order.currency}; nothing was written`,
	}),
	payloads: [{ operation: item.operation === 'create' ? 'create' : 'update', entity: item.entity, body: item.body }],
});

function hintsFor(company: Company, plans: TransactionPlan[]): string[] {
	const numbered = plans.some((plan) => plan.transactions.some(({ docNumber }) => docNumber));
	return numbered && !company.customNumbers
		? ["This QuickBooks company numbers transactions by itself ('Custom transaction numbers' is off), so order numbers are not used as Doc Numbers; orders are found again by the mark in their notes"]
		: [];
}

/** The bank feed would count the income twice (bookkeeping rule: deposits go to a clearing account first). */
function depositHints(plans: TransactionPlan[], { accounts }: References): string[] {
	const choices = new Map(plans.flatMap(({ transactions }) => transactions.flatMap(({ depositAccount }) => (depositAccount ? [[depositAccount.value, depositAccount] as const] : []))));
	return [...choices.values()].flatMap((choice) => {
		const account = accounts.resolve(choice, 'deposit');
		return account.ok && accounts.subTypeOf(account.value.value) === 'Checking'
			? [`'${choice.field}' is the checking account '${account.value.name}': the bank feed will bring the same money again. Undeposited Funds or a clearing account of the payment processor avoids that`]
			: [];
	});
}
