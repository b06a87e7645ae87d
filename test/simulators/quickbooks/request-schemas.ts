import type { LoggedRequest } from '../loopback';
import { addSchema, errorsBy, schemaNamed, schemasAreThere } from './reference-schemas';
import { payloadsOf } from './scripted-faults';
import { objectOf, type Json } from './wire-values';

export { schemasAreThere as requestSchemasAreThere } from './reference-schemas';

/** What was written, and how often it was held against the schemas: `create SalesReceipt`. */
export type CheckedWrites = Map<string, number>;

/**
 * Throws when a batch does not have the form that QuickBooks takes: at most thirty items, what is created by its create schema, and
 * of what is changed or taken back no field that the schema does not know. Does nothing where the schemas are missing.
 */
export function checkRequests(requests: readonly LoggedRequest[], checked: CheckedWrites = new Map()): CheckedWrites {
	if (!schemasAreThere) return checked;
	for (const request of requests.filter(({ path }) => path.endsWith('/batch'))) {
		const { BatchItemRequest } = JSON.parse(request.body) as { BatchItemRequest: Json[] };
		check('BatchRequest', { BatchItemRequest: BatchItemRequest.map(exceptCustomersCurrency) });
		for (const { type, operation, body } of payloadsOf(request)) {
			if (operation !== 'create') check(isWholeUpdate(operation, body) ? type : changeSchemaOf(type), body);
			const write = `${operation} ${type}`;
			checked.set(write, (checked.get(write) ?? 0) + 1);
		}
	}
	return checked;
}

/**
 * The schemas leave out what Intuit's API Explorer marks as read-only. Of a customer's currency it goes on to say that it can be
 * set once, and is the home currency otherwise: without it nobody could make a customer of another currency.
 */
function exceptCustomersCurrency(item: Json): Json {
	if (item.operation !== 'create' || item.Customer === undefined) return item;
	const { CurrencyRef, ...Customer } = objectOf(item.Customer);
	return { ...item, Customer };
}

/** An update that is not sparse says the whole record again, as it was read: read-only fields are overwritten silently (Intuit). */
const isWholeUpdate = (operation: string, { sparse }: Json): boolean => operation === 'update' && sparse !== true;

/** There is no schema of updates: the create schema without what it requires, and with what an update needs. */
function changeSchemaOf(type: string): string {
	const name = `${type}.change`;
	if (schemaNamed(name) !== undefined) return name;
	const { required, anyOf, ...create } = objectOf(schemaNamed(`${type}.create`)?.schema);
	const properties = { ...objectOf(create.properties), Id: { type: 'string' }, SyncToken: { type: 'string' }, sparse: { type: 'boolean' } };
	addSchema({ ...create, $id: `${name}.schema.json`, properties, required: ['Id', 'SyncToken'] });
	return name;
}

function check(name: string, body: Json): void {
	const validate = schemaNamed(name);
	if (validate === undefined) throw new Error(`There is no schema ${name}`);
	const errors = errorsBy(validate, body);
	if (errors !== undefined) throw new Error(`${name}: ${errors}\n${JSON.stringify(body).slice(0, 2000)}`);
}
