import { errorsBy, schemaNamed, schemasAreThere } from './reference-schemas';
import type { Json } from './wire-values';

export { schemasAreThere as answerSchemasAreThere } from './reference-schemas';

/** How many answers were held against the schemas in this test file. */
export let answersChecked = 0;

/** Throws when an answer does not have the form of a QuickBooks answer; does nothing where the schemas are missing. */
export function checkAnswer(answer: Json): void {
	if (!schemasAreThere) return;
	const name = 'fault' in answer ? 'GatewayFault' : 'IntuitResponse';
	const validate = schemaNamed(name);
	if (validate === undefined) throw new Error(`There is no schema ${name}`);
	const errors = errorsBy(validate, answer);
	if (errors !== undefined) throw new Error(`${name}: ${errors}\n${JSON.stringify(answer).slice(0, 2000)}`);
	answersChecked += 1;
}

/** What is wrong with an entity as it is answered; undefined when nothing is or the schemas are missing. */
export function entityErrors(type: string, entity: Json): string | undefined {
	const validate = schemaNamed(type);
	return validate === undefined ? undefined : errorsBy(validate, entity);
}

/** What is wrong with an entity as a client would create it; undefined when nothing is or the schemas are missing. */
export function createSchemaErrors(type: string, body: Json): string | undefined {
	const validate = schemaNamed(`${type}.create`);
	return validate === undefined ? undefined : errorsBy(validate, body);
}
