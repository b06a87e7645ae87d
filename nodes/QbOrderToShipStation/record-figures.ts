import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withoutSecrets } from '../n8n/without-secrets';
import type { SendingRun } from '../shipstation/send-documents';

/** What a run cost. */
export interface Spent {
	calls: number;
	seconds: number;
}

/**
 * The run's figures as a hint under the node, and as custom data, which the executions list shows and filters by. n8n keeps
 * ten keys an execution, so ours are few; two sending nodes in one workflow add up.
 */
export function recordFigures(context: IExecuteFunctions, outputs: INodeExecutionData[][], run: SendingRun, { calls, seconds }: Spent): void {
	const count = (outcome: string) => outputs.flat().filter(({ json }) => json.outcome === outcome).length;
	const [sent, previewed, unchanged, needsAttention] = [count('sent'), count('preview'), count('unchanged'), count('needsAttention')];
	const figures = { sent, unchanged, needs_attention: needsAttention, calls, seconds: Math.round(seconds * 10) / 10 };
	for (const [name, figure] of Object.entries(figures)) {
		const key = `shipstation_${name}`;
		const before = Number(context.customData.get(key) ?? 0) || 0;
		context.customData.set(key, String(Math.round((before + figure) * 10) / 10));
	}
	const told = [`${sent} sent`, ...(previewed > 0 ? [`${previewed} previewed`] : []), `${unchanged} unchanged`, `${needsAttention} need attention`];
	context.addExecutionHints({
		message: `${told.join(', ')}; ${calls} calls to ShipStation in ${figures.seconds} s.`,
		location: 'outputPane',
		type: needsAttention > 0 ? 'warning' : 'info',
	});
	for (const message of run.hints) context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
	if (run.stoppedBy) {
		const { message, remedy } = run.stoppedBy;
		context.addExecutionHints({ message: withoutSecrets(`The run was stopped: ${message}. ${remedy}.`), location: 'outputPane', type: 'danger' });
	}
}
