import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { Json } from './wire-values';

/** Schemas of QuickBooks' requests and answers that nobody of this project wrote; they are not always at hand. */
const folder = join(__dirname, '../../../../shared/reference/quickbooks/schemas');

export const schemasAreThere = existsSync(folder);

// Every test file that starts a company compiles them anew, and each checks a few hundred values at most.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, inlineRefs: false, code: { optimize: false } });
if (schemasAreThere) {
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
		ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json);
	}
}

/** The check of one schema, by its name without `.schema.json`; undefined when there is none. */
export const schemaNamed = (name: string): ValidateFunction | undefined => ajv.getSchema(`${name}.schema.json`);

/** Adds a schema that is derived from one of the others. */
export const addSchema = (schema: Json): void => void ajv.addSchema(schema);

/** What is wrong with a value by this schema; undefined when nothing is. */
export function errorsBy(validate: ValidateFunction, value: unknown): string | undefined {
	return validate(value) === true ? undefined : ajv.errorsText(validate.errors);
}
