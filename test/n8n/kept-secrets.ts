import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { formsOfSecrets } from '../secrets';

/** Installed packages: nothing that n8n keeps of a run. */
const NOT_KEPT = new Set(['node_modules', 'nodes', 'cache']);

/** Every file that n8n keeps: its database with executions, their custom data, static data and Data Tables, and its log. */
async function filesOf(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const files = entries.map(async (entry) => {
		const at = path.join(folder, entry.name);
		if (entry.isDirectory()) return NOT_KEPT.has(entry.name) ? [] : await filesOf(at);
		return entry.isFile() ? [at] : [];
	});
	return (await Promise.all(files)).flat();
}

/**
 * Fails when a file of a stopped n8n holds a secret in readable form: of the credentials it was given, which it keeps encrypted, or one
 * that was issued to it later.
 * @param credentials their data, as it was imported
 */
export async function expectNoSecretKept(userFolder: string, credentials: readonly unknown[], issued: Iterable<string> = []): Promise<void> {
	const secrets = [...credentials.flatMap(formsOfSecrets), ...issued].filter((secret) => secret.length >= 8);
	const told: string[] = [];
	let bytes = 0;
	for (const file of await filesOf(userFolder)) {
		const content = await readFile(file);
		bytes += content.length;
		for (const secret of secrets) if (content.includes(secret)) told.push(`${path.relative(userFolder, file)} holds ${secret.slice(0, 6)}…`);
	}
	if (secrets.length === 0 || bytes < 1_000) throw new Error(`Nothing was searched: ${secrets.length} secrets in ${bytes} bytes.`);
	if (told.length > 0) throw new Error(told.join('; '));
}
