import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { npmEnvironment, runCommand } from './run-command';
import { SetupFailure } from './setup-failure';

/**
 * Packs a built package as it would be published.
 * @param packageFolder the folder of its package.json; what `files` names there must have been built.
 * @returns the path of the tarball in `destination`.
 */
export async function packPackage(packageFolder: string, destination: string): Promise<string> {
	await mkdir(destination, { recursive: true });
	const args = ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination];
	const { code, stdout, output } = await runCommand('npm', args, { cwd: packageFolder, env: npmEnvironment() });
	if (code !== 0) throw new SetupFailure(`npm could not pack ${packageFolder}: ${output.trim()}`);
	const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string; files: Array<{ path: string }> }>);
	if (!packed?.files.some((file) => file.path.startsWith('dist/'))) {
		throw new SetupFailure('The package has not been built: run "npm run build" first.');
	}
	return path.join(destination, packed.filename);
}

/**
 * Installs a packed community package the way n8n's own "Install" button does (community-packages.service of n8n 2.41):
 * unpack it into `.n8n/nodes/node_modules`, without its development and peer dependencies, let npm add its run-time
 * dependencies, and write it down in `.n8n/nodes/package.json`. The button itself takes packages from the npm registry only.
 * npm runs offline: a package that pulls anything would fail here. n8n reads the folder when it starts.
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const unpacked = path.join(nodesFolder, 'unpacked');
	await rm(unpacked, { recursive: true, force: true });
	await mkdir(unpacked, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], nodesFolder);

	const manifestFile = path.join(unpacked, 'package.json');
	const manifest = await readJson(manifestFile);
	for (const list of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[list];
	await writeJson(manifestFile, manifest);
	const keepSmall = ['--bin-links=false', '--install-strategy=shallow', '--ignore-scripts', '--package-lock=false'];
	await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', ...keepSmall], unpacked);

	const name = String(manifest.name);
	const installed = path.join(nodesFolder, 'node_modules', name);
	await rm(installed, { recursive: true, force: true });
	await mkdir(path.dirname(installed), { recursive: true });
	await rename(unpacked, installed);
	await writeDown(path.join(nodesFolder, 'package.json'), name, String(manifest.version));
}

/** n8n's list of what it installed; without it, n8n would take the folder for one it has yet to fill. */
async function writeDown(listFile: string, name: string, version: string): Promise<void> {
	const list = existsSync(listFile) ? await readJson(listFile) : { name: 'installed-nodes', private: true };
	await writeJson(listFile, { ...list, dependencies: { ...(list.dependencies as object | undefined), [name]: version } });
}

async function run(program: string, args: string[], cwd: string): Promise<void> {
	const { code, output } = await runCommand(program, args, { cwd, env: npmEnvironment() });
	if (code !== 0) throw new SetupFailure(`${program} could not install the package into n8n: ${output.trim()}`);
}

async function readJson(file: string): Promise<Record<string, unknown>> {
	return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}

async function writeJson(file: string, value: unknown): Promise<void> {
	await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
