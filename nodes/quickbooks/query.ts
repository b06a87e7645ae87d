/** Values in one `IN (…)` list. QuickBooks documents no limit; public code that batches uses 50 to 200. */
const IN_LIST_LIMIT = 200;

/** Rows in one page of a query (Intuit, "Data queries": MAXRESULTS at most 1,000). */
export const PAGE_LIMIT = 1000;

/** A string literal of QuickBooks' query language: the backslash is escaped first, then the quote. */
export const literal = (value: string): string => `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

export const inList = (field: string, values: string[]): string => `${field} IN (${values.map(literal).join(', ')})`;

/** Equal-sized parts of at most `size`. */
export function chunksOf<T>(values: readonly T[], size: number): T[][] {
	const chunks: T[][] = [];
	for (let start = 0; start < values.length; start += size) chunks.push(values.slice(start, start + size));
	return chunks;
}

/** Queries for all records of `entity` whose `field` is one of `values`, each value asked once. */
export function selectIn(entity: string, field: string, values: Iterable<string>, also = ''): string[] {
	return chunksOf([...new Set(values)], IN_LIST_LIMIT).map(
		(chunk) => `select * from ${entity} where ${inList(field, chunk)}${also} maxresults ${PAGE_LIMIT}`,
	);
}

/** The condition for records that were made at this instant, in milliseconds since 1970, or later. */
export const createdSince = (since: number): string =>
	`MetaData.CreateTime >= ${instantLiteral(since)}`;

/** The condition for records that were made or changed at this instant or later. */
export const changedSince = (since: number): string => `MetaData.LastUpdatedTime >= ${instantLiteral(since)}`;

/** The condition for records that were made between two instants, in milliseconds since 1970, both inclusive. */
export const createdBetween = (from: number, to: number): string =>
	`${createdSince(from)} and MetaData.CreateTime <= ${instantLiteral(to)}`;

/** QuickBooks' own instants have no fractions of seconds. */
const instantLiteral = (at: number): string => literal(new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'));
