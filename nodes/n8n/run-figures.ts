import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../outcome/failure';
import { withoutSecrets } from '../outcome/without-secrets';

export const toOneDecimal = (figure: number): number => Math.round(figure * 10) / 10;

/**
 * Adds figures to the execution's custom data, which the executions list shows and filters by: two nodes of a kind in one workflow add up.
 * n8n keeps ten keys an execution.
 */
export function addToCustomData({ customData }: IExecuteFunctions, prefix: string, figures: Record<string, number>): void {
	for (const [name, figure] of Object.entries(figures)) {
		const key = `${prefix}_${name}`;
		const before = Number(customData.get(key) ?? 0) || 0;
		customData.set(key, String(toOneDecimal(before + figure)));
	}
}

interface RunInWords {
	/** The figures, in a sentence. */
	message: string;
	needsAttention: boolean;
	/** Soft findings. */
	hints: readonly string[];
	stoppedBy?: Failure;
}

/** Says under the node what a run did, what it noticed and what stopped it. */
export function tellRun(context: IExecuteFunctions, { message, needsAttention, hints, stoppedBy }: RunInWords): void {
	const tell = (text: string, type: 'info' | 'warning' | 'danger') => context.addExecutionHints({ message: text, location: 'outputPane', type });
	tell(message, needsAttention ? 'warning' : 'info');
	for (const hint of hints) tell(hint, 'warning');
	if (stoppedBy) tell(withoutSecrets(`The run was stopped: ${stoppedBy.message}. ${stoppedBy.remedy}.`), 'danger');
}
