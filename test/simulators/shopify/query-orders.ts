import { GraphQLError } from 'graphql';
import { badCursor, checkPage, pageOf, type PageArguments } from './connection';
import { totalOf } from './order-state';
import { orderNode } from './order-node';
import type { ShopifyOrderRecord } from './order-record';
import type { IndexedOrder } from './search-index';
import { compileSearch, type SearchWarning } from './search-orders';
import { parseSearch } from './search-syntax';
import type { ShopifyStore } from './store';

export interface OrdersArguments extends PageArguments {
	readonly query?: string | null;
	readonly sortKey: string;
}

interface Found {
	readonly order: ShopifyOrderRecord;
	readonly known: IndexedOrder;
}

/** What an access of the app may see: without `read_all_orders` the last 60 days. */
export type IsVisible = (order: ShopifyOrderRecord) => boolean;

/** `orders`: found and sorted by what search knows, answered with the orders as they are. */
export function queryOrders(
	store: ShopifyStore,
	args: OrdersArguments,
	now: number,
	isVisible: IsVisible,
	warn: (warnings: readonly SearchWarning[]) => void,
) {
	checkPage(args);
	const search = compileSearch(parseSearch(args.query ?? ''), store.shop, now);
	if (search.warnings.length > 0) warn(search.warnings);
	const keyOf = sortKeys[args.sortKey];
	if (keyOf === undefined) throw new GraphQLError(`the simulator does not sort by ${args.sortKey}`);
	const direction = args.reverse === true ? -1 : 1;
	const found = store.all
		.filter(isVisible)
		.flatMap((order): Found[] => {
			const known = store.index.lookUp(order.id);
			return known === undefined ? [] : [{ order, known }];
		})
		.filter(({ order, known }) => search.matches(order, known))
		.map((one) => ({ ...one, key: keyOf(one), id: BigInt(one.order.id) }))
		.sort((a, b) => direction * (a.key - b.key || (a.id < b.id ? -1 : 1)));
	const entries = found.map(({ order, key, id }) => ({
		get node() {
			return orderNode(order, store.shop);
		},
		cursor: Buffer.from(JSON.stringify({ last_id: String(id), last_value: key, sort: args.sortKey })).toString(
			'base64',
		),
	}));
	// A cursor is a place in the sort, not an order: it holds when orders move behind it.
	const passed = (cursor: string, including: boolean): number => {
		const place = readCursor(cursor, args.sortKey);
		return found.filter(({ key, id }) => {
			const distance = direction * (key - place.key || (id < place.id ? -1 : id > place.id ? 1 : 0));
			return distance < 0 || (including && distance === 0);
		}).length;
	};
	const start = args.after == null ? 0 : passed(args.after, true);
	const end = args.before == null ? entries.length : passed(args.before, false);
	return { ...pageOf(entries, start, end, args), total: found.length };
}

const sortKeys: Readonly<Record<string, (found: Found) => number>> = {
	CREATED_AT: ({ order }) => order.createdAt,
	PROCESSED_AT: ({ order }) => order.createdAt,
	UPDATED_AT: ({ known }) => known.updatedAt,
	ID: () => 0,
	ORDER_NUMBER: ({ order }) => order.number,
	TOTAL_PRICE: ({ order }) => Number(totalOf(order)),
};

function readCursor(cursor: string, sortKey: string): { key: number; id: bigint } {
	try {
		const read = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as {
			last_id: string;
			last_value: number;
			sort: string;
		};
		if (read.sort === sortKey) return { key: read.last_value, id: BigInt(read.last_id) };
	} catch {
		// Not one of ours: refused below like one of another sort.
	}
	throw badCursor(cursor);
}
