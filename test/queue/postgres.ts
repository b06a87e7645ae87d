import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../demo/n8n/port';
import { runCommand } from '../../demo/n8n/run-command';
import { SetupFailure } from '../../demo/n8n/setup-failure';
import { LoopbackProgram } from './loopback-program';

/** Where Debian keeps the versions of PostgreSQL, each with its own programs. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'n8n';

export interface Postgres {
	/** n8n's variables for it. */
	env: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

/**
 * A PostgreSQL of its own in a new folder, on a free port of this machine, without a password.
 * @throws SetupFailure when PostgreSQL is not installed.
 */
export async function startPostgres(): Promise<Postgres> {
	const programs = findPrograms();
	const port = await freePort();
	// Not within a folder of ours: its user must be able to reach it.
	const folder = await mkdtemp(path.join(tmpdir(), 'queue-postgres-'));
	const asUser = await unprivileged(folder);
	const data = path.join(folder, 'data');
	const run = async (command: string[]) => await runCommand(command[0]!, command.slice(1), { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
	const made = await run([...asUser, path.join(programs, 'initdb'), '-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync']);
	if (made.code !== 0) throw new SetupFailure(`PostgreSQL could not make a database: ${made.output.trim()}`);
	// Nothing here has to survive a power cut.
	const settings = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: folder, fsync: 'off', full_page_writes: 'off' };
	const server = await LoopbackProgram.start({
		name: 'PostgreSQL',
		command: [...asUser, path.join(programs, 'postgres'), '-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
		logFile: path.join(folder, 'postgres.log'),
		isReady: async () => (await run([path.join(programs, 'pg_isready'), '-h', '127.0.0.1', '-p', String(port), '-q'])).code === 0,
	});
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: USER,
		},
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function findPrograms(): string {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
	const found = versions.map((version) => path.join(DEBIAN, version, 'bin')).find((folder) => existsSync(path.join(folder, 'initdb')));
	if (!found) throw new SetupFailure('Queue mode needs PostgreSQL and it is not installed (Debian: apt-get install postgresql).');
	return found;
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it, who gets the folder. */
async function unprivileged(folder: string): Promise<string[]> {
	if (process.getuid?.() !== 0) return [];
	const ids: number[] = [];
	for (const option of ['-u', '-g']) {
		const { code, stdout } = await runCommand('id', [option, 'postgres'], { cwd: folder, env: process.env });
		if (code !== 0) throw new SetupFailure("PostgreSQL does not run as root, and there is no user 'postgres' to run it as.");
		ids.push(Number(stdout));
	}
	const [user, group] = ids as [number, number];
	await chown(folder, user, group);
	return ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups'];
}
