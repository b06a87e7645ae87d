import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

/** The versions that are simulated; Shopify supports each for a year. */
export const API_VERSIONS = ['2026-07', '2026-10'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export const isApiVersion = (text: string): text is ApiVersion => API_VERSIONS.some((version) => version === text);

// The package exports no path to its data, so it is read by file name.
const DATA = join(__dirname, '../../../node_modules/@shopify/dev-mcp/dist/data');

const schemas = new Map<ApiVersion, GraphQLSchema>();

/**
 * Shopify's own Admin schema of a version, as published in its package `@shopify/dev-mcp`. It has some 3,500 types and
 * takes a second or two to build, so each is built once a process.
 */
export function adminSchema(version: ApiVersion): GraphQLSchema {
	const known = schemas.get(version);
	if (known !== undefined) return known;
	const packed = readFileSync(join(DATA, `admin_${version}.json.gz`));
	const { data } = JSON.parse(gunzipSync(packed).toString('utf8')) as { data: IntrospectionQuery };
	const schema = buildClientSchema(data, { assumeValid: true });
	schemas.set(version, schema);
	return schema;
}
