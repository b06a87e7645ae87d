import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Failure } from '../outcome/failure';
import type { Posting } from '../postings/posting';
import type { Undoing } from '../postings/undoing';
import type { PostingContext } from '../quickbooks/post-orders';
import { madeFor, madeInTime, undoOrders, type OrderToUndo } from '../quickbooks/undo-orders';
import { DateTime } from '../vendor/luxon';
import type { Operated } from './run-operation';

const OUTPUT_OF: Record<Undoing['outcome'], 0 | 1 | 2> = { undone: 0, preview: 1, nothingToUndo: 1, needsAttention: 2 };

/** Takes back what a run made: of the postings that come in, or of all that was made in a time. */
export async function undoRun(context: IExecuteFunctions, { quickbooks, clock }: PostingContext): Promise<Outcome<Operated>> {
	const by = context.getNodeParameter('undoBy', 0, 'void') === 'delete' ? 'delete' : 'void';
	const preview = context.getNodeParameter('undoPreview', 0, true) !== false;
	const given = context.getNodeParameter('undoWhat', 0, 'items') === 'time' ? await inTime(context, quickbooks) : fromItems(context.getInputData());
	if (!given.ok) return given;
	const undone = await undoOrders(given.value.map(({ order }) => order), by, preview, { quickbooks, clock });
	if (!undone.ok) return undone;
	const outputs: INodeExecutionData[][] = [[], [], []];
	undone.value.forEach((undoing, position) => {
		const pairedItem = { item: given.value[position]!.index };
		outputs[OUTPUT_OF[undoing.outcome]]!.push({ json: undoing as unknown as IDataObject, pairedItem });
	});
	return succeed({ outputs, run: { postings: [], created: [], hints: preview ? ["Nothing was undone yet: switch 'Only Preview' off to do it"] : [] }, wrote: false });
}

type Given = Array<{ order: OrderToUndo; index: number }>;

/** Postings of which something was made; others pass by without a word. */
const fromItems = (items: INodeExecutionData[]): Outcome<Given> =>
	succeed(
		items.flatMap(({ json }, index) => {
			if (json.document !== 'posting' || !Array.isArray(json.transactions)) return [];
			return [{ order: madeFor(json as unknown as Posting), index }];
		}),
	);

async function inTime(context: IExecuteFunctions, quickbooks: PostingContext['quickbooks']): Promise<Outcome<Given>> {
	const instants: number[] = [];
	for (const [name, label] of [['undoFrom', 'Made From'], ['undoUntil', 'Made Until']] as const) {
		const text = String(context.getNodeParameter(name, 0, ''));
		const date = DateTime.fromISO(text, { zone: context.getTimezone() });
		if (!date.isValid) return fail(notADate(label, text));
		instants.push(date.toMillis());
	}
	const made = await madeInTime(quickbooks, instants[0]!, instants[1]!);
	return made.ok ? succeed(made.value.map((order) => ({ order, index: 0 }))) : made;
}

const notADate = (label: string, text: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'not-a-date',
	message: text ? `'${label}' is '${text}', which is not a date` : `'${label}' is empty`,
	remedy: `Give '${label}' a date and time, as in 2026-03-01T09:00:00`,
});
