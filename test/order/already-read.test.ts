import fc from '../repeatable';
import { alreadyReadBy } from '../../nodes/order/already-read';
import { isUnreadable, orderSchema, type Order } from '../../nodes/order/order';
import { readOrder } from '../../nodes/order/read-order';
import { z } from '../../nodes/vendor/zod';
import { everyOrder } from '../orders/every-order';

const orders = everyOrder().flatMap(({ order }) => (isUnreadable(order) ? [] : [order]));
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const isRead = alreadyReadBy(orderSchema);

/** A value at some place of an order, and what a node in between may have made of it. */
const junk = fc.constantFrom<unknown>(
	undefined, null, 0, 5, true, '', ' ', 'x', '-1.5', '1e3', '12.3456789', '.5', '5.', '0005', '1\n', 'NaN', 'usd', 'USD\n', '2026-02-30',
	'2026-03-01', '2026-03-01T09:30:00', '2026-03-01T09:30:00+01:00', [], [null], {}, { a: 1 }, { a: 'b' }, { id: 'x' }, new Date(0), new Map(),
);
type Path = Array<string | number>;
const pathsOf = (value: unknown, before: Path = []): Path[] =>
	value === null || typeof value !== 'object'
		? []
		: Object.entries(value).flatMap(([key, inner]) => {
				const path = [...before, Array.isArray(value) ? Number(key) : key];
				return [path, ...pathsOf(inner, path)];
			});

function replaced(order: Order, path: Path, value: unknown, how: 'set' | 'delete' | 'beside'): unknown {
	const copy = copyOf(order) as unknown;
	const holder = path.slice(0, -1).reduce((inner, key) => (inner as Record<string | number, unknown>)[key], copy) as Record<string | number, unknown>;
	if (how === 'delete') delete holder[path.at(-1)!];
	else holder[how === 'set' || Array.isArray(holder) ? path.at(-1)! : 'unknown'] = value;
	return copy;
}

const places = orders.map((order) => ({ order, paths: fc.constantFrom(...pathsOf(copyOf(order))) }));
const tampered = fc.constantFrom(...places).chain(({ order, paths }) =>
	fc
		.tuple(paths, junk, fc.constantFrom('set' as const, 'set' as const, 'delete' as const, 'beside' as const))
		.map(([path, value, how]) => replaced(order, path, value, how)),
);

describe('an order that needs no reading', () => {
	test('is every order of Channel Trigger', () => {
		expect(orders.length).toBeGreaterThan(20);
		expect(orders.filter((order) => !isRead(copyOf(order))).map(({ id }) => id)).toEqual([]);
	});

	test('is one that the schema takes and leaves as it is, whatever was done to it on the way', () => {
		let taken = 0;
		fc.assert(
			fc.property(tampered, (order) => {
				if (!isRead(order)) return;
				taken += 1;
				const parsed = orderSchema.safeParse(order);
				expect(parsed.error?.issues).toBeUndefined();
				expect(order).toMatchObject(copyOf(parsed.data!));
			}),
			{ numRuns: 2000 },
		);
		expect(taken).toBeGreaterThan(200);
	});

	test('is given on as the same object, and one without its defaults is read', () => {
		const [order] = orders;
		const { payments, ...short } = copyOf(order!);
		expect(readOrder(order)).toEqual({ ok: true, value: order });
		expect(isRead(short)).toBe(false);
		expect(readOrder(short)).toEqual({ ok: true, value: { ...order, payments: [] } });
	});

	test('is none by a schema whose rules it does not know', () => {
		expect(alreadyReadBy(z.object({ a: z.string() }).refine(() => true))({ a: 'x' })).toBe(false);
		expect(alreadyReadBy(z.object({ a: z.string().trim() }))({ a: ' x' })).toBe(false);
		expect(alreadyReadBy(z.object({ a: z.string().max(3) }))({ a: 'long' })).toBe(false);
		expect(alreadyReadBy(z.object({ a: z.union([z.string(), z.null()]) }))({ a: null })).toBe(false);
		expect(alreadyReadBy(z.array(z.string()).min(1))([])).toBe(false);
		expect(alreadyReadBy(z.record(z.string().regex(/^a/), z.string()))({ b: 'x' })).toBe(false);
	});
});
