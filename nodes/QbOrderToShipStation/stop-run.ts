import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import type { Failure } from '../outcome/failure';
import { reportAttention } from '../shipstation/sending-report';
import type { Input } from './read-input';
import { recordFigures, type Spent } from './record-figures';
import { toOutputs } from './to-outputs';

/**
 * Nothing could be sent. The run stops; where On Error says to continue, every document leaves by Needs Attention instead: n8n would
 * otherwise pass the items on by the first output, which says Sent.
 */
export function stopRun(context: IExecuteFunctions, input: Input, failure: Failure, spent: Spent): INodeExecutionData[][] {
	if (!context.continueOnFail()) return throwRunFailure(context.getNode(), failure);
	const reports = input.documents.map(({ document }) => reportAttention(document, failure));
	const outputs = toOutputs(input, reports);
	recordFigures(context, outputs, { reports, hints: [], stoppedBy: failure }, spent);
	return outputs;
}
