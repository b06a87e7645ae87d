import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Failure } from '../outcome/failure';
import { describeIssues } from '../order/describe-issues';
import type { Attention } from '../postings/posting';
import { undoableSchema, type Undoing } from '../postings/undoing';
import type { PostingContext } from '../quickbooks/post-orders';
import { madeFor, madeInTime, undoOrders, type OrderToUndo } from '../quickbooks/undo-orders';
import { DateTime } from '../vendor/luxon';
import type { Operated } from './run-operation';
import { refusedItem } from './to-outputs';

const OUTPUT_OF: Record<Undoing['outcome'], 0 | 1 | 2> = { undone: 0, preview: 1, nothingToUndo: 1, needsAttention: 2 };

/** Takes back what a run made: of the postings that come in, or of all that was made in a time. */
export async function undoRun(context: IExecuteFunctions, { quickbooks, clock }: PostingContext): Promise<Outcome<Operated>> {
	const by = context.getNodeParameter('undoBy', 0, 'void') === 'delete' ? 'delete' : 'void';
	const preview = context.getNodeParameter('undoPreview', 0, true) !== false;
	const given = context.getNodeParameter('undoWhat', 0, 'items') === 'time' ? await inTime(context, quickbooks) : fromItems(context.getInputData());
	if (!given.ok) return given;
	const { orders, refused, passing } = given.value;
	const undone = await undoOrders(orders.map(({ order }) => order), by, preview, { quickbooks, clock });
	if (!undone.ok) return undone;
	const outputs: INodeExecutionData[][] = [[], [], []];
	undone.value.forEach((undoing, position) => {
		const pairedItem = { item: orders[position]!.index };
		outputs[OUTPUT_OF[undoing.outcome]]!.push({ json: undoing as unknown as IDataObject, pairedItem });
	});
	outputs[2]!.push(...refused);
	const hints = [
		...(preview ? ["Nothing was undone yet: switch 'Only Preview' off to do it"] : []),
		...(passing > 0 ? [`${passing} of the items are no postings, and nothing was undone for them: feed this node from the Posted output of the run that is to be undone`] : []),
	];
	return succeed({ outputs, run: { postings: [], created: [], hints }, wrote: false });
}

interface Given {
	orders: Array<{ order: OrderToUndo; index: number }>;
	/** Postings that cannot be read, on their way to a person. */
	refused: INodeExecutionData[];
	/** How many of the items tell of nothing that was made. */
	passing: number;
}

/** Postings of which something was made. */
function fromItems(items: INodeExecutionData[]): Outcome<Given> {
	const given: Given = { orders: [], refused: [], passing: 0 };
	for (const [index, item] of items.entries()) {
		// What this node refused before it became an order's posting has no transactions.
		if (item.json.document !== 'posting' || !('transactions' in item.json)) {
			given.passing += 1;
			continue;
		}
		const posting = undoableSchema.safeParse(item.json);
		if (posting.success) given.orders.push({ order: madeFor(posting.data), index });
		else given.refused.push(refusedItem({ attention: notAPosting(describeIssues(posting.error)), item, index }));
	}
	return succeed(given);
}

async function inTime(context: IExecuteFunctions, quickbooks: PostingContext['quickbooks']): Promise<Outcome<Given>> {
	const instants: number[] = [];
	for (const [name, label] of [['undoFrom', 'Made From'], ['undoUntil', 'Made Until']] as const) {
		const text = String(context.getNodeParameter(name, 0, ''));
		const date = DateTime.fromISO(text, { zone: context.getTimezone() });
		if (!date.isValid) return fail(notADate(label, text));
		instants.push(date.toMillis());
	}
	const [from, until] = instants as [number, number];
	if (until < from) return fail(endsBeforeItBegins());
	const made = await madeInTime(quickbooks, from, until);
	return made.ok ? succeed({ orders: made.value.map((order) => ({ order, index: 0 })), refused: [], passing: 0 }) : made;
}

const notAPosting = (issues: string): Attention => ({
	reason: 'not-a-posting',
	message: `This item is not a posting that can be undone: ${issues}`,
	remedy: "Feed this node from the Posted output of the run that is to be undone, or correct the named field in the node that made the item",
});

const notADate = (label: string, text: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'not-a-date',
	message: text ? `'${label}' is '${text}', which is not a date` : `'${label}' is empty`,
	remedy: `Give '${label}' a date and time, as in 2026-03-01T09:00:00`,
});

const endsBeforeItBegins = (): Failure => ({
	cause: 'configuration-invalid',
	reason: 'ends-before-it-begins',
	message: "'Made Until' is before 'Made From', so nothing can have been made between them",
	remedy: "Exchange the two, or correct one of them",
});
