import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { toOrder as fromShipStation } from '../../nodes/channels/shipstation/to-order';
import { toOrder as fromShopify } from '../../nodes/channels/shopify/to-order';
import type { ReadingContext } from '../../nodes/channels/unreadable-order';
import { toOrder as fromWooCommerce } from '../../nodes/channels/woocommerce/to-order';
import type { Order, UnreadableOrder } from '../../nodes/order/order';
import { wooOrdersIn } from '../orders/every-order';
import { CONTEXT, MADE_UP as SHIPSTATION_ORDERS } from '../orders/shipstation/made-up-orders';
import { MADE_UP as SHOPIFY_ORDERS } from '../orders/shopify/made-up-orders';

/** A payload of a channel, and how it is read. */
export interface Sample {
	name: string;
	payload: unknown;
	read(payload: unknown): Order | UnreadableOrder;
	/** The id that a payload gives, as the order has it; absent where it gives none. */
	idOf(payload: unknown): string | undefined;
}

export const REFERENCE = join(__dirname, '../../../shared/reference');
const SAMPLES = join(REFERENCE, 'channels/samples');

const context: ReadingContext = { channel: 'any', accountId: 'shop.example.test', shopUrl: 'https://shop.example.test' };

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
const textOf = (id: unknown): string | undefined =>
	(typeof id === 'string' && id !== '') || (typeof id === 'number' && Number.isSafeInteger(id)) ? String(id).slice(0, 100) : undefined;

/** The list beside the order is made by us, never by the shop: it is always a list. */
function asReading<K extends string>(reading: unknown, list: K) {
	const { order, [list]: entries } = fieldsOf(reading);
	return { order, [list]: Array.isArray(entries) ? entries : [] } as { order: unknown } & Record<K, unknown[]>;
}

const woo = (name: string, payload: unknown): Sample => ({
	name: `WooCommerce: ${name}`,
	payload,
	read: (reading) => fromWooCommerce(asReading(reading, 'refunds'), context),
	idOf: (reading) => textOf(fieldsOf(fieldsOf(reading).order).id),
});

const shopify = (name: string, payload: unknown): Sample => ({
	name: `Shopify: ${name}`,
	payload,
	read: (reading) => fromShopify(asReading(reading, 'editSales'), context),
	idOf: (reading) => textOf(fieldsOf(fieldsOf(reading).order).legacyResourceId),
});

const shipStation = (name: string, payload: unknown, own = CONTEXT): Sample => ({
	name: `ShipStation: ${name}`,
	payload,
	read: (order) => fromShipStation(order, own),
	idOf: (order) => textOf(fieldsOf(order).orderId),
});

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
const jsonFilesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []);

const OWN = join(__dirname, '../orders/woocommerce');

/** Orders of a real store, and made-up ones for every case. */
export const OWN_SAMPLES: readonly Sample[] = [
	...jsonFilesIn(OWN)
		.filter((file) => !file.includes('webhook'))
		.map((file) => woo(file, json(OWN, file))),
	...Object.entries(SHOPIFY_ORDERS).map(([name, make]) => shopify(name, make())),
	...Object.entries(SHIPSTATION_ORDERS).map(([name, make]) => {
		const { order, context: own } = make();
		return shipStation(name, order, own);
	}),
];

const wooIn = (folder: string): Sample[] =>
	jsonFilesIn(folder).flatMap((file) => wooOrdersIn(json(folder, file)).map((order) => woo(file, { order, refunds: [] })));

/** Orders of public sources, as far as they are at hand. */
export const REFERENCE_SAMPLES: readonly Sample[] = [
	...wooIn(join(SAMPLES, 'woocommerce')),
	...wooIn(join(SAMPLES, 'woocommerce/own')),
	...jsonFilesIn(join(SAMPLES, 'shopify')).flatMap((file) => {
		const { data } = fieldsOf(json(SAMPLES, 'shopify', file)) as { data?: { orders?: { nodes?: unknown[] } } };
		return (data?.orders?.nodes ?? []).map((order) => shopify(file, { order, editSales: [] }));
	}),
	...shipStationOrdersAtHand(),
];

function shipStationOrdersAtHand(): Sample[] {
	const folder = join(REFERENCE, 'shipstation/samples');
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.json'));
	return files.flatMap((file) => {
		const content = json(folder, file);
		const rows = [content, ...((fieldsOf(content).orders as unknown[] | undefined) ?? [])];
		return rows.filter((row) => 'orderId' in fieldsOf(row) && 'items' in fieldsOf(row)).map((row) => shipStation(file, row));
	});
}
