import { orderKey } from '../order/order-key';
import type { Clock } from '../outcome/clock';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Recall } from '../postings/memory';
import type { Posting } from '../postings/posting';
import type { TransactionPlan } from '../transaction/plan';
import { companyHints } from './company-hints';
import { decide } from './decide';
import type { Decision, PostingChoices } from './decision';
import { lookUp } from './look-up';
import { postDecided, type Decided } from './post-decided';
import type { QuickBooks } from './quickbooks';
import { report, reportAttention } from './report';

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

export interface PostingContext {
	quickbooks: QuickBooks;
	clock: Clock;
	/** Which document an order or a part of it was posted as before, as far as anybody remembers. */
	recall: Recall;
}

const LATER_READING = 'A later reading of the same order is in this run; that one counts';

/**
 * Posts orders: looks up what QuickBooks holds of them, decides, creates what is missing in phases, checks totals, and looks
 * once more for twins. Fails only when nothing could be done at all.
 */
export async function postOrders(
	plans: TransactionPlan[],
	operation: Operation,
	choices: PostingChoices,
	context: PostingContext,
): Promise<Outcome<PostingRun>> {
	if (plans.length === 0) return succeed({ postings: [], hints: [], created: [] });
	const latest = new Map(plans.map((plan) => [orderKey(plan.order), plan]));
	const looked = await lookUp(context.quickbooks, [...latest.values()], context.recall);
	if (!looked.ok) return looked;
	const { company, standings, at: lookedUpAt } = looked.value;

	const settled = new Map<TransactionPlan, Posting>();
	const toWrite: Decided[] = [];
	for (const plan of latest.values()) {
		const decision = decide(plan, standings.get(plan)!, choices, company);
		if (decision.steps.length + decision.voids.length === 0) {
			settled.set(plan, settle(plan, decision, context.quickbooks.appUrl));
		} else {
			const dryRun = operation === 'preview' || (plan.order.sample && !choices.postSamples);
			toWrite.push({ plan, decision, dryRun });
		}
	}
	const written = await postDecided(toWrite, company, choices, { ...context, lookedUpAt });
	for (const [plan, posting] of written.postings) settled.set(plan, posting);

	const postings = plans.map(
		(plan) =>
			settled.get(plan) ??
			report(plan, context.quickbooks.appUrl, { outcome: 'unchanged', action: 'none', summary: LATER_READING }),
	);
	const { created, stoppedBy, wrote } = written;
	// What stands by now is given out, also when no order came to its end.
	if (stoppedBy && !wrote && postings.every(({ outcome }) => outcome === 'needsAttention')) return fail(stoppedBy);
	const hints = [...companyHints(company, plans), ...written.hints];
	return succeed({ postings, hints, created, ...(stoppedBy ? { stoppedBy } : {}) });
}

/** The posting of an order that needs no write. */
function settle(plan: TransactionPlan, { standing, summary, remarks, failure }: Decision, appUrl: string): Posting {
	if (failure) return reportAttention(plan, appUrl, failure, standing, remarks);
	return report(plan, appUrl, {
		outcome: 'unchanged',
		action: standing.size > 0 ? 'none' : 'held',
		summary,
		documents: standing,
		remarks,
	});
}
