import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Attention, Posting } from '../postings/posting';
import type { ReconciledOrder, Verdict } from '../postings/reconciliation';
import type { Reconciliation } from '../quickbooks/reconcile';
import type { TrackingReport } from '../quickbooks/tracking/tracking-report';
import type { Input } from './read-input';

const POSTED = 0;
const UNCHANGED = 1;
const NEEDS_ATTENTION = 2;

/** An item on its way out: where it came from and by which output it leaves. */
interface Leaving {
	index: number;
	output: typeof POSTED | typeof UNCHANGED | typeof NEEDS_ATTENTION;
	json: object;
}

/** A preview wrote nothing, so it leaves by Unchanged. */
const OUTPUT_OF: Record<Posting['outcome'], Leaving['output']> = {
	posted: POSTED,
	unchanged: UNCHANGED,
	preview: UNCHANGED,
	needsAttention: NEEDS_ATTENTION,
};

const OUTPUT_OF_VERDICT: Record<Verdict, Leaving['output']> = {
	posted: UNCHANGED,
	held: UNCHANGED,
	missing: NEEDS_ATTENTION,
	incomplete: NEEDS_ATTENTION,
	different: NEEDS_ATTENTION,
	unknown: NEEDS_ATTENTION,
};

/** Every item leaves by exactly one output, in the order it came, paired with where it came from. */
export const toOutputs = (input: Input, postings: Posting[]): INodeExecutionData[][] =>
	inOrder([
		...input.plans.map(({ index }, position) => ofPosting(index, postings[position]!)),
		...input.periods.map(({ item, index }) => ({ index, output: UNCHANGED, json: item.json }) as const),
		...others(input),
	]);

/**
 * What was compared, in the order it came; each period's item is followed by what the books hold beyond it, and gives way to its
 * summary.
 * @param postedNow what was posted of the missing, by the position of its plan
 */
export function reconciledOutputs(
	input: Input,
	{ orders, periods }: Reconciliation,
	postedNow: Map<number, Posting>,
): INodeExecutionData[][] {
	const ofOrder = (order: ReconciledOrder, index: number): Leaving => ({ index, output: OUTPUT_OF_VERDICT[order.verdict], json: order });
	return inOrder([
		...input.plans.map(({ index }, position) => {
			const now = postedNow.get(position);
			return now ? ofPosting(index, now) : ofOrder(orders[position]!, index);
		}),
		...input.periods.flatMap(({ index }, position) => {
			const { summary, unknown } = periods[position]!;
			return [...unknown.map((order) => ofOrder(order, index)), { index, output: UNCHANGED, json: summary } as const];
		}),
		...others(input),
	]);
}

const ofPosting = (index: number, posting: Posting): Leaving => ({ index, output: OUTPUT_OF[posting.outcome], json: posting });

const others = (input: Input): Leaving[] => [
	...input.refused.map(refusal),
	...input.shipped.map(({ item, index }) => refusal({ attention: ADD_TRACKING, item, index })),
	...input.passing.map(({ item, index }) => ({ index, output: UNCHANGED, json: item.json }) as const),
];

const refusal = ({ attention, item, index }: Input['refused'][number]): Leaving => ({
	index,
	output: NEEDS_ATTENTION,
	json: {
		document: 'posting',
		schemaVersion: 1,
		outcome: 'needsAttention',
		action: 'refused',
		summary: `${attention.message}. ${attention.remedy}.`,
		attention,
		item: item.json,
	},
});

/** An item that no operation understood, on its way to a person. */
export const refusedItem = (one: Input['refused'][number]): INodeExecutionData => itemOf(refusal(one));

const itemOf = ({ json, index }: Leaving): INodeExecutionData => ({ json: json as IDataObject, pairedItem: { item: index } });

const ADD_TRACKING: Attention = {
	reason: 'not-a-plan',
	message: 'This item is a shipped order, not a transaction plan',
	remedy: "Choose Add Tracking under 'Operation', or another source",
};

const PLAN: Attention = {
	reason: 'not-a-shipped-order',
	message: 'This item is a transaction plan, not a shipped order',
	remedy: "Feed this node from 'Channel Trigger' with 'Sync Direction' Shipments From ShipStation, or choose another 'Operation'",
};

const OUTPUT_OF_TRACKING: Record<TrackingReport['outcome'], Leaving['output']> = {
	posted: POSTED,
	unchanged: UNCHANGED,
	preview: UNCHANGED,
	needsAttention: NEEDS_ATTENTION,
};

/** What became of the tracking of shipped orders; anything else is no shipped order. */
export const trackingOutputs = (input: Input, reports: readonly TrackingReport[], items: INodeExecutionData[]): INodeExecutionData[][] =>
	inOrder([
		...input.shipped.map(({ index }, position): Leaving => {
			const report = reports[position]!;
			return { index, output: OUTPUT_OF_TRACKING[report.outcome], json: report };
		}),
		...input.refused.map(refusal),
		...input.plans.map(({ index }) => refusal({ attention: PLAN, item: items[index]!, index })),
		...[...input.periods, ...input.passing].map(({ item, index }): Leaving => ({ index, output: UNCHANGED, json: item.json })),
	]);

function inOrder(leaving: Leaving[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], []];
	for (const one of leaving.sort((a, b) => a.index - b.index)) outputs[one.output]!.push(itemOf(one));
	return outputs;
}
