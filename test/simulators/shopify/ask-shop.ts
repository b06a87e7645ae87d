import type { ShopifySimulator } from './start';

/** An answer of the Admin API, as far as tests look into it. */
export interface AdminAnswer {
	errors?: Array<{ message: string; extensions?: { code?: string; cost?: number } }>;
	data?: unknown;
	extensions?: {
		cost?: {
			requestedQueryCost: number;
			actualQueryCost: number | null;
			throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
		};
		search?: Array<{ warnings: Array<{ code: string }> }>;
	};
}

export interface AskedPage {
	pageInfo: { hasNextPage: boolean; endCursor: string };
	nodes: Array<{ legacyResourceId: string; name: string }>;
}

/** A list of orders by time of change. */
export const LIST = `query($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys = UPDATED_AT) {
	orders(first: $first, after: $after, query: $query, sortKey: $sortKey) {
		pageInfo { hasNextPage endCursor }
		nodes { legacyResourceId name }
	}
}`;

/** Sends a query with the shop's own token unless told another. */
export async function post(
	shop: ShopifySimulator,
	query: string,
	variables: object = {},
	token = shop.accessToken,
	version = '2026-10',
): Promise<{ status: number; body: AdminAnswer }> {
	const answer = await fetch(`${shop.url}/admin/api/${version}/graphql.json`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
		body: JSON.stringify({ query, variables }),
	});
	return { status: answer.status, body: (await answer.json()) as AdminAnswer };
}

/** One page of orders; an error of the shop is thrown. */
export async function page(shop: ShopifySimulator, variables: object): Promise<AskedPage> {
	const { body } = await post(shop, LIST, { first: 10, ...variables });
	if (body.errors !== undefined) throw new Error(body.errors[0]?.message);
	return (body.data as { orders: AskedPage }).orders;
}
