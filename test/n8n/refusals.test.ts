import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Editor } from '../../demo/n8n/editor';
import { packPackage } from '../../demo/n8n/install-package';
import type { N8nApi } from '../../demo/n8n/n8n-api';
import { N8nProcess } from '../../demo/n8n/n8n-process';
import { freePort } from '../../demo/n8n/port';
import { startN8n } from '../../demo/n8n/run-n8n';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'refusals-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a taken port is told before anything is installed or started', async () => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const { port } = other.address() as AddressInfo;
	const log = jest.fn();
	await expect(startN8n({ userFolder: folder, cacheFolder: path.join(folder, 'cache'), port, log })).rejects.toThrow(
		`Port ${port} is in use: stop the program that uses it or choose another port for n8n.`,
	);
	expect(log).not.toHaveBeenCalled();
	await new Promise((resolve) => other.close(resolve));
});

test('a missing Chromium is told with the way to get it', async () => {
	const before = process.env.CHROMIUM_PATH;
	process.env.CHROMIUM_PATH = path.join(folder, 'chromium');
	try {
		const sentence = /needs Chromium and .* is not there: install it \(Debian: apt-get install chromium\)/;
		await expect(Editor.open({} as N8nApi)).rejects.toThrow(sentence);
	} finally {
		if (before === undefined) delete process.env.CHROMIUM_PATH;
		else process.env.CHROMIUM_PATH = before;
	}
});

test('a package that has not been built is not packed', async () => {
	const manifest = { name: 'n8n-nodes-unbuilt', version: '1.0.0', files: ['dist'] };
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
	await expect(packPackage(folder, folder)).rejects.toThrow('The package has not been built: run "npm run build" first.');
});

test('an n8n that ends while it starts is told with its last words and its log', async () => {
	const script = path.join(folder, 'n8n.js');
	await writeFile(script, "console.log('The database is locked'); process.exit(1);");
	const installation = { folder, script, node: { executable: process.execPath } };
	const place = { userFolder: path.join(folder, 'user'), port: await freePort(), brokerPort: await freePort() };
	await expect(N8nProcess.start(installation, place)).rejects.toThrow(
		'n8n ended while it was starting; its last words were "The database is locked" and the rest is in ' +
			`${path.join(folder, 'user', 'n8n.log')}.`,
	);
});

test('an n8n that hangs when it is asked to stop is killed', async () => {
	const script = path.join(folder, 'n8n.js');
	await writeFile(
		script,
		`process.on('SIGTERM', () => undefined);
		require('http').createServer((_, answer) => answer.end()).listen(process.env.N8N_PORT, '127.0.0.1');`,
	);
	const installation = { folder, script, node: { executable: process.execPath } };
	const place = { userFolder: path.join(folder, 'user'), port: await freePort(), brokerPort: await freePort() };
	const n8n = await N8nProcess.start(installation, place);
	expect(n8n.isRunning).toBe(true);
	await n8n.stop(200);
	expect(n8n.isRunning).toBe(false);
});
