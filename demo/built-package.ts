import path from 'node:path';
import { packPackage } from './n8n/install-package';
import { withProgress, type Log } from './n8n/progress';
import { runCommand } from './n8n/run-command';
import { SetupFailure } from './n8n/setup-failure';

const ROOT = path.join(__dirname, '..');

/** Builds this package and packs it as it would be published. @returns the tarball. */
export async function buildAndPack(destination: string, log: Log): Promise<string> {
	await withProgress(log, 'Building the package', async () => {
		const { code, output } = await runCommand('npm', ['run', 'build', '--silent'], { cwd: ROOT, env: process.env });
		if (code !== 0) throw new SetupFailure(`The package could not be built; npm said: ${output.trim()}`);
	});
	return await packPackage(ROOT, destination);
}
