import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const YARDSTICK_PACKAGE = 'n8n-nodes-order-sync-yardstick';

interface NodeSource {
	displayName: string;
	properties: object[];
	/** The statements of `execute`. */
	execute: string;
}

/** n8n's node types are called as their classes are. */
const NODES: Record<string, NodeSource> = {
	/** Gives out `count` orders, each one of the examples with an id, a number and, if wanted, a customer of its own. */
	OrderSource: {
		displayName: 'Order Source',
		properties: [
			{ displayName: 'Examples', name: 'examples', type: 'json', default: '[]' },
			{ displayName: 'Count', name: 'count', type: 'number', default: 1 },
			{ displayName: 'First', name: 'first', type: 'number', default: 1 },
			{ displayName: 'Own Customers', name: 'ownCustomers', type: 'boolean', default: false },
		],
		execute: `
			const examples = JSON.parse(this.getNodeParameter('examples', 0));
			const customers = this.getNodeParameter('ownCustomers', 0);
			const buyer = (number) => (customers ? { customer: { firstName: 'Buyer', lastName: 'Number ' + number, email: 'buyer' + number + '@example.com' } } : {});
			return [Array.from({ length: this.getNodeParameter('count', 0) }, (_, index) => {
				const number = String(index + this.getNodeParameter('first', 0));
				return { json: { ...deepCopy(examples[index % examples.length]), id: number, number, ...buyer(number) }, pairedItem: { item: 0 } };
			})];`,
	},
	/** The yardstick: does no more than copy each item. A Code node would run in another process. */
	DeepCopy: {
		displayName: 'Deep Copy',
		properties: [],
		execute: 'return [this.getInputData().map((item, index) => ({ json: deepCopy(item.json), pairedItem: { item: index } }))];',
	},
};

const source = (name: string, { displayName, properties, execute }: NodeSource): string => `
const { deepCopy } = require('n8n-workflow');
exports.${name} = class {
	constructor() {
		this.description = {
			displayName: '${displayName}', name: '${typeName(name)}', group: ['transform'], version: 1, description: '${displayName}',
			defaults: { name: '${displayName}' }, inputs: ['main'], outputs: ['main'], properties: ${JSON.stringify(properties)},
		};
	}
	async execute() { ${execute} }
};
`;

const typeName = (className: string): string => className.charAt(0).toLowerCase() + className.slice(1);

/** Writes the sources of a community package with the two nodes that Map is measured with. */
export async function writeYardstickPackage(folder: string): Promise<void> {
	const file = (name: string) => `dist/${name}.node.js`;
	const manifest = {
		name: YARDSTICK_PACKAGE,
		version: '1.0.0',
		keywords: ['n8n-community-node-package'],
		files: ['dist'],
		n8n: { n8nNodesApiVersion: 1, nodes: Object.keys(NODES).map(file), credentials: [] },
	};
	await mkdir(path.join(folder, 'dist'), { recursive: true });
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
	for (const [name, node] of Object.entries(NODES)) await writeFile(path.join(folder, file(name)), source(name, node));
}
