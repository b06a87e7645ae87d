import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { toOrder as fromShipStation } from '../../nodes/channels/shipstation/to-order';
import { toOrder as fromShopify } from '../../nodes/channels/shopify/to-order';
import type { ReadingContext } from '../../nodes/channels/unreadable-order';
import { toOrder as fromWooCommerce, type WooReading } from '../../nodes/channels/woocommerce/to-order';
import type { Order, UnreadableOrder } from '../../nodes/order/order';
import { MADE_UP as SHIPSTATION_ORDERS } from './shipstation/made-up-orders';
import { MADE_UP } from './shopify/made-up-orders';

/** An order as the trigger reads it, and where it is from: a file, or the name of a made-up one. */
export interface ReadOrder {
	from: string;
	order: Order | UnreadableOrder;
}

const OWN = join(__dirname, 'woocommerce');
const REFERENCE = join(__dirname, '../../../shared/reference/channels/samples');

const contextOf = (channel: string, accountId: string): ReadingContext => ({
	channel,
	accountId,
	shopUrl: `https://${accountId}`,
	timeZone: 'America/Los_Angeles',
});

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []);

/**
 * Every sample of WooCommerce, Shopify and ShipStation that there is: those of a real store and the made-up ones, and those of public sources
 * where the reference is at hand. Ids repeat between sources, so each source is a shop of its own.
 */
export function everyOrder(): ReadOrder[] {
	const real = contextOf('woocommerce', 'shop.example.test');
	const made = contextOf('shopify', 'my-shop.myshopify.com');
	return [
		...filesIn(OWN).map((file) => ({ from: file, order: fromWooCommerce(wooReading(json(join(OWN, file))), real) })),
		...Object.entries(MADE_UP).map(([name, make]) => ({ from: name, order: fromShopify(make(), made) })),
		...Object.entries(SHIPSTATION_ORDERS).map(([name, make]) => {
			const { order, context } = make();
			return { from: name, order: fromShipStation(order, context) };
		}),
		...filesIn(join(REFERENCE, 'woocommerce')).flatMap((file, index) =>
			wooOrdersIn(json(join(REFERENCE, 'woocommerce', file))).map((order) => ({
				from: file,
				order: fromWooCommerce({ order, refunds: [] }, contextOf('woocommerce', `w${index}.example.test`)),
			})),
		),
		...filesIn(join(REFERENCE, 'shopify')).flatMap((file, index) =>
			shopifyOrdersIn(json(join(REFERENCE, 'shopify', file))).map((order) => ({
				from: file,
				order: fromShopify({ order, editSales: [] }, contextOf('shopify', `s${index}.example.test`)),
			})),
		),
	];
}

/** A sample is an order with its refunds, or a webhook's delivery whose raw body is the order. */
export function wooReading(sample: unknown): WooReading {
	const { order, refunds, rawBody } = sample as { order?: unknown; refunds?: unknown[]; rawBody?: string };
	return rawBody === undefined ? { order, refunds: refunds ?? [] } : { order: JSON.parse(rawBody), refunds: [] };
}

/** Every order in a file of the reference, whichever wrapping its app gave it. */
export function wooOrdersIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(wooOrdersIn);
	if (typeof value !== 'object' || value === null) return [];
	const fields = value as Record<string, unknown>;
	if ('line_items' in fields && 'status' in fields) return [fields];
	return Object.values(fields).flatMap((field) => (typeof field === 'object' ? wooOrdersIn(field) : []));
}

/** Answers of the Admin GraphQL hold orders; what else there is counts as one that cannot be read. */
const shopifyOrdersIn = (file: unknown): unknown[] =>
	(file as { data?: { orders?: { nodes?: unknown[] } } }).data?.orders?.nodes ?? [file];
