import { invalidRequest } from './api-error';
import { readTime, type WallTime } from './pacific-clock';

const LARGEST_PAGE = 500;

/** The parameters of a list, checked by type. What a list does not know is passed over. */
export class ListParameters {
	readonly page: number;
	readonly pageSize: number;

	constructor(private readonly query: URLSearchParams) {
		this.page = this.whole('page') ?? 1;
		this.pageSize = this.whole('pageSize') ?? 100;
		if (this.page < 1) throw invalid('page', `The value '${this.page}' is not valid.`);
		if (this.pageSize < 1 || this.pageSize > LARGEST_PAGE) throw invalid('pageSize', `The value '${this.pageSize}' is not valid.`);
	}

	text(name: string): string | undefined {
		const value = this.query.get(name);
		return value === null || value === '' ? undefined : value;
	}

	whole(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		if (!/^-?\d+$/.test(value)) throw invalid(name, `The value '${value}' is not valid.`);
		return Number(value);
	}

	flag(name: string): boolean {
		const value = this.text(name);
		if (value === undefined) return false;
		if (!/^(true|false)$/i.test(value)) throw invalid(name, `The value '${value}' is not valid.`);
		return value.toLowerCase() === 'true';
	}

	choice<T extends string>(name: string, allowed: readonly T[], standard: T): T {
		const value = this.text(name);
		if (value === undefined) return standard;
		const found = allowed.find((choice) => choice.toLowerCase() === value.toLowerCase());
		if (found === undefined) throw invalid(name, `The value '${value}' is not valid.`);
		return found;
	}

	/** Whether a time lies between `<name>Start` and `<name>End`, both included, as wall clocks show it. */
	within(name: string): (time: WallTime | null) => boolean {
		const from = this.time(`${name}Start`);
		const to = this.time(`${name}End`);
		if (from === undefined && to === undefined) return () => true;
		return (time) => time !== null && (from === undefined || time >= from) && (to === undefined || time <= to);
	}

	private time(name: string): WallTime | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const time = readTime(value);
		if (time === undefined) throw invalid(name, `The value '${value}' is not valid for DateTime.`);
		return time;
	}
}

const invalid = (name: string, sentence: string) => invalidRequest({ [name]: [sentence] });

/** One page of rows, in the form that every list has. `pages` is 0 in all official samples, with data beside it. */
export function pageOf<T>(name: string, rows: readonly T[], { page, pageSize }: ListParameters, pages: 'zero' | 'counted'): { body: Record<string, unknown>; rows: T[] } {
	const shown = rows.slice((page - 1) * pageSize, page * pageSize);
	return {
		rows: shown,
		body: { [name]: shown, total: rows.length, page, pages: pages === 'zero' ? 0 : Math.ceil(rows.length / pageSize) },
	};
}

/** Sorts by a key; rows of the same one stand by their id, as they were made. */
export function sorted<T>(rows: T[], key: (row: T) => string | null, id: (row: T) => number, direction: 'ASC' | 'DESC'): T[] {
	const sign = direction === 'ASC' ? 1 : -1;
	return [...rows].sort((a, b) => {
		const [one, other] = [key(a) ?? '', key(b) ?? ''];
		return sign * (one < other ? -1 : one > other ? 1 : id(a) - id(b));
	});
}
