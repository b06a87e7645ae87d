import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { N8nInstallation } from './install-n8n';
import { n8nEnvironment } from './n8n-environment';
import { freePort } from './port';
import { runCommand } from './run-command';
import { SetupFailure } from './setup-failure';

/** A credential as `n8n import:credentials` reads it, its data in plain text. */
export interface CredentialToImport {
	/** Workflows refer to it by this id; importing the same id again replaces the credential. */
	id: string;
	name: string;
	/** The credential type's name, e.g. `quickBooksOrderSyncOAuth2Api`. */
	type: string;
	/** The fields, and for OAuth2 the `oauthTokenData` that a sign-in would have left there. */
	data: Record<string, unknown>;
}

/**
 * Runs one command of n8n's command line on a user folder. It works before the first start, too: the command then makes
 * the database.
 * @returns what the command printed on standard output.
 * @throws SetupFailure with what n8n said, when the command fails.
 */
export async function runN8nCommand(
	installation: N8nInstallation,
	userFolder: string,
	args: string[],
	env: NodeJS.ProcessEnv = {},
): Promise<string> {
	await mkdir(userFolder, { recursive: true });
	const place = { userFolder, port: await freePort(), brokerPort: await freePort() };
	const { code, stdout, output } = await runCommand(installation.node.executable, [installation.script, ...args], {
		cwd: userFolder,
		env: n8nEnvironment(place, env),
	});
	if (code !== 0) throw new SetupFailure(`n8n ${args[0] ?? ''} did not work; n8n said: ${output.trim()}`);
	return stdout;
}

/**
 * Stores credentials in a user folder. Only this way can OAuth2 tokens be given to n8n: its API leaves them to the
 * sign-in in the browser.
 */
export async function importCredentials(
	installation: N8nInstallation,
	userFolder: string,
	credentials: CredentialToImport[],
	env: NodeJS.ProcessEnv = {},
): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-credentials-'));
	try {
		const file = path.join(folder, 'credentials.json');
		await writeFile(file, JSON.stringify(credentials), { mode: 0o600 });
		const said = await runN8nCommand(installation, userFolder, ['import:credentials', `--input=${file}`], env);
		// The command reports an import that failed with exit code 0.
		if (!said.includes(`Successfully imported ${credentials.length} credential`)) {
			throw new SetupFailure(`n8n did not import the credentials; n8n said: ${said.trim()}`);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
