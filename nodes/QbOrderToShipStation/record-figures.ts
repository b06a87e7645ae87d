import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addToCustomData, tellRun, toOneDecimal } from '../n8n/run-figures';
import type { SendingRun } from '../shipstation/send-documents';

/** What a run cost. */
export interface Spent {
	calls: number;
	seconds: number;
}

/** The run's figures as a hint under the node, and as custom data of the execution. */
export function recordFigures(context: IExecuteFunctions, outputs: INodeExecutionData[][], run: SendingRun, spent: Spent): void {
	const count = (outcome: string) => outputs.flat().filter(({ json }) => json.outcome === outcome).length;
	const [sent, previewed, unchanged, needsAttention] = [count('sent'), count('preview'), count('unchanged'), count('needsAttention')];
	const { calls } = spent;
	const seconds = toOneDecimal(spent.seconds);
	addToCustomData(context, 'shipstation', { sent, unchanged, needs_attention: needsAttention, calls, seconds });
	const told = [`${sent} sent`, ...(previewed > 0 ? [`${previewed} previewed`] : []), `${unchanged} unchanged`, `${needsAttention} need attention`];
	tellRun(context, { ...run, message: `${told.join(', ')}; ${calls} calls to ShipStation in ${seconds} s.`, needsAttention: needsAttention > 0 });
}
