import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import type { Failure } from '../outcome/failure';
import { reportAttention } from '../quickbooks/report';
import { trackingAttention } from '../quickbooks/tracking/tracking-report';
import type { Input } from './read-input';
import { recordFigures } from './record-figures';
import { toOutputs, trackingOutputs } from './to-outputs';

/**
 * Nothing could be posted. The run stops; where On Error says to continue, every order leaves by Needs Attention instead:
 * n8n would otherwise pass the items on by the first output, which says Posted.
 */
export function stopRun(
	context: IExecuteFunctions,
	input: Input,
	failure: Failure,
	{ calls, seconds }: { calls: number; seconds: number },
): INodeExecutionData[][] {
	if (!context.continueOnFail()) return throwRunFailure(context.getNode(), failure);
	const outputs =
		context.getNodeParameter('operation', 0) === 'addTracking'
			? trackingOutputs(input, input.shipped.map(({ order }) => trackingAttention(order, failure, undefined, '')), context.getInputData())
			: toOutputs(input, input.plans.map(({ plan }) => reportAttention(plan, '', failure)));
	recordFigures(context, outputs, { postings: [], hints: [], created: [], stoppedBy: failure }, calls, seconds);
	return outputs;
}
