import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { N8nInstallation } from './install-n8n';
import { n8nEnvironment, type N8nPlace } from './n8n-environment';
import { SetupFailure } from './setup-failure';

/** A first start takes 10 to 12 seconds on two idle cores; on busy ones it has taken 50. */
const READY_WITHIN_MS = 240_000;
/** n8n lets running executions end when it is asked to stop; after this it is killed. */
const STOPS_WITHIN_MS = 30_000;

/** What a process of n8n is for: by default the editor, the triggers and, unless there is a queue, the runs. */
export interface N8nRole {
	/** The command of n8n's command line, with its arguments. */
	command: string[];
	/** The file in the user folder that takes what it prints. */
	log: string;
}

const MAIN: N8nRole = { command: ['start'], log: 'n8n.log' };

/** One running n8n server. */
export class N8nProcess {
	private constructor(
		private readonly child: ChildProcess,
		/** The address of the editor and the API, or of a worker's health check, without a slash at the end. */
		readonly url: string,
		/** Everything it printed, over all starts in the same user folder. */
		readonly logFile: string,
	) {}

	/**
	 * Starts n8n and waits until it answers. It is killed when our process exits; a program that can be ended by a signal
	 * handles the signal and calls `stop`.
	 * @throws SetupFailure when n8n ends or does not answer in time; it names the log file.
	 */
	static async start(installation: N8nInstallation, place: N8nPlace, env: NodeJS.ProcessEnv = {}, role = MAIN): Promise<N8nProcess> {
		const logFile = path.join(place.userFolder, role.log);
		mkdirSync(place.userFolder, { recursive: true });
		const log = openSync(logFile, 'a');
		const child = spawn(installation.node.executable, [installation.script, ...role.command], {
			cwd: place.userFolder,
			env: n8nEnvironment(place, env),
			stdio: ['ignore', log, log],
		});
		closeSync(log);
		const n8n = new N8nProcess(child, `http://127.0.0.1:${place.port}`, logFile);
		const endWithUs = () => void child.kill('SIGKILL');
		process.once('exit', endWithUs);
		child.once('exit', () => process.off('exit', endWithUs));
		// Without a listener, a program that cannot be started would be an uncaught error; `untilReady` reports it.
		child.once('error', () => undefined);
		try {
			await n8n.untilReady();
		} catch (error) {
			await n8n.kill();
			throw error;
		}
		return n8n;
	}

	get pid(): number | undefined {
		return this.child.pid;
	}

	get isRunning(): boolean {
		return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
	}

	/** Asks n8n to finish what it does and to end; kills it when it has not after a while. */
	async stop(patienceMs = STOPS_WITHIN_MS): Promise<void> {
		await this.end('SIGTERM', patienceMs);
		await this.kill();
	}

	/** Ends n8n as a crash would: at once, in the middle of whatever it does. */
	async kill(): Promise<void> {
		await this.end('SIGKILL', STOPS_WITHIN_MS);
	}

	private async end(signal: NodeJS.Signals, patienceMs: number): Promise<void> {
		if (!this.isRunning) return;
		const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
		this.child.kill(signal);
		const giveUp = new AbortController();
		await Promise.race([ended, wait(patienceMs, undefined, { signal: giveUp.signal }).catch(() => undefined)]);
		giveUp.abort();
	}

	private async untilReady(): Promise<void> {
		const deadline = Date.now() + READY_WITHIN_MS;
		while (this.isRunning && Date.now() < deadline) {
			const ready = await fetch(`${this.url}/healthz/readiness`).then((answer) => answer.ok, () => false);
			if (ready) return;
			await wait(200);
		}
		const why = this.isRunning ? `did not answer within ${READY_WITHIN_MS / 1000} seconds` : 'ended while it was starting';
		throw new SetupFailure(`n8n ${why}; its last words were "${await this.lastWords()}" and the rest is in ${this.logFile}.`);
	}

	private async lastWords(): Promise<string> {
		const lines = (await readFile(this.logFile, 'utf8')).split('\n').map((line) => line.trim()).filter(Boolean);
		return lines.at(-1) ?? '';
	}
}
