import { succeed, type Outcome } from '../outcome/outcome';
import { literal } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';

/** One entry of a From List, and where the next page begins. */
export interface ListPage {
	results: Array<{ name: string; value: string }>;
	paginationToken?: string;
}

export type SearchList = (
	company: Pick<QuickBooks, 'query'>,
	filter: string,
	paginationToken?: string,
) => Promise<Outcome<ListPage>>;

const PAGE_SIZE = 100;

export interface ListOf {
	entity: string;
	/** The field that is shown, searched and sorted by. */
	field: string;
	where?: string;
	value: (row: QbRecord) => string;
	name: (row: QbRecord) => string;
	/** Which rows of a page stand first. */
	first?: (row: QbRecord) => boolean;
}

/** Pages through one entity by name; the search is QuickBooks' own, without regard to case. */
export function searchList({ entity, field, where, value, name, first }: ListOf): SearchList {
	return async (company, filter, paginationToken) => {
		const start = Number(paginationToken ?? 1);
		const conditions = ['Active = true', where, filter ? `${field} LIKE ${literal(`%${filter}%`)}` : ''].filter(Boolean);
		const statement = `select * from ${entity} where ${conditions.join(' and ')} orderby ${field} startposition ${start} maxresults ${PAGE_SIZE}`;
		const rows = await company.query(statement);
		if (!rows.ok) return rows;
		const shown = first ? [...rows.value.filter(first), ...rows.value.filter((row) => !first(row))] : rows.value;
		return succeed({
			results: shown.map((row) => ({ name: name(row), value: value(row) })),
			...(rows.value.length === PAGE_SIZE ? { paginationToken: String(start + PAGE_SIZE) } : {}),
		});
	};
}
