import type { WooStatus } from './order-draft';
import { invalidParameter } from './rest-error';
import { fromSiteDate, type WooSite } from './site';

const STATUSES: readonly string[] = [
	'any',
	'trash',
	'auto-draft',
	'pending',
	'processing',
	'on-hold',
	'completed',
	'cancelled',
	'refunded',
	'failed',
	'checkout-draft',
];
const DATE = /^(\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2})(?:\.\d+)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/** What `GET /orders` was asked, checked against the arguments that WooCommerce declares for the route. */
export interface OrderListParameters {
	readonly page: number;
	readonly perPage: number;
	readonly offset: number | undefined;
	readonly order: 'asc' | 'desc';
	readonly orderBy: 'date' | 'id' | 'modified';
	/** Undefined for `any`. */
	readonly statuses: ReadonlySet<WooStatus> | undefined;
	readonly include: readonly number[];
	readonly exclude: readonly number[];
	/** Instants, milliseconds. All four bounds are exclusive, and whole seconds count. */
	readonly after: number | undefined;
	readonly before: number | undefined;
	readonly modifiedAfter: number | undefined;
	readonly modifiedBefore: number | undefined;
}

export function readListParameters(query: URLSearchParams, site: WooSite): OrderListParameters {
	const datesAreGmt = flag(query, 'dates_are_gmt');
	const date = (name: string): number | undefined => readDate(query, name, site, datesAreGmt);
	return {
		...readPaging(query),
		order: choice(query, 'order', ['asc', 'desc'], 'desc'),
		orderBy: sortField(choice(query, 'orderby', ['date', 'id', 'include', 'title', 'slug', 'modified'], 'date')),
		statuses: readStatuses(list(query, 'status')),
		include: list(query, 'include').map(Number),
		exclude: list(query, 'exclude').map(Number),
		after: date('after'),
		before: date('before'),
		modifiedAfter: date('modified_after'),
		modifiedBefore: date('modified_before'),
	};
}

/** Page, page size and offset of any collection. */
export function readPaging(query: URLSearchParams): Pick<OrderListParameters, 'page' | 'perPage' | 'offset'> {
	return {
		page: whole(query, 'page', 1, 1, undefined),
		perPage: whole(query, 'per_page', 10, 1, 100),
		offset: query.has('offset') ? whole(query, 'offset', 0, 0, undefined) : undefined,
	};
}

/** PHP's ways to send a list: `a,b`, `a[]=…`, `a[0]=…`. */
function list(query: URLSearchParams, name: string): string[] {
	const found: string[] = [];
	for (const [key, value] of query) {
		if (key === name) found.push(...value.split(/[\s,]+/));
		else if (new RegExp(`^${name}\\[\\d*\\]$`).test(key)) found.push(value);
	}
	return found.filter((entry) => entry !== '');
}

function readStatuses(asked: string[]): ReadonlySet<WooStatus> | undefined {
	const unknown = asked.findIndex((status) => !STATUSES.includes(status));
	if (unknown >= 0)
		throw invalidParameter('status', 'rest_not_in_enum', `status[${unknown}] is not one of ${STATUSES.join(', ')}.`);
	return asked.length === 0 || asked.includes('any') ? undefined : new Set(asked as WooStatus[]);
}

function sortField(asked: string): 'date' | 'id' | 'modified' {
	return asked === 'id' || asked === 'modified' ? asked : 'date';
}

function choice<T extends string>(query: URLSearchParams, name: string, allowed: readonly T[], standard: T): T {
	const value = query.get(name) ?? standard;
	const found = allowed.find((candidate) => candidate === value);
	if (found === undefined)
		throw invalidParameter(name, 'rest_not_in_enum', `${name} is not one of ${allowed.join(', ')}.`);
	return found;
}

function whole(
	query: URLSearchParams,
	name: string,
	standard: number,
	least: number,
	most: number | undefined,
): number {
	const text = query.get(name);
	if (text === null) return standard;
	if (!/^-?\d+$/.test(text)) throw invalidParameter(name, 'rest_invalid_type', `${name} is not of type integer.`);
	const value = Number(text);
	if (value < least || (most !== undefined && value > most)) {
		const range =
			most === undefined
				? `must be greater than or equal to ${least}`
				: `must be between ${least} (inclusive) and ${most} (inclusive)`;
		throw invalidParameter(name, 'rest_out_of_bounds', `${name} ${range}`);
	}
	return value;
}

function flag(query: URLSearchParams, name: string): boolean {
	const text = (query.get(name) ?? 'false').toLowerCase();
	if (!['true', 'false', '1', '0', ''].includes(text))
		throw invalidParameter(name, 'rest_invalid_type', `${name} is not of type boolean.`);
	return text === 'true' || text === '1';
}

/** A zone in the value is honoured; a value without one is UTC with `dates_are_gmt`, else the site's wall clock. */
function readDate(query: URLSearchParams, name: string, site: WooSite, datesAreGmt: boolean): number | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	const match = DATE.exec(text);
	const wall = match?.[1]?.replace(/[t ]/, 'T');
	if (match === null || wall === undefined) throw invalidParameter(name, 'rest_invalid_date', 'Invalid date.');
	const zone = match[2];
	const instant =
		zone === undefined && !datesAreGmt ? fromSiteDate(site, wall) : Date.parse(`${wall}${isoZone(zone ?? 'Z')}`);
	if (Number.isNaN(instant)) throw invalidParameter(name, 'rest_invalid_date', 'Invalid date.');
	return instant;
}

const isoZone = (zone: string): string => {
	if (/^z$/i.test(zone)) return 'Z';
	const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
	return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
};
