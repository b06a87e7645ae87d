import type { INode, INodeParameters } from 'n8n-workflow';

/** A node of a workflow that no person looks at, and that nobody has to place. */
export const plainNode = (name: string, type: string, parameters: INodeParameters = {}, typeVersion = 1): INode => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});
