import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { directionOf } from './directions';
import { pollingMemory } from './polling-memory';

/** A poll in production. Gives nothing while another one of this node is under way. */
export async function pollAsConfigured(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const node = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	const begun = pollingMemory.begin(node);
	if (!begun) return [];
	let read = false;
	try {
		const items = await directionOf(context).poll(context, begun.firstAfterStart);
		read = true;
		return items;
	} finally {
		pollingMemory.end(node, read);
	}
}
