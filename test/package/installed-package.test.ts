import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { builtinModules } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

const ROOT = path.join(__dirname, '..', '..');
const DIST = path.join(ROOT, 'dist');
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
};

interface Vendor {
	axios: { defaults: { timeout?: number } };
	QuickBooksClient: new (...values: unknown[]) => { endpoint: string; findAccounts(clause: string, done: (thrown: unknown) => void): void };
}

const filesBelow = (folder: string): string[] =>
	readdirSync(folder).flatMap((name) => {
		const file = path.join(folder, name);
		return statSync(file).isDirectory() ? filesBelow(file) : [file];
	});

describe('the package as it is installed', () => {
	test('n8n loads every node and credential type of it', async () => {
		const loader = new PackageDirectoryLoader(ROOT);
		await loader.loadAll();
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(['channelTrigger', 'mapOrderToQbTransaction', 'qbOrderToShipStation', 'quickBooksCreateTransaction']);
		expect(Object.keys(loader.credentialTypes)).toHaveLength(manifest.n8n.credentials.length);
	});

	test('it pulls nothing at run time', () => {
		expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
		const foreign = filesBelow(DIST)
			.filter((file) => file.endsWith('.js') && !file.includes(`${path.sep}vendor${path.sep}`))
			.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/require\("([^".][^"]*)"\)/g)].map((match) => match[1]));
		expect([...new Set(foreign)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});

	test('bundled files need nothing but Node.js itself', () => {
		const bundled = filesBelow(path.join(DIST, 'nodes', 'vendor')).filter((file) => file.endsWith('.js'));
		expect(bundled.length).toBeGreaterThan(3);
		const known = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
		for (const file of bundled) {
			const required = [...readFileSync(file, 'utf8').matchAll(/[^.\w]require\("([^"]+)"\)/g)].map((match) => match[1]!);
			expect(required.filter((name) => !known.has(name))).toEqual([]);
		}
	});

	describe('node-quickbooks and our own batch call', () => {
		let silent: Server;
		beforeAll((done) => {
			silent = createServer(() => undefined).listen(0, '127.0.0.1', done);
		});
		afterAll((done) => {
			silent.close(() => done());
			silent.closeAllConnections();
		});

		test('share one copy of axios, whose time-out fires', async () => {
			const bundle = readFileSync(path.join(DIST, 'nodes', 'vendor', 'quickbooks.js'), 'utf8');
			const copies = [...bundle.matchAll(/^\/\/ node_modules\/(?:.+\/)?axios\/(.+)$/gm)].map((match) => match[1]);
			expect(copies).toEqual(['dist/node/axios.cjs']);
			const { axios, QuickBooksClient } = jest.requireActual<Vendor>(path.join(DIST, 'nodes', 'vendor', 'quickbooks.js'));
			expect(axios.defaults.timeout).toBeGreaterThan(100_000);
			axios.defaults.timeout = 150;
			const client = new QuickBooksClient('', '', 'token', '', '1', false, false, '75', '2.0');
			client.endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/v3/company/`;
			const thrown = await new Promise((settle) => client.findAccounts('', settle));
			expect(thrown).toMatchObject({ code: 'ECONNABORTED' });
		});
	});
});
