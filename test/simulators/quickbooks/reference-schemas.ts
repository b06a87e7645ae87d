import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaValidateFunction } from 'ajv';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { Json } from './wire-values';

/** Schemas of QuickBooks' requests and answers that nobody of this project wrote; they are not always at hand. */
const folder = join(__dirname, '../../../../shared/reference/quickbooks/schemas');

export const schemasAreThere = existsSync(folder);

// Every test file that starts a company compiles them anew, and each checks a few hundred values at most.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, inlineRefs: false, code: { optimize: false } });

/** Like `$ref`, but compiled when a value first comes to it: the envelope of answers refers to every entity there is. */
const REFERS_TO = 'refersTo';
const refersTo: SchemaValidateFunction = (name: string, value: unknown, _parent, context) => {
	const validate = ajv.getSchema(name);
	if (validate === undefined) throw new Error(`There is no schema ${name}`);
	if (validate(value) === true) return true;
	refersTo.errors = (validate.errors ?? []).map((error) => ({ ...error, instancePath: `${context?.instancePath ?? ''}${error.instancePath}` }));
	return false;
};
ajv.addKeyword({ keyword: REFERS_TO, schemaType: 'string', errors: 'full', validate: refersTo });

if (schemasAreThere) {
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
		const withFile = (reference: string) => (reference.startsWith('#') ? `${file}${reference}` : reference);
		ajv.addSchema(
			JSON.parse(readFileSync(join(folder, file), 'utf8'), (key, value: unknown) => (key === '' ? value : withRefersTo(value, withFile))) as Json,
		);
	}
}

function withRefersTo(value: unknown, withFile: (reference: string) => string): unknown {
	if (typeof value !== 'object' || value === null || !('$ref' in value) || typeof value.$ref !== 'string') return value;
	const { $ref, ...others } = value;
	return { ...others, [REFERS_TO]: withFile($ref) };
}

/** The check of one schema, by its name without `.schema.json`; undefined when there is none. */
export const schemaNamed = (name: string): ValidateFunction | undefined => ajv.getSchema(`${name}.schema.json`);

/** Adds a schema that is derived from one of the others. */
export const addSchema = (schema: Json): void => void ajv.addSchema(schema);

/** What is wrong with a value by this schema; undefined when nothing is. */
export function errorsBy(validate: ValidateFunction, value: unknown): string | undefined {
	return validate(value) === true ? undefined : ajv.errorsText(validate.errors);
}
