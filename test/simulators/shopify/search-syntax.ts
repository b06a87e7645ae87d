/** One term of a search: `updated_at:>='2026-01-01T00:00:00Z'`. */
export interface SearchTerm {
	/** Undefined for a bare word. */
	readonly field: string | undefined;
	readonly comparator: '' | '<' | '<=' | '>' | '>=';
	readonly value: string;
	readonly quoted: boolean;
}

export type SearchExpression =
	| { readonly kind: 'term'; readonly term: SearchTerm }
	| { readonly kind: 'not'; readonly inner: SearchExpression }
	| { readonly kind: 'and' | 'or'; readonly parts: readonly SearchExpression[] };

const TERM = /^([A-Za-z_][\w.]*):\s*(>=|<=|>|<|)\s*/;
const QUOTED = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/;
const WORD = /^[^\s()"']+/;

/**
 * Reads Shopify's search syntax: terms with comparators, AND (also where nothing stands between terms), OR, NOT and `-`,
 * parentheses, values in either quotes with backslashes. See shopify.dev/docs/api/usage/search-syntax.
 */
export function parseSearch(text: string): SearchExpression {
	return new Reader(text).whole();
}

class Reader {
	private rest: string;

	constructor(text: string) {
		this.rest = text.trimStart();
	}

	whole(): SearchExpression {
		const expression = this.alternatives();
		// A stray parenthesis is read over, as search boxes do.
		return this.rest === '' ? expression : { kind: 'and', parts: [expression, this.skipOne().whole()] };
	}

	private alternatives(): SearchExpression {
		const parts = [this.conjunction()];
		while (this.take(/^OR(?=[\s(])/) !== undefined) parts.push(this.conjunction());
		return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'or', parts };
	}

	private conjunction(): SearchExpression {
		const parts: SearchExpression[] = [];
		while (this.rest !== '' && !/^(\)|OR[\s(])/.test(this.rest)) {
			if (this.take(/^AND(?=[\s(])/) !== undefined) continue;
			parts.push(this.factor());
		}
		return { kind: 'and', parts };
	}

	private factor(): SearchExpression {
		if (this.take(/^NOT(?=[\s(])/) !== undefined || this.take(/^-(?=\S)/) !== undefined)
			return { kind: 'not', inner: this.factor() };
		if (this.take(/^\(/) === undefined) return { kind: 'term', term: this.term() };
		const inner = this.alternatives();
		this.take(/^\)/);
		return inner;
	}

	private term(): SearchTerm {
		const head = TERM.exec(this.rest);
		if (head !== null) this.advance(head[0].length);
		const quoted = QUOTED.exec(this.rest);
		const value = quoted === null ? (WORD.exec(this.rest)?.[0] ?? this.rest.slice(0, 1)) : quoted[0];
		this.advance(value.length);
		return {
			field: head?.[1],
			comparator: (head?.[2] ?? '') as SearchTerm['comparator'],
			value: quoted === null ? value : (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1'),
			quoted: quoted !== null,
		};
	}

	private take(pattern: RegExp): string | undefined {
		const found = pattern.exec(this.rest)?.[0];
		if (found !== undefined) this.advance(found.length);
		return found;
	}

	private advance(length: number): void {
		this.rest = this.rest.slice(length).trimStart();
	}

	private skipOne(): this {
		this.advance(1);
		return this;
	}
}
