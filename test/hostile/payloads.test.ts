import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { toOrder as fromShipStation } from '../../nodes/channels/shipstation/to-order';
import { toOrder as fromShopify } from '../../nodes/channels/shopify/to-order';
import type { ReadingContext } from '../../nodes/channels/unreadable-order';
import { toOrder as fromWooCommerce } from '../../nodes/channels/woocommerce/to-order';
import { isUnreadable, orderSchema, unreadableOrderSchema, type Order, type UnreadableOrder } from '../../nodes/order/order';
import { CONTEXT, MADE_UP as SHIPSTATION_ORDERS } from './shipstation/made-up-orders';
import { MADE_UP } from './shopify/made-up-orders';

const context: ReadingContext = { channel: 'any', accountId: 'shop.example.test', shopUrl: 'https://shop.example.test' };

type Path = Array<string | number>;

/** Every place in a payload. */
function placesIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const inside = Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, Array.isArray(value) ? Number(key) : key]));
	return path.length === 0 ? inside : [path, ...inside];
}

const odd = fc.oneof(
	fc.constantFrom<unknown>(null, undefined, '', '0', 0, -1, Number.NaN, '1e9999', '-0', '.5', '5.', 'abc', true, [], {}, [[]], [null]),
	fc.constantFrom<unknown>(JSON.parse('{"__proto__": {"polluted": true}}'), JSON.parse('{"constructor": {"prototype": {"polluted": true}}}')),
	fc.constantFrom<unknown>('9'.repeat(400), `0.${'3'.repeat(50)}`, '2026-13-45T99:99:99', '__proto__', 'gid://shopify/Order/', ' \u0000 '),
	fc.anything({ maxDepth: 2 }),
);

/** A payload with some of its places deleted, or replaced by what does not belong there. */
const spoilt = (sample: unknown) => {
	const places = placesIn(sample);
	const change = fc.record({ place: fc.constantFrom(...places), value: odd, remove: fc.boolean() });
	return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
		const copy = structuredClone(sample);
		for (const { place, value, remove } of changes) {
			const last = place.at(-1);
			let at: unknown = copy;
			for (const key of place.slice(0, -1)) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
			if (typeof at !== 'object' || at === null || last === undefined) continue;
			if (remove) delete (at as Record<string, unknown>)[last];
			// A copy: one odd value in two places, one inside the other, would go round in a circle, which JSON cannot.
			else Object.defineProperty(at, last, { value: structuredClone(value), configurable: true, enumerable: true, writable: true });
		}
		return copy;
	});
};

/** Either a valid order that says whether it adds up, or an unreadable one with a reason. */
function expectAnAnswer(order: Order | UnreadableOrder) {
	const json: unknown = JSON.parse(JSON.stringify(order));
	if (isUnreadable(order)) {
		expect(unreadableOrderSchema.safeParse(json).success).toBe(true);
		expect(order.reason).not.toBe('');
	} else {
		expect(orderSchema.safeParse(json).success).toBe(true);
		expect(order.reconciliation).toBeDefined();
	}
	expect(order.fingerprint).toMatch(/^[0-9a-f]{32}$/);
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

const folder = join(__dirname, 'woocommerce');
const wooSamples = readdirSync(folder)
	.filter((file) => file.endsWith('.json') && !file.includes('webhook'))
	.map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const);

test.each(wooSamples)('a WooCommerce order spoilt in any way is an order or is refused: %s', (_, sample) => {
	fc.assert(fc.property(spoilt(sample), (reading) => expectAnAnswer(fromWooCommerce(asReading(reading, 'refunds'), context))), { numRuns: 60 });
});

test.each(Object.entries(MADE_UP))('a Shopify order spoilt in any way is an order or is refused: %s', (_, make) => {
	fc.assert(fc.property(spoilt(make()), (reading) => expectAnAnswer(fromShopify(asReading(reading, 'editSales'), context))), { numRuns: 60 });
});

test.each(Object.entries(SHIPSTATION_ORDERS))('a ShipStation order spoilt in any way is an order or is refused: %s', (_, make) => {
	const { order, context } = make();
	fc.assert(fc.property(spoilt(order), (payload) => expectAnAnswer(fromShipStation(payload, context))), { numRuns: 60 });
});

test('anything at all is refused with a reason', () => {
	fc.assert(
		fc.property(fc.anything(), (order) => {
			expect(isUnreadable(fromWooCommerce({ order, refunds: [] }, context))).toBe(true);
			expect(isUnreadable(fromShopify({ order, editSales: [] }, context))).toBe(true);
			expect(isUnreadable(fromShipStation(order, CONTEXT))).toBe(true);
		}),
	);
});

/** The list beside the order is made by us, never by the shop: it is always a list. */
function asReading<K extends string>(reading: unknown, list: K) {
	const fields = reading as Record<string, unknown>;
	const entries = fields[list];
	return { order: fields['order'], [list]: Array.isArray(entries) ? entries : [] } as { order: unknown } & Record<K, unknown[]>;
}
