import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../demo/n8n/port';
import { runCommand } from '../../demo/n8n/run-command';
import { SetupFailure } from '../../demo/n8n/setup-failure';
import { LoopbackProgram } from './loopback-program';

export interface Redis {
	/** n8n's variables for it. */
	env: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

/**
 * A Redis that keeps nothing on disk, on a free port of this machine.
 * @throws SetupFailure when Redis is not installed.
 */
export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	const folder = await mkdtemp(path.join(tmpdir(), 'queue-redis-'));
	const run = async (program: string, args: string[]) => await runCommand(program, args, { cwd: folder, env: process.env });
	if ((await run('redis-server', ['--version'])).code !== 0) {
		throw new SetupFailure('Queue mode needs Redis and it is not installed (Debian: apt-get install redis-server).');
	}
	const server = await LoopbackProgram.start({
		name: 'Redis',
		command: ['redis-server', '--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder],
		logFile: path.join(folder, 'redis.log'),
		isReady: async () => (await run('redis-cli', ['-p', String(port), 'ping'])).stdout.trim() === 'PONG',
	});
	return {
		env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
