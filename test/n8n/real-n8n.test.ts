import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Editor } from '../../demo/n8n/editor';
import { itemsOf } from '../../demo/n8n/executions';
import { packPackage } from '../../demo/n8n/install-package';
import { pollTimesEvery } from '../../demo/n8n/poll-times';
import { startN8n, type RunningN8n } from '../../demo/n8n/run-n8n';
import type { WorkflowFile } from '../../demo/n8n/workflows';
import { FIXTURE_PACKAGE, writeFixturePackage } from './fixture-package';

const TRIGGER_TYPE = `${FIXTURE_PACKAGE}.tallyTrigger`;
const tally = { id: 'tally-credential', name: 'Tally', type: 'tallyApi' };
const tallyOfNode = { tallyApi: { id: tally.id, name: tally.name } };

const tallyWorkflow: WorkflowFile = {
	id: 'tallyWorkflow',
	name: 'Tally',
	nodes: [
		{
			id: 'trigger',
			name: 'Tally Trigger',
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				pollTimes: pollTimesEvery(5),
				ledger: { __rl: true, mode: 'list', value: 'apples' },
			},
			credentials: tallyOfNode,
		},
		{
			id: 'double',
			name: 'Double',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [300, 0],
			parameters: { mode: 'raw', jsonOutput: '={{ { doubled: $json.polls * 2 } }}' },
		},
	],
	connections: { 'Tally Trigger': { main: [[{ node: 'Double', type: 'main', index: 0 }]] } },
};

let folder: string;
let n8n: RunningN8n;
let service: Server;
let serviceUrl: string;
const pens: string[] = [];

beforeAll(async () => {
	service = createServer((request, response) => {
		pens.push(String(request.headers['x-pen']));
		response.writeHead(request.headers['x-pen'] === 'blue ink' ? 200 : 401).end('{}');
	});
	await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
	serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

	folder = await mkdtemp(path.join(tmpdir(), 'real-n8n-'));
	await writeFixturePackage(path.join(folder, 'package'));
	n8n = await startN8n({
		userFolder: path.join(folder, 'user'),
		packageTarballs: [await packPackage(path.join(folder, 'package'), folder)],
		credentials: [{ ...tally, data: { url: serviceUrl, pen: 'blue ink' } }],
		log: (line) => process.stdout.write(`${line}\n`),
	});
});

afterAll(async () => {
	await n8n?.stop();
	service.close();
	service.closeAllConnections();
	await rm(folder, { recursive: true, force: true });
});

test('a packed package is loaded as a community package, under its own name', async () => {
	const loaded = (await n8n.api.nodeTypes()).map(({ name }) => name);
	expect(loaded).toContain(TRIGGER_TYPE);
	expect(loaded).toContain('n8n-nodes-base.set');
});

test('a resource locator lists what the node finds with its imported credential', async () => {
	const list = { nodeType: TRIGGER_TYPE, path: 'parameters.ledger', method: 'searchLedgers', credentials: tallyOfNode };
	await expect(n8n.searchList(list, 'Pears')).resolves.toEqual({ results: [{ name: 'Pears in blue ink', value: 'pears' }] });
});

test('a credential test reaches the service and tells good from bad', async () => {
	expect(await n8n.testCredential(tally)).toMatchObject({ status: 'OK' });
	expect(pens.at(-1)).toBe('blue ink');
	const wrong = await n8n.createCredential({ name: 'Wrong', type: tally.type, data: { url: serviceUrl, pen: 'red ink' } });
	expect(await n8n.testCredential({ ...wrong, type: tally.type })).toMatchObject({ status: 'Error' });
	expect(pens.at(-1)).toBe('red ink');
});

test('an activated workflow polls by itself and its executions can be read', async () => {
	const id = await n8n.importWorkflow(tallyWorkflow);
	expect(id).toBe('tallyWorkflow');
	await n8n.activate(id);
	const first = await n8n.waitForExecution(id);
	const second = await n8n.waitForExecution(id, { after: first.id });
	expect([first, second].map(({ mode, status }) => [mode, status])).toEqual([['trigger', 'success'], ['trigger', 'success']]);
	expect(itemsOf(first, 'Tally Trigger')).toEqual([{ polls: 1 }]);
	expect(itemsOf(second, 'Double')).toEqual([{ doubled: 4 }]);
});

test('a workflow runs by hand', async () => {
	const run = await n8n.runManually('tallyWorkflow', 'Tally Trigger');
	expect([run.mode, run.status]).toEqual(['manual', 'success']);
	expect(itemsOf(run, 'Double')).toHaveLength(1);
});

test('an active workflow goes on polling after a crash, and stops when it is deactivated', async () => {
	const seen = (await n8n.executions('tallyWorkflow')).at(-1)?.id ?? 0;
	await n8n.kill();
	await expect(fetch(n8n.url)).rejects.toThrow();
	await n8n.start();
	const next = await n8n.waitForExecution('tallyWorkflow', { after: seen });
	expect(next.mode).toBe('trigger');

	await n8n.deactivate('tallyWorkflow');
	const last = (await n8n.executions('tallyWorkflow')).at(-1)?.id ?? 0;
	await expect(n8n.waitForExecution('tallyWorkflow', { after: last, timeoutMs: 7_000 })).rejects.toThrow('7 seconds');
});

describe('the editor', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await n8n.openEditor();
	});

	afterAll(async () => {
		await editor?.close();
	});

	test('shows the nodes on the canvas and the parameters in a panel', async () => {
		expect(await editor.openWorkflow('tallyWorkflow')).toEqual(['Tally Trigger', 'Double']);
		const canvas = path.join(folder, 'canvas.png');
		await editor.screenshot(canvas);
		expect((await stat(canvas)).size).toBeGreaterThan(10_000);

		expect(await editor.openNode('Tally Trigger')).toEqual(expect.arrayContaining(['Poll Times', 'Ledger']));
		await editor.closeNode();
		expect(await editor.openNode('Double')).toContain('JSON');
	});

	test('shows what an execution did', async () => {
		const [first] = await n8n.executions('tallyWorkflow');
		await editor.openExecution('tallyWorkflow', first?.id ?? 0);
		await expect(editor.page.getByText('1 item').first().waitFor()).resolves.toBeUndefined();
	});
});
