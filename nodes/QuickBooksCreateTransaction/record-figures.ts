import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withoutSecrets } from '../n8n/without-secrets';
import type { PostingRun } from '../quickbooks/post-orders';

/**
 * The run's figures as a hint under the node, and as custom data, which the executions list shows and filters by. n8n keeps
 * ten keys an execution, so ours are few; two posting nodes in one workflow add up.
 */
export function recordFigures(context: IExecuteFunctions, outputs: INodeExecutionData[][], run: PostingRun, calls: number, seconds: number): void {
	const items = outputs.flat();
	const count = (outcome: string) => items.filter(({ json }) => json.outcome === outcome).length;
	const [posted, previewed, undone] = [count('posted'), count('preview'), count('undone')];
	const needsAttention = outputs[2]!.length;
	const passing = items.filter(({ json }) => json.document === 'period' || json.document === 'reconciliation').length;
	const unchanged = items.length - posted - previewed - undone - needsAttention - passing;
	const figures = { posted, unchanged, needs_attention: needsAttention, calls, seconds: Math.round(seconds * 10) / 10 };
	for (const [name, figure] of Object.entries(figures)) {
		const key = `quickbooks_${name}`;
		const before = Number(context.customData.get(key) ?? 0) || 0;
		context.customData.set(key, String(Math.round((before + figure) * 10) / 10));
	}
	const told = [
		`${posted} posted`,
		...(previewed > 0 ? [`${previewed} previewed`] : []),
		...(undone > 0 ? [`${undone} undone`] : []),
		`${unchanged} unchanged`,
		`${needsAttention} need attention`,
	];
	const made = run.created.length > 0 ? ` ${run.created.length} customers or products were created.` : '';
	context.addExecutionHints({
		message: `${told.join(', ')}; ${calls} calls to QuickBooks in ${figures.seconds} s.${made}`,
		location: 'outputPane',
		type: needsAttention > 0 ? 'warning' : 'info',
	});
	for (const message of run.hints) context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
	if (run.stoppedBy) {
		const { message, remedy } = run.stoppedBy;
		context.addExecutionHints({ message: withoutSecrets(`The run was stopped: ${message}. ${remedy}.`), location: 'outputPane', type: 'danger' });
	}
}
