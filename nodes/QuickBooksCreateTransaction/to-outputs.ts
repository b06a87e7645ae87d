import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Posting } from '../postings/posting';
import type { Input } from './read-input';

/** Posted, Unchanged, Needs Attention. A preview wrote nothing, so it leaves by Unchanged. */
const OUTPUT_OF: Record<Posting['outcome'], 0 | 1 | 2> = { posted: 0, unchanged: 1, preview: 1, needsAttention: 2 };

/** Every item leaves by exactly one output, in the order it came, paired with where it came from. */
export function toOutputs(input: Input, postings: Posting[]): INodeExecutionData[][] {
	const leaving = [
		...input.plans.map(({ index }, position) => {
			const posting = postings[position]!;
			return { index, output: OUTPUT_OF[posting.outcome], json: posting as unknown as IDataObject };
		}),
		...input.refused.map(({ attention, item, index }) => ({
			index,
			output: 2 as const,
			json: {
				document: 'posting',
				schemaVersion: 1,
				outcome: 'needsAttention',
				action: 'refused',
				summary: `${attention.message}. ${attention.remedy}.`,
				attention: attention as unknown as IDataObject,
				item: item.json,
			} satisfies IDataObject,
		})),
		...input.passing.map(({ item, index }) => ({ index, output: 1 as const, json: item.json })),
	].sort((a, b) => a.index - b.index);
	const outputs: INodeExecutionData[][] = [[], [], []];
	for (const { index, output, json } of leaving) outputs[output]!.push({ json, pairedItem: { item: index } });
	return outputs;
}
