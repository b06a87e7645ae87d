import { copyFile, mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { APPLICATION_FOLDER, defaultCacheFolder, installationFolder, N8N_VERSION } from './cache-folder';
import { explainInstallFailure } from './install-failure';
import { whileLocked } from './install-lock';
import { bringsItsOwnNode, findNodeRuntime, type NodeRuntime } from './node-runtime';
import { withProgress, type Log } from './progress';
import { npmEnvironment, runCommand } from './run-command';
import { SetupFailure } from './setup-failure';

/** n8n takes 2.8 GB when it is installed, and npm needs room beside it while it unpacks. */
const NEEDED_BYTES = 4e9;

/** A finished installation of the real n8n. */
export interface N8nInstallation {
	/** The folder that holds `node_modules`. */
	folder: string;
	/** The script to run with `node`. */
	script: string;
	node: NodeRuntime;
}

/**
 * Installs n8n into the cache once (minutes, gigabytes) and finds it there ever after. Safe to call from two processes at
 * once, and an installation that was cut short is never taken for a finished one: it happens in a folder beside the final
 * one, which appears by a rename at the very end.
 * @throws SetupFailure with one sentence for the person at the terminal.
 */
export async function installN8n(options: { cacheFolder?: string; log?: Log } = {}): Promise<N8nInstallation> {
	const cacheFolder = options.cacheFolder ?? defaultCacheFolder();
	const log = options.log ?? (() => undefined);
	const folder = installationFolder(cacheFolder);
	if (!existsSync(folder)) {
		try {
			await whileLocked(
				`${folder}.lock`,
				(seconds) => log(`Another process is installing n8n; waiting for it to finish ... ${seconds} s`),
				() => installInto(folder, log),
			);
		} catch (error) {
			// The file system's own refusals (no space, no permission) name the call; anything else is a defect of ours.
			const { syscall, message } = error as NodeJS.ErrnoException;
			throw syscall ? explainInstallFailure(message, `${folder}.install.log`) : error;
		}
	}
	return { folder, script: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), node: await findNodeRuntime(folder) };
}

async function installInto(folder: string, log: Log): Promise<void> {
	if (existsSync(folder)) return;
	const cacheFolder = path.dirname(folder);
	await removeAbandoned(folder);
	await refuseWithoutSpace(cacheFolder);
	if (!bringsItsOwnNode) await findNodeRuntime(folder);

	const unfinished = `${folder}.unfinished-${process.pid}`;
	const logFile = `${folder}.install.log`;
	log(`Installing n8n ${N8N_VERSION} into ${folder}: about 3 GB and 5 to 10 minutes, once`);
	await rm(logFile, { force: true });
	await mkdir(unfinished, { recursive: true });
	try {
		for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
			await copyFile(path.join(APPLICATION_FOLDER, file), path.join(unfinished, file));
		}
		await withProgress(log, 'Step 1 of 2: downloading n8n and its libraries', () =>
			npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], unfinished, logFile),
		);
		await withProgress(log, 'Step 2 of 2: building the database driver', () => buildSqlite(unfinished, logFile));
		await rename(unfinished, folder);
	} finally {
		await removeFolder(unfinished);
	}
}

/** Install scripts are off for the whole tree; the database driver is the one package that needs its own. */
async function buildSqlite(folder: string, logFile: string): Promise<void> {
	const { executable, headersFolder } = await findNodeRuntime(folder);
	const build = {
		PATH: [path.dirname(executable), path.join(folder, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
		JOBS: '2',
		...(headersFolder ? { npm_config_nodedir: headersFolder } : {}),
	};
	const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error'];
	await npm(rebuild, folder, logFile, build);
	const check = await runCommand(executable, ['-e', "require('sqlite3')"], { cwd: folder, env: process.env, logFile });
	if (check.code !== 0) throw explainInstallFailure(check.output, logFile);
}

async function npm(args: string[], cwd: string, logFile: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
	const { code, output } = await runCommand('npm', args, { cwd, env: npmEnvironment(env), logFile });
	if (code !== 0) throw explainInstallFailure(output, logFile);
}

async function refuseWithoutSpace(cacheFolder: string): Promise<void> {
	const { bavail, bsize } = await statfs(cacheFolder);
	const free = bavail * bsize;
	if (free >= NEEDED_BYTES) return;
	throw new SetupFailure(
		`n8n needs about 4 GB and ${cacheFolder} has ${(free / 1e9).toFixed(1)} GB left: ` +
			'free some space or name another folder in N8N_DEMO_CACHE.',
	);
}

/** What processes that were killed in the middle left behind. */
async function removeAbandoned(folder: string): Promise<void> {
	const beside = path.dirname(folder);
	const abandoned = (await readdir(beside)).filter((name) => name.startsWith(`${path.basename(folder)}.unfinished-`));
	for (const name of abandoned) await removeFolder(path.join(beside, name));
}

/** Tries again for a while: an npm that lost its parent may still be writing. */
async function removeFolder(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
