import { fault, type QuickBooksFault } from './faults';

/** One comparison of a WHERE clause. */
export interface Condition {
	readonly field: string;
	readonly operator: '=' | 'IN' | '<' | '>' | '<=' | '>=' | 'LIKE';
	readonly values: readonly string[];
}

/** A query as parsed. */
export interface Query {
	/** Undefined for `*` and for a count. */
	readonly columns: readonly string[] | undefined;
	readonly count: boolean;
	readonly entity: string;
	readonly conditions: readonly Condition[];
	readonly orderBy: ReadonlyArray<{ readonly field: string; readonly descending: boolean }>;
	/** From 1. */
	readonly startPosition: number;
	readonly maxResults: number;
}

interface Token {
	readonly kind: 'word' | 'text' | 'symbol';
	readonly value: string;
	readonly at: number;
}

const pattern = /\s+|'((?:[^'\\]|\\.)*)'|([A-Za-z_][\w.]*|[+-]?\d[\w.:+-]*)|(<=|>=|[=<>(),*])/gsy;

/**
 * Reads a query: `select * | count(*) | columns from Entity [where a = 'x' and …] [orderby …] [startposition n]
 * [maxresults n]`. Keywords are case-insensitive; quotes inside texts are written `\'` and backslashes `\\`.
 * Refuses what cannot be read with 4000, and positions out of range with 4001.
 */
export function parseQuery(text: string): Query {
	return new Parser(tokens(text), text).query();
}

function tokens(text: string): Token[] {
	const found: Token[] = [];
	pattern.lastIndex = 0;
	while (pattern.lastIndex < text.length) {
		const at = pattern.lastIndex;
		const match = pattern.exec(text);
		if (match === null) throw unreadable(text[at] ?? '', at);
		const [, quoted, word, symbol] = match;
		if (quoted !== undefined) found.push({ kind: 'text', value: quoted.replace(/\\(.)/gs, '$1'), at });
		else if (word !== undefined) found.push({ kind: 'word', value: word, at });
		else if (symbol !== undefined) found.push({ kind: 'symbol', value: symbol, at });
	}
	return found;
}

class Parser {
	private position = 0;

	constructor(
		private readonly list: readonly Token[],
		private readonly text: string,
	) {}

	query(): Query {
		this.keyword('SELECT');
		const { columns, count } = this.selection();
		this.keyword('FROM');
		const entity = this.word();
		const conditions = this.accept('WHERE') ? this.conditions() : [];
		const orderBy = this.orderBy();
		const { startPosition, maxResults } = this.paging();
		const rest = this.list[this.position];
		if (rest !== undefined) throw unreadable(rest.value, rest.at);
		return { columns, count, entity, conditions, orderBy, startPosition, maxResults };
	}

	private selection(): { columns: string[] | undefined; count: boolean } {
		if (this.accept('*')) return { columns: undefined, count: false };
		const first = this.word();
		if (first.toUpperCase() === 'COUNT' && this.accept('(')) {
			this.keyword('*');
			this.keyword(')');
			return { columns: undefined, count: true };
		}
		const columns = [first];
		while (this.accept(',')) columns.push(this.word());
		return { columns, count: false };
	}

	private conditions(): Condition[] {
		const found = [this.condition()];
		while (this.accept('AND')) found.push(this.condition());
		return found;
	}

	private condition(): Condition {
		const field = this.word();
		if (this.accept('IN')) {
			this.keyword('(');
			const values = [this.value()];
			while (this.accept(',')) values.push(this.value());
			this.keyword(')');
			return { field, operator: 'IN', values };
		}
		if (this.accept('LIKE')) return { field, operator: 'LIKE', values: [this.value()] };
		for (const operator of ['=', '<=', '>=', '<', '>'] as const) {
			if (this.accept(operator)) return { field, operator, values: [this.value()] };
		}
		throw this.unexpected();
	}

	private orderBy(): Array<{ field: string; descending: boolean }> {
		if (!this.accept('ORDERBY')) {
			if (!this.accept('ORDER')) return [];
			this.keyword('BY');
		}
		const found: Array<{ field: string; descending: boolean }> = [];
		do {
			const field = this.word();
			const descending = this.accept('DESC');
			if (!descending) this.accept('ASC');
			found.push({ field, descending });
		} while (this.accept(','));
		return found;
	}

	private paging(): { startPosition: number; maxResults: number } {
		let startPosition = 1;
		let maxResults = 100;
		for (;;) {
			if (this.accept('STARTPOSITION')) startPosition = this.number(1, Number.MAX_SAFE_INTEGER);
			else if (this.accept('MAXRESULTS')) maxResults = this.number(0, 1000);
			else return { startPosition, maxResults };
		}
	}

	private number(least: number, most: number): number {
		const token = this.list[this.position];
		const value = Number(token?.value);
		if (token?.kind !== 'word' || !Number.isInteger(value)) throw this.unexpected();
		this.position += 1;
		if (value < least) throw invalid(`value ${value} is too small. Min allowed value is ${least}`);
		if (value > most) throw invalid(`value ${value} is too large. Max allowed value is ${most}`);
		return value;
	}

	private value(): string {
		const token = this.list[this.position];
		if (token?.kind !== 'text' && token?.kind !== 'word') throw this.unexpected();
		this.position += 1;
		return token.value;
	}

	private word(): string {
		const token = this.list[this.position];
		if (token?.kind !== 'word') throw this.unexpected();
		this.position += 1;
		return token.value;
	}

	private accept(expected: string): boolean {
		const token = this.list[this.position];
		if (token === undefined || token.kind === 'text' || token.value.toUpperCase() !== expected) return false;
		this.position += 1;
		return true;
	}

	private keyword(expected: string): void {
		if (!this.accept(expected)) throw this.unexpected();
	}

	private unexpected(): QuickBooksFault {
		const token = this.list[this.position];
		return unreadable(token?.value ?? '<EOF>', token?.at ?? this.text.length);
	}
}

/** 4001: the query can be read and cannot be answered. */
export function invalid(detail: string): QuickBooksFault {
	return fault('4001', `QueryValidationError: ${detail}`);
}

function unreadable(what: string, at: number): QuickBooksFault {
	return fault('4000', `QueryParserError: Encountered "${what}" at line 1, column ${at + 1}.`);
}
