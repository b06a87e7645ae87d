import type { INodeType, INodeTypes } from 'n8n-workflow';

/** Every node type that a workflow under test can name, by its full type name. */
export class NodeShelf implements INodeTypes {
	constructor(private readonly byName: Record<string, INodeType>) {}

	getByName(name: string): INodeType {
		return this.getByNameAndVersion(name);
	}

	getByNameAndVersion(name: string): INodeType {
		const nodeType = this.byName[name];
		if (!nodeType) throw new Error(`The test put no node type '${name}' on the shelf`);
		return nodeType;
	}

	getKnownTypes() {
		return {};
	}
}
