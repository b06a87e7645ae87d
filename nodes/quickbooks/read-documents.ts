import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import { ask } from './ask';
import { candidateOf } from './candidate';
import { readCompany, type Company } from './company';
import { requestFailure } from './faults';
import { selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';

/** A query, and the entity that its rows are of: rows do not say it themselves. */
export interface TypedQuery {
	type: string;
	statement: string;
}

export const queriesBy = (type: string, field: string, values: Iterable<string>): TypedQuery[] =>
	selectIn(type, field, values).map((statement) => ({ type, statement }));

/** Queries for records by their ids, which mean something within one entity only. */
export function queriesById(records: ReadonlyArray<{ type: string; id: string }>): TypedQuery[] {
	const types = [...new Set(records.map(({ type }) => type))];
	return types.flatMap((type) => queriesBy(type, 'Id', records.flatMap((one) => (one.type === type ? one.id : []))));
}

export async function readDocuments(quickbooks: QuickBooks, queries: TypedQuery[]): Promise<Outcome<Candidate[]>> {
	if (queries.length === 0) return succeed([]);
	const rows = await ask(quickbooks, statementsOf(queries));
	return rows.ok ? succeed(documentsIn(rows.value, queries)) : rows;
}

/** The same, with what the company is like: in one batch. */
export async function readWithCompany(
	quickbooks: QuickBooks,
	queries: TypedQuery[],
): Promise<Outcome<{ company: Company; documents: Candidate[] }>> {
	const rows = await ask(quickbooks, ['select * from CompanyInfo', 'select * from Preferences', ...statementsOf(queries)]);
	if (!rows.ok) return rows;
	const [info, preferences, ...found] = rows.value;
	if (!info?.[0] || !preferences?.[0]) return fail(requestFailure({ body: 'CompanyInfo and Preferences are empty' }));
	return succeed({ company: readCompany(info[0], preferences[0]), documents: documentsIn(found, queries) });
}

const statementsOf = (queries: TypedQuery[]): string[] => queries.map(({ statement }) => statement);

const documentsIn = (rows: QbRecord[][], queries: TypedQuery[]): Candidate[] =>
	rows.flatMap((records, index) => records.map((record) => candidateOf(queries[index]!.type, record)));
