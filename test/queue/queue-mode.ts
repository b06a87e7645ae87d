import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installN8n } from '../../demo/n8n/install-n8n';
import { N8nProcess } from '../../demo/n8n/n8n-process';
import { freePort } from '../../demo/n8n/port';
import { startPostgres, type Postgres } from './postgres';
import { startRedis, type Redis } from './redis';

/** Runs that one worker does at once; n8n advises at least five. */
const CONCURRENCY = 5;

/**
 * How soon n8n takes a run for dead whose worker no longer says that it is alive. Its own values are minutes: here nobody has the
 * time to wait for them.
 */
const IMPATIENT = { QUEUE_WORKER_LOCK_DURATION: '6000', QUEUE_WORKER_LOCK_RENEW_TIME: '1500', QUEUE_WORKER_STALLED_INTERVAL: '3000' };

/** One process that does nothing but runs. */
export interface Worker {
	/** `worker-1`, … */
	name: string;
	/** How many runs it has begun. */
	begun(): Promise<number>;
	/** How many runs it is at. */
	busy(): Promise<number>;
	/** Ends it as a crash would, in the middle of its runs. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * What n8n needs to share its runs out over several processes: PostgreSQL, Redis, and workers
 * (https://docs.n8n.io/hosting/scaling/queue-mode/).
 */
export class QueueMode {
	private readonly workers: N8nProcess[] = [];
	private started = 0;

	private constructor(
		private readonly postgres: Postgres,
		private readonly redis: Redis,
	) {}

	/** @throws SetupFailure when PostgreSQL or Redis is not installed. */
	static async open(): Promise<QueueMode> {
		const redis = await startRedis();
		try {
			return new QueueMode(await startPostgres(), redis);
		} catch (error) {
			await redis.stop();
			throw error;
		}
	}

	/** The same for the main process and for every worker. */
	get env(): NodeJS.ProcessEnv {
		return { EXECUTIONS_MODE: 'queue', OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true', ...this.postgres.env, ...this.redis.env, ...IMPATIENT };
	}

	/** Starts one more worker and waits until it takes runs. */
	async startWorker(userFolder: string): Promise<Worker> {
		this.started += 1;
		const name = `worker-${this.started}`;
		const place = { userFolder, port: await freePort(), brokerPort: await freePort() };
		const healthCheck = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(place.port), N8N_WORKER_SERVER_ADDRESS: '127.0.0.1' };
		const role = { command: ['worker', `--concurrency=${CONCURRENCY}`], log: `${name}.log` };
		const worker = await N8nProcess.start(await installN8n(), place, { ...this.env, ...healthCheck }, role);
		this.workers.push(worker);
		const said = async (words: string) => (await readFile(path.join(userFolder, role.log), 'utf8')).split(words).length - 1;
		return {
			name,
			begun: () => said('Worker started execution'),
			busy: async () => (await said('Worker started execution')) - (await said('Worker finished execution')),
			kill: () => worker.kill(),
			stop: () => worker.stop(),
		};
	}

	async stopWorkers(): Promise<void> {
		await Promise.all(this.workers.map((worker) => worker.stop()));
	}

	/** Ends the servers; whoever uses them ends before. */
	async close(): Promise<void> {
		await this.stopWorkers();
		await this.redis.stop();
		await this.postgres.stop();
	}
}
