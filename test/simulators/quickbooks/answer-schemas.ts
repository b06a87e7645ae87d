import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { Json } from './wire-values';

/** Schemas of QuickBooks' answers that nobody of this project wrote; they are not always at hand. */
const folder = join(__dirname, '../../../../shared/reference/quickbooks/schemas');

export const answerSchemasAreThere = existsSync(folder);

const ajv = new Ajv2020({ strict: false, allErrors: true });
if (answerSchemasAreThere) {
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
		ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object);
	}
}

/** How many answers were held against the schemas in this test file. */
export let answersChecked = 0;

/** Throws when an answer does not have the form of a QuickBooks answer; does nothing where the schemas are missing. */
export function checkAnswer(answer: Json): void {
	if (!answerSchemasAreThere) return;
	check('fault' in answer ? 'GatewayFault' : 'IntuitResponse', answer);
	answersChecked += 1;
}

/** What is wrong with an entity as a client would create it; undefined when nothing is or the schemas are missing. */
export function createSchemaErrors(type: string, body: Json): string | undefined {
	const validate = ajv.getSchema(`${type}.create.schema.json`);
	if (validate === undefined || validate(body) === true) return undefined;
	return ajv.errorsText(validate.errors);
}

function check(name: string, value: unknown): void {
	const validate = ajv.getSchema(`${name}.schema.json`);
	if (validate === undefined) throw new Error(`There is no schema ${name}`);
	if (validate(value) === true) return;
	throw new Error(`${name}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value).slice(0, 2000)}`);
}
