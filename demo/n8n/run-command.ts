import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

export interface CommandOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** A file that takes everything the command prints, appended. */
	logFile?: string;
}

export interface CommandResult {
	/** The exit code; null when the command was ended by a signal or could not be started. */
	code: number | null;
	/** What the command printed on standard output. */
	stdout: string;
	/** What the command printed on both outputs, in the order of arrival. */
	output: string;
}

/** Runs a program to its end without a shell. Never rejects: a program that cannot be started reports why in `output`. */
export async function runCommand(program: string, args: string[], options: CommandOptions): Promise<CommandResult> {
	const logFile = options.logFile ? createWriteStream(options.logFile, { flags: 'a' }) : undefined;
	return await new Promise((resolve) => {
		let stdout = '';
		let output = '';
		const child = spawn(program, args, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
		const keep = (text: string) => {
			output += text;
			logFile?.write(text);
		};
		const finish = (code: number | null) => {
			logFile?.end();
			resolve({ code, stdout, output });
		};
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			keep(text);
		});
		child.stderr.setEncoding('utf8').on('data', keep);
		child.once('error', (error) => {
			keep(error.message);
			finish(null);
		});
		child.once('close', finish);
	});
}

/**
 * The environment for a child npm: the person's own settings, without what an outer `npm run` adds about our package and
 * without what would change how n8n is installed.
 */
export function npmEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const ofTheOuterRun = /^(npm_(package|lifecycle)_|npm_command$|npm_config_(local_prefix|omit|ignore_scripts)$|INIT_CWD$)/;
	const ofTheTestRunner = /^(NODE_ENV|NODE_OPTIONS|JEST_WORKER_ID)$/;
	const own = Object.entries(process.env).filter(([name]) => !ofTheOuterRun.test(name) && !ofTheTestRunner.test(name));
	return { ...Object.fromEntries(own), ...extra };
}
