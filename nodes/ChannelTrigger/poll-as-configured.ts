import { randomUUID } from 'crypto';
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { readStaticData, writeStaticData } from '../n8n/static-data';
import { directionOf } from './directions';
import { pollingMemory } from './polling-memory';

/** Beside the state of the reading: which poll left it. */
interface LastPoll {
	version: 1;
	id: string;
}

/** A poll in production. Gives nothing while another one of this node is under way. */
export async function pollAsConfigured(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const node = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	const begun = pollingMemory.begin(node, readStaticData<LastPoll>(context, 'lastPoll', 1)?.id);
	if (!begun) return [];
	let poll: string | undefined;
	try {
		const items = await directionOf(context).poll(context, begun.afterBreak);
		poll = randomUUID();
		writeStaticData(context, { lastPoll: { version: 1, id: poll } satisfies LastPoll });
		return items;
	} finally {
		pollingMemory.end(node, poll);
	}
}
