import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The name of the made-up community package. */
export const FIXTURE_PACKAGE = 'n8n-nodes-tally-fixture';

/** A polling trigger that counts its polls, with one list that is searched and one credential that is tested. */
const TRIGGER = `
class TallyTrigger {
	constructor() {
		this.description = {
			displayName: 'Tally Trigger', name: 'tallyTrigger', group: ['trigger'], version: 1, polling: true,
			description: 'Counts its polls', defaults: { name: 'Tally Trigger' }, inputs: [], outputs: ['main'],
			credentials: [{ name: 'tallyApi', required: false }],
			properties: [{
				displayName: 'Ledger', name: 'ledger', type: 'resourceLocator', default: { mode: 'list', value: '' },
				modes: [{
					displayName: 'From List', name: 'list', type: 'list',
					typeOptions: { searchListMethod: 'searchLedgers', searchable: true },
				}],
			}],
		};
		this.methods = { listSearch: { async searchLedgers(filter) {
			const { pen } = await this.getCredentials('tallyApi');
			const all = ['Apples', 'Pears'].map((fruit) => ({ name: fruit + ' in ' + pen, value: fruit.toLowerCase() }));
			return { results: all.filter(({ name }) => name.includes(filter ?? '')) };
		} } };
	}
	async poll() {
		const memory = this.getWorkflowStaticData('node');
		memory.polls = (memory.polls ?? 0) + 1;
		return [[{ json: { polls: memory.polls } }]];
	}
}
exports.TallyTrigger = TallyTrigger;
`;

const CREDENTIAL = `
class TallyApi {
	constructor() {
		this.name = 'tallyApi';
		this.displayName = 'Tally API';
		this.properties = [
			{ displayName: 'Base URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Pen', name: 'pen', type: 'string', typeOptions: { password: true }, default: '' },
		];
		this.authenticate = { type: 'generic', properties: { headers: { 'x-pen': '={{$credentials.pen}}' } } };
		this.test = { request: { baseURL: '={{$credentials.url}}', url: '/whoami' } };
	}
}
exports.TallyApi = TallyApi;
`;

/** Writes the sources of a small community package, to prove the harness apart from our own nodes. */
export async function writeFixturePackage(folder: string): Promise<void> {
	const node = 'dist/nodes/TallyTrigger/TallyTrigger.node.js';
	const credential = 'dist/credentials/TallyApi.credentials.js';
	const manifest = {
		name: FIXTURE_PACKAGE,
		version: '1.0.0',
		keywords: ['n8n-community-node-package'],
		files: ['dist'],
		peerDependencies: { 'n8n-workflow': '*' },
		n8n: { n8nNodesApiVersion: 1, nodes: [node], credentials: [credential] },
	};
	const files = { 'package.json': JSON.stringify(manifest), [node]: TRIGGER, [credential]: CREDENTIAL };
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}
