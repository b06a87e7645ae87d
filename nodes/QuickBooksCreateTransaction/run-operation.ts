import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Posting } from '../postings/posting';
import { postOrders, type PostingContext, type PostingRun } from '../quickbooks/post-orders';
import { reconcile } from '../quickbooks/reconcile';
import { readChoices } from './read-choices';
import { trackingRun } from './tracking-run';
import { undoRun } from './undo-run';
import type { Input } from './read-input';
import { reconciledOutputs, toOutputs } from './to-outputs';

/** What a run gives out, and what it has to tell of itself. */
export interface Operated {
	outputs: INodeExecutionData[][];
	run: PostingRun;
	/** Whether anything may have been written, so that it has to be remembered. */
	wrote: boolean;
}

/** Does what the node was told to do with its items. */
export async function runOperation(context: IExecuteFunctions, input: Input, posting: PostingContext): Promise<Outcome<Operated>> {
	const operation = context.getNodeParameter('operation', 0) as 'post' | 'preview' | 'reconcile' | 'undo' | 'addTracking';
	if (operation === 'reconcile') return await reconcilePeriods(context, input, posting);
	if (operation === 'undo') return await undoRun(context, posting);
	if (operation === 'addTracking') return await trackingRun(context, input, posting);
	const plans = input.plans.map(({ plan }) => plan);
	const run = await postOrders(plans, operation, readChoices(context), posting);
	if (!run.ok) return run;
	return succeed({ outputs: toOutputs(input, run.value.postings), run: run.value, wrote: operation === 'post' });
}

async function reconcilePeriods(context: IExecuteFunctions, input: Input, posting: PostingContext): Promise<Outcome<Operated>> {
	const plans = input.plans.map(({ plan }) => plan);
	const compared = await reconcile(plans, input.periods.map(({ period }) => period), posting);
	if (!compared.ok) return compared;
	const { orders, periods, hints } = compared.value;
	const run: PostingRun = { postings: [], created: [], hints: [...hints, ...periods.map(({ summary }) => summary.summary)] };
	const postedNow = new Map<number, Posting>();
	if (context.getNodeParameter('postMissing', 0, false) === true) {
		const missing = [...orders.entries()].flatMap(([position, { plan }]) => (plan ? [position] : []));
		const now = await postOrders(missing.map((position) => plans[position]!), 'post', readChoices(context), posting);
		if (!now.ok) return now;
		missing.forEach((position, index) => postedNow.set(position, now.value.postings[index]!));
		Object.assign(run, { ...now.value, hints: [...run.hints, ...now.value.hints] });
	}
	return succeed({ outputs: reconciledOutputs(input, compared.value, postedNow), run, wrote: postedNow.size > 0 });
}
