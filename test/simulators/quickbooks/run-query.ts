import type { Company } from './company';
import { isIndexed, type IndexedProperty } from './entity-store';
import { exchangeRateRows } from './exchange-rates';
import { columnField, filterField, queriedType } from './query-fields';
import { invalid, parseQuery, type Condition, type Query } from './query-language';
import { readBack } from './read-back';
import { instant } from './simulated-time';
import { defined, objectOf, type Entity, type Json } from './wire-values';

/** What queries found and put in order, by what they asked: pages of one list differ in their positions only. */
export type Found = Map<string, Json[]>;

/**
 * Answers a query with the body of `QueryResponse`: rows and paging, a count, or nothing at all when nothing fits.
 * @param before what was found since anything last changed
 */
export function runQuery(
	company: Company,
	text: string,
	isHidden: (type: string, id: string) => boolean = () => false,
	before: Found = new Map<string, Json[]>(),
): Json {
	const query = parseQuery(text);
	const { type, empty } = queriedType(query.entity);
	const asked = JSON.stringify([query.entity, query.conditions, query.orderBy]);
	if (!before.has(asked)) before.set(asked, empty ? [] : find(company, type, query));
	const found = before.get(asked)!.filter((row) => !isHidden(type, String(row.Id)));
	if (query.count) return { totalCount: found.length };
	const page = found.slice(query.startPosition - 1, query.startPosition - 1 + query.maxResults);
	if (page.length === 0) return {};
	const columns = query.columns?.map((column) => columnField(type, column));
	return {
		[type]: columns === undefined ? page : page.map((row) => only(row, columns)),
		startPosition: query.startPosition,
		maxResults: page.length,
	};
}

function find(company: Company, type: string, query: Query): Json[] {
	const conditions = query.conditions.map((condition) => ({ ...condition, field: filterField(company, type, condition.field) }));
	for (const condition of conditions) checkOperator(condition);
	const tests = conditions.map(fits);
	const found = candidates(company, type, conditions).filter((row) => shown(row, conditions) && tests.every((passes) => passes(row)));
	return ordered(company, type, found, query);
}

/** Everything of the type, or what an index finds by one of the conditions. */
function candidates(company: Company, type: string, conditions: readonly Condition[]): Json[] {
	if (type === 'CompanyInfo') return [company.companyInfo()];
	if (type === 'Preferences') return [company.preferences()];
	if (type === 'ExchangeRate') return exchangeRateRows(company, conditions);
	const narrow = conditions.find(
		({ operator, field }) => /^(=|IN)$/.test(operator) && (field === 'Id' || isIndexed(field)),
	);
	const found =
		narrow === undefined
			? company.visible(type)
			: company.candidates(type, narrow.field as IndexedProperty | 'Id', narrow.values);
	return found.map((entity) => readBack(company, type, entity));
}

function checkOperator({ field, operator }: Condition): void {
	if (field === 'Id' && operator !== '=' && operator !== 'IN')
		throw invalid(`operator ${operator} is not supported for Id`);
}

/** Inactive list entries are hidden unless the query speaks of Active. */
function shown(row: Json, conditions: readonly Condition[]): boolean {
	return row.Active !== false || conditions.some(({ field }) => field === 'Active');
}

/** The test a condition puts to a row; the values of long IN lists are prepared once. */
function fits({ field, operator, values }: Condition): (row: Json) => boolean {
	const [value = ''] = values;
	const path = field.split('.');
	if (operator === 'IN') {
		const wanted = new Set(values.map((each) => each.toLowerCase()));
		return (row) => {
			const actual = valueAt(row, path);
			if (typeof actual === 'string' && wanted.has(actual.toLowerCase())) return true;
			if (actual === undefined || (typeof actual === 'string' && !isInstant(actual))) return false;
			return values.some((each) => compare(actual, each) === 0);
		};
	}
	return (row) => {
		const actual = valueAt(row, path);
		if (actual === undefined) return false;
		if (operator === 'LIKE') return like(String(actual), value);
		const order = compare(actual, value);
		if (operator === '=') return order === 0;
		if (operator === '<') return order < 0;
		if (operator === '>') return order > 0;
		return operator === '<=' ? order <= 0 : order >= 0;
	};
}

/** References are compared by their id, e-mail addresses by the address. */
function valueAt(row: Json, path: readonly string[]): string | number | boolean | undefined {
	const value = path.reduce<unknown>((object, name) => objectOf(object)[name], row);
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	const inner = objectOf(value).value ?? objectOf(value).Address;
	return typeof inner === 'string' ? inner : undefined;
}

/** Negative, zero or positive; NaN (which no operator accepts) when the two cannot be compared. Texts ignore case. */
function compare(actual: string | number | boolean, wanted: string): number {
	if (typeof actual === 'number') return actual - Number(wanted);
	if (typeof actual === 'boolean') return String(actual) === wanted.toLowerCase() ? 0 : NaN;
	if (isInstant(actual)) return instant(actual) - instant(wanted);
	const [left, right] = [actual.toLowerCase(), wanted.toLowerCase()];
	if (left === right) return 0;
	return left < right ? -1 : 1;
}

function isInstant(text: string): boolean {
	return /^\d{4}-\d\d-\d\dT/.test(text);
}

function like(actual: string, wanted: string): boolean {
	const parts = wanted.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 'is').test(actual);
}

/** Without ORDERBY: names by the alphabet, documents by their last change, the newest first. */
function ordered(company: Company, type: string, rows: readonly Json[], query: Query): Json[] {
	const orders = query.orderBy.map(({ field, descending }) => ({
		path: filterField(company, type, field).split('.'),
		descending,
	}));
	if (orders.length === 0) orders.push(...usualOrder(rows[0]));
	return [...rows].sort((left, right) => {
		for (const { path, descending } of orders) {
			const order = inOrder(valueAt(left, path), valueAt(right, path));
			if (order !== 0) return descending ? -order : order;
		}
		return Number((left as Entity).Id) - Number((right as Entity).Id) || 0;
	});
}

function usualOrder(row: Json | undefined): Array<{ path: string[]; descending: boolean }> {
	for (const field of ['DisplayName', 'Name']) if (row?.[field] !== undefined) return [{ path: [field], descending: false }];
	return [{ path: ['MetaData', 'LastUpdatedTime'], descending: true }];
}

function inOrder(left: unknown, right: unknown): number {
	if (left === right) return 0;
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	return String(left ?? '').toLowerCase() < String(right ?? '').toLowerCase() ? -1 : 1;
}

/** Only the columns asked for; Id always comes along. */
function only(row: Json, columns: readonly string[]): Json {
	const picked: Json = { Id: row.Id, domain: 'QBO', sparse: true };
	for (const column of columns) {
		const [head = '', inner] = column.split('.');
		if (inner === undefined) picked[head] = row[head];
		else picked[head] = { ...objectOf(picked[head]), [inner]: objectOf(row[head])[inner] };
	}
	return defined(picked);
}
