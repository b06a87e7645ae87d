import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { packPackage } from '../../demo/n8n/install-package';
import { startN8n, type RunningN8n } from '../../demo/n8n/run-n8n';
import { n8n as declared, name as packageName } from '../../package.json';

/** `dist/nodes/X/X.node.js` holds the class X, whose type is named x. */
const ourTypes = (declared.nodes as string[]).map((file) => {
	const className = path.basename(file, '.node.js');
	return `${packageName}.${className.charAt(0).toLowerCase()}${className.slice(1)}`;
});

const whenThereAreNodes = ourTypes.length > 0 ? describe : describe.skip;

whenThereAreNodes('the built package in the real n8n', () => {
	let folder: string;
	let n8n: RunningN8n;
	let ours: INodeTypeDescription[];

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'package-in-n8n-'));
		const packageTarballs = [await packPackage(path.join(__dirname, '..', '..'), folder)];
		n8n = await startN8n({
			userFolder: path.join(folder, 'user'),
			packageTarballs,
			log: (line) => process.stdout.write(`${line}\n`),
		});
		ours = (await n8n.api.nodeTypes()).filter(({ name }) => name.startsWith(`${packageName}.`));
	});

	afterAll(async () => {
		await n8n?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	test('registers every node that package.json declares, under the name that templates use', () => {
		expect(ours.map(({ name }) => name)).toEqual(expect.arrayContaining(ourTypes));
	});

	test('serves every icon that a node shows', async () => {
		const icons = ours.flatMap(({ iconUrl = 'none' }) => (typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl)));
		expect(icons.length).toBeGreaterThanOrEqual(ours.length);
		for (const icon of icons) {
			const answer = await fetch(`${n8n.url}/${icon}`);
			const served = [icon, answer.status, answer.headers.get('content-type')];
			expect(served).toEqual([icon, 200, expect.stringContaining('image/svg')]);
		}
	});
});
