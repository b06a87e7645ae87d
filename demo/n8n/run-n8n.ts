import * as credentials from './credentials';
import { Editor } from './editor';
import * as executions from './executions';
import { installN8n, type N8nInstallation } from './install-n8n';
import { installPackage } from './install-package';
import { N8nApi } from './n8n-api';
import { importCredentials, type CredentialToImport } from './n8n-command';
import type { N8nPlace } from './n8n-environment';
import { N8nProcess } from './n8n-process';
import * as parameters from './node-parameters';
import { freePort, refuseTakenPort } from './port';
import { withProgress, type Log } from './progress';
import * as workflows from './workflows';

export interface N8nOptions {
	/** Where n8n keeps everything; started again with the same folder, it goes on where it was. */
	userFolder: string;
	/** The port of the editor and the API; a free one when left out. */
	port?: number;
	/** Packed community packages to install before the start, see `packPackage`. */
	packageTarballs?: string[];
	/** Credentials to store before the start. */
	credentials?: CredentialToImport[];
	/** More environment variables for n8n, or other values than ours. */
	env?: NodeJS.ProcessEnv;
	/** Where n8n is installed; see `defaultCacheFolder`. */
	cacheFolder?: string;
	/** Takes the lines that tell how the installation and the start go on. */
	log?: Log;
}

/**
 * Installs n8n when it is not installed yet, gives it packages and credentials, starts it and signs in as its owner.
 * @throws SetupFailure with one sentence for the person at the terminal.
 */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const log = options.log ?? (() => undefined);
	if (options.port !== undefined) await refuseTakenPort(options.port);
	const installation = await installN8n({ log, ...(options.cacheFolder ? { cacheFolder: options.cacheFolder } : {}) });
	const { userFolder, packageTarballs = [], credentials: toImport = [] } = options;
	for (const tarball of packageTarballs) await installPackage(tarball, userFolder);
	if (toImport.length > 0) {
		await withProgress(log, 'Storing credentials', () => importCredentials(installation, userFolder, toImport, options.env));
	}
	const place = { userFolder, port: options.port ?? (await freePort()), brokerPort: await freePort() };
	const n8n = new RunningN8n(installation, place, options.env ?? {});
	await withProgress(log, `Starting n8n on http://127.0.0.1:${place.port}`, () => n8n.start());
	return n8n;
}

/** A real n8n and what a person does with it in the editor. */
export class RunningN8n {
	private process?: N8nProcess;
	private session?: N8nApi;

	constructor(
		private readonly installation: N8nInstallation,
		private readonly place: N8nPlace,
		private readonly env: NodeJS.ProcessEnv,
	) {}

	/** The address of the editor, without a slash at the end. */
	get url(): string {
		return this.running.url;
	}

	/** Everything n8n printed. */
	get logFile(): string {
		return this.running.logFile;
	}

	/** The process id of the server. */
	get pid(): number | undefined {
		return this.running.pid;
	}

	/** n8n's HTTP interfaces, signed in as the owner. */
	get api(): N8nApi {
		if (!this.session) throw new Error('n8n has not been started.');
		return this.session;
	}

	/** Starts n8n again after `stop` or `kill`, on the same folder and port. */
	async start(): Promise<void> {
		this.process = await N8nProcess.start(this.installation, this.place, this.env);
		// A session outlives a restart, and n8n allows only a few sign-ins a minute.
		this.session ??= await N8nApi.signIn(this.process.url);
	}

	/** Lets n8n finish what it does and ends it. */
	async stop(): Promise<void> {
		await this.process?.stop();
	}

	/** Ends n8n as a crash would. */
	async kill(): Promise<void> {
		await this.process?.kill();
	}

	/** Stores credentials, with OAuth2 tokens where there are any, while n8n runs. */
	async importCredentials(toImport: CredentialToImport[]): Promise<void> {
		await importCredentials(this.installation, this.place.userFolder, toImport, this.env);
	}

	createCredential = (credential: credentials.NewCredential) => credentials.createCredential(this.api, credential);
	testCredential = (stored: { id: string; name: string; type: string }) => credentials.testCredential(this.api, stored);
	importWorkflow = (file: workflows.WorkflowFile) => workflows.importWorkflow(this.api, file);
	updateWorkflow = (id: string, file: workflows.WorkflowFile) => workflows.updateWorkflow(this.api, id, file);
	activate = (id: string) => workflows.activate(this.api, id);
	deactivate = (id: string) => workflows.deactivate(this.api, id);
	executions = (workflowId: string) => executions.executions(this.api, workflowId);
	waitForExecution = (workflowId: string, options?: executions.WaitOptions) =>
		executions.waitForExecution(this.api, workflowId, options);
	searchList = (list: parameters.ParameterList, filter?: string) => parameters.searchList(this.api, list, filter);
	loadOptions = (list: parameters.ParameterList) => parameters.loadOptions(this.api, list);

	/** Presses "Execute workflow" and waits for the end. */
	async runManually(workflowId: string, triggerName: string, timeoutMs?: number): Promise<executions.Execution> {
		const id = await workflows.startManually(this.api, workflowId, triggerName);
		return await executions.executionEnd(this.api, id, timeoutMs);
	}

	/** Opens the editor in Chromium, signed in. Close it before n8n is stopped. */
	async openEditor(): Promise<Editor> {
		return await Editor.open(this.api);
	}

	private get running(): N8nProcess {
		if (!this.process) throw new Error('n8n has not been started.');
		return this.process;
	}
}
