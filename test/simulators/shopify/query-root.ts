import { GraphQLError } from 'graphql';
import { DateTime } from 'luxon';
import { dateTime, gid } from './money';
import { moneyOf, orderNode } from './order-node';
import { refundNode, transactionNode } from './payment-node';
import { queryOrders, type IsVisible, type OrdersArguments } from './query-orders';
import type { SearchWarning } from './search-orders';
import type { ShopifyStore } from './store';

export interface QueryAccess {
	readonly store: ShopifyStore;
	readonly scopes: readonly string[];
	readonly now: number;
	readonly warn: (warnings: readonly SearchWarning[]) => void;
}

const SIXTY_DAYS = 60 * 24 * 3600 * 1000;

/** The roots of the schema that are simulated: `orders`, `ordersCount`, `order`, `refund`, `node`, `nodes`, `shop`. */
export function queryRoot({ store, scopes, now, warn }: QueryAccess) {
	const isVisible: IsVisible = (order) => scopes.includes('read_all_orders') || order.createdAt >= now - SIXTY_DAYS;
	const demand = (field: string): void => {
		if (scopes.includes('read_orders')) return;
		throw new GraphQLError(`Access denied for ${field} field. Required access: \`read_orders\` access scope.`, {
			extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes' },
		});
	};
	const visible = () => store.all.filter(isVisible);
	const node = ({ id }: { id: string }): object | null => {
		const [, type, number] = /^gid:\/\/shopify\/(\w+)\/(\d+)$/.exec(id) ?? [];
		if (type === undefined || number === undefined) {
			throw new GraphQLError(`Invalid global id '${id}'`, { extensions: { code: 'argumentLiteralsIncompatible' } });
		}
		if (type === 'Order') {
			const order = visible().find((candidate) => candidate.id === number);
			return order === undefined ? null : orderNode(order, store.shop);
		}
		for (const order of visible()) {
			const refund = order.refunds.find((candidate) => candidate.id === number);
			if (type === 'Refund' && refund !== undefined) {
				return { ...refundNode(refund, order, moneyOf(order, store.shop)), order: orderNode(order, store.shop) };
			}
			const transaction = order.transactions.find((candidate) => candidate.id === number);
			if (type === 'OrderTransaction' && transaction !== undefined)
				return transactionNode(transaction, order, moneyOf(order, store.shop));
		}
		return null;
	};
	const only = (type: string, id: string): object | null => (id.startsWith(gid(type, '')) ? node({ id }) : null);
	return {
		orders: (args: OrdersArguments) => {
			demand('orders');
			return queryOrders(store, args, now, isVisible, warn);
		},
		ordersCount: (args: { query?: string | null }) => {
			demand('ordersCount');
			const all = queryOrders(store, { ...args, sortKey: 'ID', first: 0 }, now, isVisible, warn);
			return { count: all.total, precision: 'EXACT' };
		},
		order: ({ id }: { id: string }) => {
			demand('order');
			return only('Order', id);
		},
		refund: ({ id }: { id: string }) => {
			demand('refund');
			return only('Refund', id);
		},
		node: (args: { id: string }) => {
			demand('node');
			return node(args);
		},
		nodes: ({ ids }: { ids: string[] }) => {
			demand('nodes');
			return ids.map((id) => node({ id }));
		},
		shop: () => shopNode(store, now),
	};
}

function shopNode({ shop }: ShopifyStore, now: number) {
	const local = DateTime.fromMillis(now, { zone: shop.ianaTimezone });
	return {
		id: gid('Shop', '548380009'),
		name: shop.name,
		myshopifyDomain: shop.myshopifyDomain,
		primaryDomain: { id: gid('Domain', '1'), host: shop.myshopifyDomain, url: `https://${shop.myshopifyDomain}` },
		url: `https://${shop.myshopifyDomain}`,
		email: 'owner@example.com',
		contactEmail: 'owner@example.com',
		ianaTimezone: shop.ianaTimezone,
		timezoneAbbreviation: local.toFormat('ZZZZ'),
		timezoneOffset: local.toFormat('ZZZ'),
		timezoneOffsetMinutes: local.offset,
		currencyCode: shop.currencyCode,
		enabledPresentmentCurrencies: [shop.currencyCode],
		orderNumberFormatPrefix: shop.orderNumberFormatPrefix,
		orderNumberFormatSuffix: shop.orderNumberFormatSuffix,
		taxesIncluded: false,
		taxShipping: true,
		setupRequired: false,
		createdAt: dateTime(Date.parse('2024-01-02T15:00:00Z')),
		updatedAt: dateTime(Date.parse('2026-01-02T15:00:00Z')),
		plan: { publicDisplayName: 'Basic', partnerDevelopment: false, shopifyPlus: false },
	};
}
