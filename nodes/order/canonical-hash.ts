import { createHash } from 'crypto';

/** JSON with sorted keys and without absent values, so that equal contents give equal text. */
function canonicalJson(value: unknown): string {
	if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const entries = Object.entries(value)
		.filter(([, entry]) => entry !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}

/** The first `length` hex digits of the SHA-256 of the canonical JSON. */
export const canonicalHash = (value: unknown, length = 64): string =>
	createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, length);
