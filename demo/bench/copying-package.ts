import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const COPYING_PACKAGE = 'n8n-nodes-order-sync-yardstick';

const node = (className: string, displayName: string, inputs: string, execute: string): string => `
const { deepCopy } = require('n8n-workflow');
exports.${className} = class {
	constructor() {
		this.description = {
			displayName: '${displayName}', name: '${className.charAt(0).toLowerCase()}${className.slice(1)}', group: ['transform'], version: 1,
			description: '${displayName}', defaults: { name: '${displayName}' }, inputs: ${inputs}, outputs: ['main'],
			properties: [{ displayName: 'Order', name: 'order', type: 'json', default: '{}' }, { displayName: 'Count', name: 'count', type: 'number', default: 1 }],
		};
	}
	async execute() { ${execute} }
};
`;

/** A package with a node that makes orders, and the yardstick: one that does no more than copy each item. */
export async function writeCopyingPackage(folder: string): Promise<void> {
	const nodes = ['OrderSource', 'DeepCopy'];
	const manifest = {
		name: COPYING_PACKAGE,
		version: '1.0.0',
		keywords: ['n8n-community-node-package'],
		files: ['dist'],
		n8n: { n8nNodesApiVersion: 1, nodes: nodes.map((name) => `dist/${name}.node.js`), credentials: [] },
	};
	await mkdir(path.join(folder, 'dist'), { recursive: true });
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
	await writeFile(
		path.join(folder, 'dist', 'OrderSource.node.js'),
		node(
			'OrderSource',
			'Order Source',
			"['main']",
			`const order = JSON.parse(this.getNodeParameter('order', 0));
			return [Array.from({ length: this.getNodeParameter('count', 0) }, (_, index) => ({
				json: { ...deepCopy(order), id: String(index + 1), number: String(index + 1) }, pairedItem: { item: 0 },
			}))];`,
		),
	);
	await writeFile(
		path.join(folder, 'dist', 'DeepCopy.node.js'),
		node(
			'DeepCopy',
			'Deep Copy',
			"['main']",
			'return [this.getInputData().map((item, index) => ({ json: deepCopy(item.json), pairedItem: { item: index } }))];',
		),
	);
}
