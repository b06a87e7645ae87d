import type { Posting } from '../nodes/postings/posting';
import { itemsOf, failureOf, type Execution } from './n8n/executions';
import type { RunningN8n } from './n8n/run-n8n';
import { SetupFailure } from './n8n/setup-failure';
import { CREATE, DEMO_TEMPLATES, fillIn, MAP, readTemplate, TRIGGER, type FillIn, type Template } from './templates';

/** What one workflow did with the orders it was given. */
export interface Synced {
	workflowId: string;
	name: string;
	orders: number;
	posted: Posting[];
	unchanged: Posting[];
	needsAttention: Posting[];
}

/** Imports the demo's templates of the shops, switches them on, and waits until each one's first poll has been worked through. */
export async function syncAll(n8n: RunningN8n, fill: FillIn, suffix = ''): Promise<Synced[]> {
	const synced: Synced[] = [];
	for (const template of DEMO_TEMPLATES) {
		const { workflowId, name, execution } = await runOnce(n8n, template, fill, suffix);
		synced.push({ workflowId, name, ...readRun(execution) });
	}
	return synced;
}

/** Imports a template, switches it on, and waits until its first poll has been worked through. */
export async function runOnce(n8n: RunningN8n, template: Template, fill: FillIn, suffix: string): Promise<{ workflowId: string; name: string; execution: Execution }> {
	const file = readTemplate(template);
	const name = file.name + suffix;
	const workflowId = await n8n.importWorkflow(fillIn(file, { ...fill, name }));
	await n8n.activate(workflowId);
	const execution = await n8n.waitForExecution(workflowId, { timeoutMs: 300_000 });
	const failure = failureOf(execution);
	if (failure) throw new SetupFailure(`The workflow '${name}' stopped: ${failure}`);
	return { workflowId, name, execution };
}

/** The three outputs of the posting node, and what mapping held back. */
export function readRun(execution: Execution): Omit<Synced, 'workflowId' | 'name'> {
	const postings = (node: string, output: number) => itemsOf(execution, node, output) as unknown as Posting[];
	return {
		orders: itemsOf(execution, TRIGGER).length,
		posted: postings(CREATE, 0),
		unchanged: postings(CREATE, 1),
		needsAttention: [...postings(MAP, 1), ...postings(CREATE, 2)],
	};
}
