import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';
import type { N8nApi } from './n8n-api';

/** A workflow as the editor exports it and as the templates are kept. */
export interface WorkflowFile {
	/** Kept when given, so that links and tests can name it. */
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: Record<string, unknown>;
	meta?: Record<string, unknown>;
}

/** Imports a workflow as the editor's "Import from File" does. @returns its id. */
export async function importWorkflow(api: N8nApi, file: WorkflowFile): Promise<string> {
	const { id, name, nodes, connections, pinData, meta } = file;
	const settings = { executionOrder: 'v1', ...file.settings };
	const workflow = { id, name, nodes, connections, pinData, meta, settings };
	const made = await api.rest<{ id: string }>('POST', '/workflows', workflow);
	return made.id;
}

/** Replaces nodes and connections of a workflow; an active one runs with them from now on. */
export async function updateWorkflow(api: N8nApi, id: string, file: WorkflowFile): Promise<void> {
	const { name, nodes, connections } = file;
	const settings = { executionOrder: 'v1', ...file.settings };
	await api.publicApi('PUT', `/workflows/${id}`, { name, nodes, connections, settings });
}

/** Switches a workflow on: from now on its trigger starts it. n8n refuses when a node's settings are incomplete. */
export async function activate(api: N8nApi, id: string): Promise<void> {
	await api.publicApi('POST', `/workflows/${id}/activate`);
}

/** Switches a workflow off. */
export async function deactivate(api: N8nApi, id: string): Promise<void> {
	await api.publicApi('POST', `/workflows/${id}/deactivate`);
}

/** Presses "Execute workflow". @returns the id of the execution, which has only begun. */
export async function startManually(api: N8nApi, id: string, triggerName: string): Promise<string> {
	const started = await api.rest<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
		triggerToStartFrom: { name: triggerName },
	});
	if (!started.executionId) throw new Error(`'${triggerName}' waits for a webhook call, so n8n ran nothing.`);
	return started.executionId;
}
