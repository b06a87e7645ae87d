import { READ_ONLY, type FieldKind, type Fields } from './incoming-fields';
import { readTime } from './pacific-clock';

export type Incoming = Record<string, unknown>;

/** What was found wrong or odd in a body. */
export interface Findings {
	/** Sentences by path; any of them spoils the whole body. */
	errors: Map<string, string[]>;
	/** Properties that no model has. ShipStation passes over them in silence, so a mistyped name loses its value. */
	unknown: string[];
	/** Paths of values that are longer than the custom store schema allows. */
	overLong: string[];
}

export const noFindings = (): Findings => ({ errors: new Map(), unknown: [], overLong: [] });

const isObject = (value: unknown): value is Incoming => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks every property of an object against its model's type, as a deserialiser does: nothing is converted. */
export function checkObject(value: unknown, fields: Fields, type: string, path: string, found: Findings): void {
	if (!isObject(value)) {
		complain(found, path, cannotDeserialize(value, type));
		return;
	}
	for (const [name, given] of Object.entries(value)) {
		const field = fields[name];
		if (field !== undefined) checkValue(given, field, `${path}.${name}`, found);
		else if (!READ_ONLY.has(name)) found.unknown.push(`${path}.${name}`);
	}
}

function checkValue(value: unknown, field: FieldKind, path: string, found: Findings): void {
	if (value === null) {
		if ('strict' in field && field.strict === true) complain(found, path, `Error converting value {null}. Path '${path}'.`);
		return;
	}
	switch (field.kind) {
		case 'object':
			checkObject(value, field.fields, field.type, path, found);
			return;
		case 'list':
			if (!Array.isArray(value)) complain(found, path, cannotDeserialize(value, field.type));
			else value.forEach((entry: unknown, index) => checkValue(entry, field.of, `${path}[${index}]`, found));
			return;
		case 'text':
			if (typeof value !== 'string') complain(found, path, `Error reading string. Unexpected token. Path '${path}'.`);
			else if (field.longest !== undefined && value.length > field.longest) found.overLong.push(path);
			return;
		case 'flag':
			if (typeof value !== 'boolean') complain(found, path, `The value '${String(value)}' is not valid.`);
			return;
		case 'amount':
			if (typeof value !== 'number') complain(found, path, `Could not convert to decimal: ${String(value)}. Path '${path}'.`);
			return;
		case 'whole':
			if (!Number.isSafeInteger(value)) complain(found, path, `Input string '${String(value)}' is not a valid integer. Path '${path}'.`);
			return;
		case 'time':
			if (typeof value !== 'string' || readTime(value) === undefined)
				complain(found, path, `Could not convert string to DateTime: ${String(value)}. Path '${path}'.`);
			return;
		case 'choice':
			if (typeof value !== 'string' || !field.of.includes(value))
				complain(found, path, `Error converting value "${String(value)}". Path '${path}'.`);
	}
}

const complain = (found: Findings, path: string, sentence: string): void => {
	found.errors.set(path, [...(found.errors.get(path) ?? []), sentence]);
};

export const cannotDeserialize = (value: unknown, type: string): string =>
	Array.isArray(value)
		? `Cannot deserialize the current JSON array (e.g. [1,2,3]) into type '${type}' because the type requires a JSON object (e.g. {"name":"value"}) to deserialize correctly.`
		: isObject(value)
			? `Cannot deserialize the current JSON object (e.g. {"name":"value"}) into type '${type}' because the type requires a JSON array (e.g. [1,2,3]) to deserialize correctly.`
			: `Error converting value ${JSON.stringify(value)} to type '${type}'.`;

/** Fields that an order cannot do without; `billTo` may hold a name alone. */
export function missingFields(order: Incoming): string[] {
	const missing = ['orderNumber', 'orderDate', 'orderStatus', 'billTo', 'shipTo'].filter(
		(name) => order[name] === undefined || order[name] === null || order[name] === '',
	);
	const items = Array.isArray(order.items) ? (order.items as Incoming[]) : [];
	items.forEach((item, index) => {
		if (item.name === undefined || item.name === null) missing.push(`items[${index}].name`);
	});
	return missing;
}

/** Cuts every over-long text, for the switch that does so. */
export function truncated(order: Incoming, fields: Fields): Incoming {
	return Object.fromEntries(
		Object.entries(order).map(([name, value]): [string, unknown] => [name, cut(value, fields[name])]),
	);
}

function cut(value: unknown, field: FieldKind | undefined): unknown {
	if (field?.kind === 'text' && typeof value === 'string' && field.longest !== undefined) return value.slice(0, field.longest);
	if (field?.kind === 'object' && isObject(value)) return truncated(value, field.fields);
	if (field?.kind === 'list' && Array.isArray(value)) return value.map((entry: unknown) => cut(entry, field.of));
	return value;
}
