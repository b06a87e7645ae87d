import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addToCustomData, tellRun, toOneDecimal } from '../n8n/run-figures';
import type { PostingRun } from '../quickbooks/post-orders';

/** The run's figures as a hint under the node, and as custom data of the execution. */
export function recordFigures(context: IExecuteFunctions, outputs: INodeExecutionData[][], run: PostingRun, calls: number, spent: number): void {
	const items = outputs.flat();
	const count = (outcome: string) => items.filter(({ json }) => json.outcome === outcome).length;
	const [posted, previewed, undone] = [count('posted'), count('preview'), count('undone')];
	const needsAttention = outputs[2]!.length;
	const passing = items.filter(({ json }) => json.document === 'period' || json.document === 'reconciliation').length;
	const unchanged = items.length - posted - previewed - undone - needsAttention - passing;
	const seconds = toOneDecimal(spent);
	addToCustomData(context, 'quickbooks', { posted, unchanged, needs_attention: needsAttention, calls, seconds });
	const told = [
		`${posted} posted`,
		...(previewed > 0 ? [`${previewed} previewed`] : []),
		...(undone > 0 ? [`${undone} undone`] : []),
		`${unchanged} unchanged`,
		`${needsAttention} need attention`,
	];
	const made = run.created.length > 0 ? ` ${run.created.length} customers or products were created.` : '';
	tellRun(context, { ...run, message: `${told.join(', ')}; ${calls} calls to QuickBooks in ${seconds} s.${made}`, needsAttention: needsAttention > 0 });
}
