import { GraphQLError } from 'graphql';

export interface PageArguments {
	readonly first?: number | null;
	readonly last?: number | null;
	readonly after?: string | null;
	readonly before?: string | null;
	readonly reverse?: boolean | null;
}

/** Shopify's largest page. */
export const MAX_PAGE = 250;

const refusal = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/** What a page of a connection holds; the default resolvers of graphql-js pick the fields. */
export function connection<T>(
	all: readonly T[],
	args: PageArguments,
	cursorOf: (one: T, index: number) => string = byPosition,
) {
	checkPage(args);
	const entries = all.map((node, index) => ({ node, cursor: cursorOf(node, index) }));
	if (args.reverse === true) entries.reverse();
	const start = args.after == null ? 0 : positionOf(entries, args.after) + 1;
	const end = args.before == null ? entries.length : positionOf(entries, args.before);
	return pageOf(entries, start, end, args);
}

/** Cuts a page out of entries that are already in their order, between two positions. */
export function pageOf<T>(
	entries: ReadonlyArray<{ node: T; cursor: string }>,
	start: number,
	end: number,
	{ first, last }: PageArguments,
) {
	const range = entries.slice(start, end);
	const edges = first != null ? range.slice(0, first) : range.slice(Math.max(0, range.length - (last ?? 0)));
	const before = first != null ? start > 0 : range.length > edges.length || start > 0;
	const after = first != null ? range.length > edges.length || end < entries.length : end < entries.length;
	return {
		edges,
		nodes: edges.map(({ node }) => node),
		pageInfo: {
			hasNextPage: after,
			hasPreviousPage: before,
			startCursor: edges[0]?.cursor ?? null,
			endCursor: edges.at(-1)?.cursor ?? null,
		},
	};
}

export function checkPage({ first, last }: PageArguments): void {
	if (first == null && last == null) throw refusal('you must provide one of first or last');
	if (first != null && last != null) throw refusal('providing both first and last is not supported');
	const size = first ?? last ?? 0;
	if (size < 0 || size > MAX_PAGE) throw refusal(`a page holds 0 to ${MAX_PAGE} nodes, not ${size}`);
}

export const badCursor = (cursor: string): GraphQLError =>
	refusal(`Invalid cursor for current pagination sort: ${cursor}`);

const byPosition = (_one: unknown, index: number): string =>
	Buffer.from(JSON.stringify({ position: index })).toString('base64');

function positionOf(entries: ReadonlyArray<{ cursor: string }>, cursor: string): number {
	const position = entries.findIndex((entry) => entry.cursor === cursor);
	if (position < 0) throw badCursor(cursor);
	return position;
}
