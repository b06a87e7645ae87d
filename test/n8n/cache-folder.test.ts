import { homedir } from 'node:os';
import path from 'node:path';
import { defaultCacheFolder, installationFolder, N8N_VERSION } from '../../demo/n8n/cache-folder';

const inTheHome = path.join(homedir(), '.cache', 'n8n-nodes-quickbooks-order-sync');

test.each([
	['the named folder', { N8N_DEMO_CACHE: '/disk/n8n', XDG_CACHE_HOME: '/caches' }, '/disk/n8n'],
	['the caches of the desktop', { XDG_CACHE_HOME: '/caches' }, '/caches/n8n-nodes-quickbooks-order-sync'],
	['the home, as a relative XDG folder counts for nothing', { XDG_CACHE_HOME: 'caches' }, inTheHome],
	['the home', {}, inTheHome],
])('n8n is kept in %s', (_where, env, folder) => {
	expect(defaultCacheFolder(env)).toBe(folder);
});

test('another version of n8n is installed beside, not over', () => {
	expect(installationFolder('/caches')).toBe(`/caches/n8n-${N8N_VERSION}`);
});
