import { Big } from 'big.js';

/** A JSON object as it crosses the wire. */
export type Json = Record<string, unknown>;

/** A reference to another entity: its id, and its name when QuickBooks gives it. */
export interface Reference {
	readonly value: string;
	readonly name?: string;
}

/** An entity of the company, in the form it is read back in. Stored entities are never changed, only replaced. */
export interface Entity extends Json {
	readonly Id: string;
	readonly SyncToken: string;
	readonly MetaData: { readonly CreateTime: string; readonly LastUpdatedTime: string };
}

/** The value as an object; an empty one when it is none. */
export function objectOf(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list of objects; an empty one when it is none. */
export function listOf(value: unknown): Json[] {
	return Array.isArray(value) ? value.map(objectOf) : [];
}

/** The text, or undefined for everything that is not a non-empty text. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The id a reference points at, or undefined. */
export function idIn(reference: unknown): string | undefined {
	return textOf(objectOf(reference).value);
}

/** A JSON number as an exact decimal (its shortest text is what was sent); 0 for anything else. */
export function decimalOf(value: unknown): Big {
	return typeof value === 'number' && Number.isFinite(value) ? new Big(String(value)) : new Big(0);
}

export function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

/** An exact decimal as the JSON number QuickBooks sends, rounded half up to cents. */
export function cents(value: Big): number {
	return Number(value.round(2, Big.roundHalfUp).toString());
}

/** The object without its undefined properties, so that optional ones can be written in place. */
export function defined<T extends Json>(object: T): T {
	const kept: Json = {};
	for (const name in object) if (object[name] !== undefined) kept[name] = object[name];
	return kept as T;
}
