import type { TrackingReport } from '../nodes/quickbooks/tracking/tracking-report';
import type { SendingReport } from '../nodes/shipstation/sending-report';
import { runOnce } from './first-sync';
import { itemsOf } from './n8n/executions';
import type { RunningN8n } from './n8n/run-n8n';
import { CREATE, SEND, type FillIn } from './templates';

/** What became of the documents that are to be shipped. */
export interface Sent {
	workflowId: string;
	sent: SendingReport[];
	unchanged: SendingReport[];
	needsAttention: SendingReport[];
}

/** What became of the tracking of what was shipped. */
export interface Tracked {
	workflowId: string;
	written: TrackingReport[];
	unchanged: TrackingReport[];
	needsAttention: TrackingReport[];
}

/** Switches on the template that sends documents of QuickBooks to ShipStation, and waits until its first poll has been worked through. */
export async function sendDocumentsOnce(n8n: RunningN8n, fill: FillIn, suffix = ''): Promise<Sent> {
	const { workflowId, execution } = await runOnce(n8n, 'quickbooks-to-shipstation', fill, suffix);
	const reports = (output: number) => itemsOf(execution, SEND, output) as unknown as SendingReport[];
	return { workflowId, sent: reports(0), unchanged: reports(1), needsAttention: reports(2) };
}

/** Switches on the template that brings tracking back, and waits until its first poll has been worked through. */
export async function bringTrackingOnce(n8n: RunningN8n, fill: FillIn, suffix = ''): Promise<Tracked> {
	const { workflowId, execution } = await runOnce(n8n, 'shipstation-tracking', fill, suffix);
	const reports = (output: number) => itemsOf(execution, CREATE, output) as unknown as TrackingReport[];
	return { workflowId, written: reports(0), unchanged: reports(1), needsAttention: reports(2) };
}
