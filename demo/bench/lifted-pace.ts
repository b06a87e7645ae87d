import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Our nodes keep QuickBooks' published limits and offer no way around them: 100,000 orders would take an hour and a half. What is measured
 * here is memory, not pace, so in this n8n process alone the figures are replaced as the file is loaded. Everything else is as it is installed.
 */
const SOURCE = `
const Module = require('node:module');
const compile = Module.prototype._compile;
const published = 'batchesPerMinute: 40, requestsPerMinute: 500, requestsPerSecond: 3,';
Module.prototype._compile = function (content, file, ...more) {
	if (!/quickbooks[\\\\/]pacer\\.js$/.test(file)) return compile.call(this, content, file, ...more);
	if (!content.includes(published)) throw new Error('The pace of ' + file + ' could not be lifted');
	return compile.call(this, content.replace(published, 'batchesPerMinute: 1e6, requestsPerMinute: 1e7, requestsPerSecond: 1e6,'), file, ...more);
};
`;

/** @returns options of Node.js for an n8n in which our nodes send as fast as they are answered. */
export async function liftedPace(folder: string): Promise<string> {
	const file = path.join(folder, 'lifted-pace.cjs');
	await writeFile(file, SOURCE);
	return `--require ${file}`;
}
