import type { ChannelRequest, OrderQuery } from '../channel';
import type { PageToken } from './page-token';

export const ORDERS_PATH = '/wp-json/wc/v3/orders';

/** A page of more is refused with 400 `rest_invalid_param`. */
export const LARGEST_PAGE = 100;

const SECOND = 1_000;

/** A time of whole seconds, as WooCommerce keeps it, `offset` seconds away; the trailing `Z` is honoured. */
export const secondOf = (instant: string, offset = 0): string =>
	`${new Date((Math.ceil(Date.parse(instant) / SECOND) + offset) * SECOND).toISOString().slice(0, 19)}Z`;

/** The names of a window's parameters, by the time that it is about. */
const WINDOW = {
	updated: { after: 'modified_after', before: 'modified_before', orderby: 'modified' },
	placed: { after: 'after', before: 'before', orderby: 'date' },
} as const;

/**
 * `after` means strictly after, at a resolution of one second: asking from the second before loses nothing. `dates_are_gmt`
 * keeps WooCommerce from reading the times in the shop's zone.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders
 */
export function ordersRequest(query: OrderQuery, token: PageToken | undefined): ChannelRequest {
	const names = WINDOW[query.by];
	const from = token?.kind === 'from' ? token.from : token?.kind === 'second' ? token.second : query.from;
	const before = token?.kind === 'second' ? secondOf(token.second, 1) : query.to && secondOf(query.to);
	return {
		method: 'GET',
		path: ORDERS_PATH,
		query: {
			...(from === undefined ? {} : { [names.after]: secondOf(from, -1) }),
			...(before === undefined ? {} : { [names.before]: before }),
			dates_are_gmt: true,
			orderby: names.orderby,
			order: query.order === 'newest' ? 'desc' : 'asc',
			status: query.statuses.length > 0 ? query.statuses.join(',') : 'any',
			per_page: Math.max(1, Math.min(query.pageSize, LARGEST_PAGE)),
			page: token?.kind === 'page' ? token.page : 1,
			...(token?.kind === 'second' ? { exclude: token.seen.join(',') } : {}),
		},
	};
}
