import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { reportAttention, SENDING_SCHEMA_VERSION, type SendingReport } from '../shipstation/sending-report';
import type { Input } from './read-input';

/** Sent, Unchanged, Needs Attention. A preview wrote nothing, so it leaves by Unchanged. */
const OUTPUT_OF: Record<SendingReport['outcome'], 0 | 1 | 2> = { sent: 0, unchanged: 1, preview: 1, needsAttention: 2 };

/** Every item leaves by exactly one output, in the order it came, paired with where it came from. */
export function toOutputs(input: Input, reports: readonly SendingReport[]): INodeExecutionData[][] {
	const leaving = [
		...input.documents.map(({ index }, position) => {
			const report = reports[position]!;
			return { index, output: OUTPUT_OF[report.outcome], json: report as unknown as IDataObject };
		}),
		...input.refused.map((one) => ({ index: one.index, output: 2 as const, json: refusal(one) })),
	].sort((a, b) => a.index - b.index);
	const outputs: INodeExecutionData[][] = [[], [], []];
	for (const { index, output, json } of leaving) outputs[output]!.push({ json, pairedItem: { item: index } });
	return outputs;
}

function refusal({ failure, document, item }: Input['refused'][number]): IDataObject {
	if (document) return reportAttention(document, failure) as unknown as IDataObject;
	const { reason, message, remedy } = failure;
	return {
		document: 'sending',
		schemaVersion: SENDING_SCHEMA_VERSION,
		outcome: 'needsAttention',
		action: 'refused',
		summary: `${message}. ${remedy}.`,
		remarks: [],
		attention: { reason, message, remedy },
		item: item.json,
	};
}
