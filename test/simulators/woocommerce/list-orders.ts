import type { LoopbackAnswer, LoopbackRequest } from '../loopback';
import { readListParameters, readPaging, type OrderListParameters } from './list-parameters';
import type { WooOrderRecord } from './order-record';
import { newestFirst, renderOrder, renderRefund } from './render-order';
import type { WooStore } from './store';

/** `GET /wp-json/wc/v3/orders` */
export function listOrders(request: LoopbackRequest, store: WooStore): LoopbackAnswer {
	const asked = readListParameters(request.query, store.site);
	const found = store.all.filter((order) => isAsked(order, asked)).sort(bySort(asked));
	return page(request, store.site.url, found, asked, (order) => renderOrder(order, store.site));
}

/** `GET /wp-json/wc/v3/orders/<id>/refunds` */
export function listRefunds(request: LoopbackRequest, store: WooStore, order: WooOrderRecord): LoopbackAnswer {
	const refunds = newestFirst(order.refunds, 'descending');
	return page(request, store.site.url, refunds, readPaging(request.query), (refund) =>
		renderRefund(order, refund, store.site),
	);
}

function isAsked(order: WooOrderRecord, asked: OrderListParameters): boolean {
	if (asked.statuses === undefined ? ['trash', 'auto-draft'].includes(order.status) : !asked.statuses.has(order.status))
		return false;
	if (asked.include.length > 0 && !asked.include.includes(order.id)) return false;
	if (asked.exclude.includes(order.id)) return false;
	return (
		within(order.createdAt, asked.after, asked.before) &&
		within(order.modifiedAt, asked.modifiedAfter, asked.modifiedBefore)
	);
}

/** Both ends are excluded: an order changed in the very second that is asked for is not found. */
const within = (instant: number, after: number | undefined, before: number | undefined): boolean =>
	(after === undefined || instant > after) && (before === undefined || instant < before);

const bySort = ({ orderBy, order }: OrderListParameters) => {
	const key = (record: WooOrderRecord): number =>
		orderBy === 'id' ? record.id : orderBy === 'modified' ? record.modifiedAt : record.createdAt;
	const direction = order === 'asc' ? 1 : -1;
	return (a: WooOrderRecord, b: WooOrderRecord): number => direction * (key(a) - key(b) || a.id - b.id);
};

function page<T>(
	request: LoopbackRequest,
	siteUrl: string,
	found: readonly T[],
	{ page: number, perPage, offset }: Pick<OrderListParameters, 'page' | 'perPage' | 'offset'>,
	render: (one: T) => unknown,
): LoopbackAnswer {
	const start = offset ?? (number - 1) * perPage;
	const pages = Math.ceil(found.length / perPage);
	const links: string[] = [];
	if (number > 1) links.push(`<${pageUrl(request, siteUrl, Math.min(number - 1, Math.max(pages, 1)))}>; rel="prev"`);
	if (number < pages) links.push(`<${pageUrl(request, siteUrl, number + 1)}>; rel="next"`);
	return {
		status: 200,
		headers: {
			'X-WP-Total': String(found.length),
			'X-WP-TotalPages': String(pages),
			...(links.length > 0 ? { Link: links.join(', ') } : {}),
		},
		body: found.slice(start, start + perPage).map(render),
	};
}

/** The query comes back as PHP understood it: booleans as 1, lists by index. */
function pageUrl(request: LoopbackRequest, siteUrl: string, number: number): string {
	const query = new URLSearchParams();
	for (const [key, value] of request.query) {
		if (key === 'page') continue;
		if (key === 'status') value.split(',').forEach((status, index) => query.append(`status[${index}]`, status));
		else query.append(key, key === 'dates_are_gmt' && value === 'true' ? '1' : value);
	}
	query.append('page', String(number));
	return `${siteUrl}${request.path}?${query.toString()}`;
}
