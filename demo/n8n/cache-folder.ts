import { homedir } from 'node:os';
import path from 'node:path';
import application from './application/package.json';

/** The version of the real n8n that the demo and the integration tests run. */
export const N8N_VERSION = application.dependencies.n8n;

/** The manifest and lock from which n8n is installed. */
export const APPLICATION_FOLDER = path.join(__dirname, 'application');

/**
 * Where n8n is kept between runs: it takes minutes and gigabytes to install. `N8N_DEMO_CACHE` names another folder;
 * without it the XDG base directory rules decide (https://specifications.freedesktop.org/basedir-spec/latest/).
 */
export function defaultCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
	if (env.N8N_DEMO_CACHE) return path.resolve(env.N8N_DEMO_CACHE);
	const caches = env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : undefined;
	return path.join(caches ?? path.join(homedir(), '.cache'), 'n8n-nodes-quickbooks-order-sync');
}

/** The folder of a finished installation; it exists only when the installation is complete. */
export function installationFolder(cacheFolder: string): string {
	return path.join(cacheFolder, `n8n-${N8N_VERSION}`);
}
