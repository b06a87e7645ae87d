import {
	NodeConnectionTypes,
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import type { CredentialVault } from './credential-vault';
import { NodeShelf } from './node-shelf';

/** A node on the canvas of a test. */
export interface CanvasNode {
	name: string;
	/** The node's class, already constructed. */
	type: INodeType;
	parameters?: INodeParameters;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	maxTries?: number;
	/** Where each output leads, by node name; `['Next']` for a single output. */
	to?: Array<string | string[]>;
}

export interface Canvas {
	nodes: CanvasNode[];
	vault: CredentialVault;
	/** What n8n had saved for the workflow: `Workflow.staticData` of an earlier run, copied. */
	staticData?: IDataObject;
	timezone?: string;
}

/** The workflow as n8n would have loaded it. Every node refers to every credential of the vault. */
export function workflowOf({ nodes, vault, staticData, timezone = 'UTC' }: Canvas): Workflow {
	const typeName = (type: INodeType) => `n8n-nodes-quickbooks-order-sync.${type.description.name}`;
	return new Workflow({
		id: 'workflow-under-test',
		nodes: nodes.map((node, index) => ({
			id: `node-${index}`,
			name: node.name,
			type: typeName(node.type),
			typeVersion: latestVersion(node.type),
			position: [200 * index, 0],
			parameters: structuredClone(node.parameters ?? {}),
			credentials: vault.references(),
			...(node.onError ? { onError: node.onError } : {}),
			...(node.retryOnFail ? { retryOnFail: true, maxTries: node.maxTries ?? 2, waitBetweenTries: 0 } : {}),
		})),
		connections: connectionsOf(nodes),
		active: true,
		nodeTypes: new NodeShelf(Object.fromEntries(nodes.map(({ type }) => [typeName(type), type]))),
		staticData: structuredClone(staticData ?? {}),
		settings: { executionOrder: 'v1', timezone },
	});
}

/** What n8n would write to its database: static data without the engine's change tracking. */
export const savedStaticData = (workflow: Workflow): IDataObject =>
	JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;

export function nodeNamed(workflow: Workflow, name: string): INode {
	const node = workflow.getNode(name);
	if (!node) throw new Error(`The workflow has no node named '${name}'`);
	return node;
}

const latestVersion = (type: INodeType): number => [type.description.version].flat().at(-1) ?? 1;

function connectionsOf(nodes: CanvasNode[]): IConnections {
	const wired = nodes.filter(({ to }) => to !== undefined);
	return Object.fromEntries(
		wired.map(({ name, to = [] }) => [
			name,
			{
				main: to.map((targets) =>
					[targets].flat().map((node) => ({ node, type: NodeConnectionTypes.Main, index: 0 })),
				),
			},
		]),
	);
}
