import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { SetupFailure } from '../../demo/n8n/setup-failure';

const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 15_000;

export interface Program {
	/** What people call it: `PostgreSQL`. */
	name: string;
	command: string[];
	/** Takes what it prints. */
	logFile: string;
	isReady(): Promise<boolean>;
}

/** A server that runs beside a test and ends with it. */
export class LoopbackProgram {
	private constructor(private readonly child: ChildProcess) {}

	/** @throws SetupFailure when the program cannot be started or does not answer in time. */
	static async start({ name, command, logFile, isReady }: Program): Promise<LoopbackProgram> {
		const log = openSync(logFile, 'a');
		const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', log, log] });
		closeSync(log);
		child.once('error', () => undefined);
		const endWithUs = () => void child.kill('SIGKILL');
		process.once('exit', endWithUs);
		child.once('exit', () => process.off('exit', endWithUs));
		const program = new LoopbackProgram(child);
		const deadline = Date.now() + READY_WITHIN_MS;
		while (program.isRunning && Date.now() < deadline) {
			if (await isReady()) return program;
			await wait(100);
		}
		await program.stop();
		throw new SetupFailure(`${name} could not be started; it said: ${(await readFile(logFile, 'utf8')).trim().slice(-1_000)}`);
	}

	/** Asks the program to end, and ends it when it has not after a while. */
	async stop(): Promise<void> {
		if (!this.isRunning) return;
		const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
		this.child.kill('SIGINT');
		await Promise.race([ended, wait(STOPS_WITHIN_MS, undefined, { ref: false })]);
		if (this.isRunning) this.child.kill('SIGKILL');
	}

	private get isRunning(): boolean {
		return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
	}
}
