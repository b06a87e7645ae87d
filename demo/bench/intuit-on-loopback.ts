import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * n8n's own QuickBooks node knows two addresses and takes no other. So that it reaches a simulator, unchanged, this goes before everything
 * else in the n8n process and turns calls to Intuit's hosts to loopback; everything else passes.
 */
const SOURCE = `
const http = require('node:http');
const https = require('node:https');
const { hostname, port } = new URL(process.env.ORDER_SYNC_BENCH_QUICKBOOKS);
const request = https.request;
https.request = function (...given) {
	const options = given.find((one) => typeof one === 'object' && one !== null) ?? {};
	const host = String(options.hostname ?? options.host ?? '');
	if (!/(^|\\.)intuit\\.com$/.test(host.split(':')[0])) return request.apply(https, given);
	const answered = given.find((one) => typeof one === 'function');
	const headers = { ...options.headers, host: hostname + ':' + port };
	const turned = { ...options, protocol: 'http:', hostname, host: hostname, port, headers, agent: undefined, agents: undefined, servername: undefined };
	return http.request(turned, answered);
};
https.get = function (...given) {
	const asked = https.request(...given);
	asked.end();
	return asked;
};
`;

/** Environment for an n8n whose calls to Intuit go to the simulator at `url`. */
export async function intuitOnLoopback(folder: string, url: string): Promise<NodeJS.ProcessEnv> {
	const file = path.join(folder, 'intuit-on-loopback.cjs');
	await writeFile(file, SOURCE);
	return { NODE_OPTIONS: `--require ${file}`, ORDER_SYNC_BENCH_QUICKBOOKS: url };
}
