import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { toOrder } from '../../nodes/channels/shipstation/to-order';
import { isUnreadable, type Order, type UnreadableOrder } from '../../nodes/order/order';
import { readOrder } from '../../nodes/order/read-order';
import { CONTEXT, MADE_UP } from './shipstation/made-up-orders';

const GOLDEN = join(__dirname, 'shipstation/golden');
const REFERENCE = join(__dirname, '../../../shared/reference/shipstation/samples');

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const readable = (order: Order | UnreadableOrder | undefined): Order => {
	if (order === undefined || isUnreadable(order)) throw new Error(order?.reason ?? 'no order');
	return order;
};

const map = (name: string): Order => {
	const { order, context } = MADE_UP[name]!();
	return readable(toOrder(order, context));
};

describe.each(Object.keys(MADE_UP))('ShipStation order: %s', (name) => {
	test('is mapped as it was reviewed', () => {
		expect(JSON.parse(JSON.stringify(map(name)))).toEqual(json(join(GOLDEN, `${name}.json`)));
	});

	test('adds up to the cent, or says so', () => {
		const { reconciliation, totals } = map(name);
		expect(totals.rounding).toBe('0.00');
		expect(reconciliation?.balanced).toBe(name !== 'does-not-add-up');
	});

	test('is an order to the next node', () => {
		expect(readOrder(JSON.parse(JSON.stringify(map(name))))).toMatchObject({ ok: true });
	});
});

test('every golden order has its story', () => {
	expect(readdirSync(GOLDEN).sort()).toEqual(Object.keys(MADE_UP).map((name) => `${name}.json`).sort());
});

describe('what the books are told', () => {
	test('a discount of nobody knows what is borne by every line, to the cent', () => {
		const { lines, discounts } = map('discount-over-all-lines');
		expect(lines.map(({ gross, discount, net }) => [gross, discount, net])).toEqual([
			['37.50', '3.75', '33.75'],
			['20.00', '2.00', '18.00'],
		]);
		expect(discounts).toMatchObject([{ title: '10% OFF', code: 'TEN', amount: '5.75' }]);
	});

	test('tax is where an item says it is; else on all, and said', () => {
		expect(map('tax-on-one-item').lines.map(({ tax }) => tax)).toEqual(['0.00', '1.50']);
		const order = map('web-shop');
		expect(order.lines.map(({ tax }) => tax)).toEqual(['3.08', '1.65']);
		expect(order.reconciliation?.checks).toEqual(['ShipStation does not say which items were taxed: the tax is spread over all of them']);
	});

	test('tax on a marketplace is nobody’s until the user says whose', () => {
		expect(map('web-shop').taxes).toMatchObject([{ remittedBy: 'seller' }]);
		expect(map('marketplace-nobody-knows').taxes).toMatchObject([{ amount: '4.73', remittedBy: 'unknown' }]);
		const remitted = map('marketplace-remits');
		expect(remitted.totals.total).toBe('62.50');
		expect(remitted.payments).toMatchObject([{ amount: '62.50' }]);
		expect(remitted.lines.map(({ tax }) => tax)).toEqual(['0.00', '0.00']);
	});

	test('the day is the store’s own, and a day without a time is that day everywhere', () => {
		expect(map('web-shop')).toMatchObject({ placedAt: '2026-03-02T05:12:05Z', localDate: '2026-03-02' });
		expect(map('day-without-time')).toMatchObject({ placedAt: '2026-03-01T23:30:00Z', localDate: '2026-03-01' });
		const { order } = MADE_UP['day-without-time']!();
		const placed = (createDate: string) => readable(toOrder({ ...order, createDate }, CONTEXT)).placedAt;
		// Imported weeks later, it is still of its own day, and so before any later start.
		expect(placed('2026-03-20T10:00:00.0000000')).toBe('2026-03-02T07:59:59Z');
		expect(placed('2026-02-20T10:00:00.0000000')).toBe('2026-03-01T08:00:00Z');
	});

	test('only an amount paid is a payment', () => {
		const states = ['web-shop', 'unpaid', 'paid-in-part-and-shipped', 'payment-date-without-amount', 'zero-total'].map((name) => [map(name).paymentStatus, map(name).payments.length]);
		expect(states).toEqual([['paid', 1], ['unpaid', 0], ['partial', 1], ['unpaid', 0], ['paid', 0]]);
		expect(map('payment-date-without-amount').reconciliation?.checks).toContain('ShipStation has a payment date and no amount paid: the order counts as unpaid');
	});

	test('the same order read again is the same reading, whatever was done about its packing', () => {
		const { order, context } = MADE_UP['web-shop']!();
		const again = { ...order, internalNotes: 'third shelf', weight: { value: 12, units: 'ounces' }, carrierCode: 'ups' };
		expect(toOrder(again, context).fingerprint).toBe(toOrder(order, context).fingerprint);
	});
});

describe('an order that cannot be booked as it is', () => {
	const spoilt = (change: object, context = CONTEXT): UnreadableOrder => {
		const mapped = toOrder({ ...MADE_UP['web-shop']!().order, ...change }, context);
		if (!isUnreadable(mapped)) throw new Error('it was read');
		return mapped;
	};

	test.each([
		[{ orderTotal: null }, "'orderTotal' must be a number, not empty"],
		[{ orderStatus: null }, "'orderStatus' must be a status"],
		[{ items: [{ quantity: -1 }] }, "'items[0].quantity' must be a quantity of zero or more, not '-1'"],
		[{ orderDate: null, createDate: 'soon' }, "'orderDate' must be a date"],
	])('%j says which field', (change, said) => {
		expect(spoilt(change)).toMatchObject({ id: '1001', number: '1001', reason: expect.stringContaining(said) });
	});

	test('parts of a split order and merged ones go to a person, unless told otherwise', () => {
		const { advancedOptions } = MADE_UP['web-shop']!().order as { advancedOptions: object };
		const reason = (change: object) => spoilt({ advancedOptions: { ...advancedOptions, ...change } }).reason;
		expect(reason({ mergedOrSplit: true, parentId: 7 })).toContain('is a part that was split off order 7');
		expect(reason({ mergedOrSplit: true })).toContain('was split in ShipStation');
		expect(reason({ mergedOrSplit: true, mergedIds: [8, 9] })).toContain('was merged in ShipStation from 3 orders');
		for (const parts of ['leaveOut', 'take'] as const) {
			expect(isUnreadable(toOrder({ ...MADE_UP['web-shop']!().order, advancedOptions: { ...advancedOptions, mergedOrSplit: true } }, { ...CONTEXT, parts }))).toBe(false);
		}
	});

	test('without a currency that anybody knows nothing is read', () => {
		expect(spoilt({}, { ...CONTEXT, currency: '' }).reason).toContain("'Account Currency' is ''");
	});
});

const whenReferenceIsThere = existsSync(REFERENCE) ? describe : describe.skip;

whenReferenceIsThere('official samples (skipped without the reference)', () => {
	const folders = existsSync(REFERENCE) ? ['v1-docs', 'v1-docs-2021-nulls', 'v1-thirdparty'] : [];
	const found = folders.flatMap((folder) =>
		readdirSync(join(REFERENCE, folder))
			.filter((file) => /orders|order-response/.test(file) && !file.includes('.request.'))
			.flatMap((file) => ordersIn(json(join(REFERENCE, folder, file))).map((order) => ({ file, order }))),
	);

	test('are all mapped, and all add up by ShipStation’s own rule', () => {
		expect(found.length).toBeGreaterThanOrEqual(6);
		for (const { file, order } of found) {
			const mapped = readable(toOrder(order, CONTEXT));
			expect([file, mapped.reconciliation?.balanced, mapped.totals.total]).toEqual([file, true, (order as { orderTotal: number }).orderTotal.toFixed(2)]);
		}
	});
});

/** Every order in an answer. */
function ordersIn(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('orderTotal' in value && 'items' in value) return [value];
	return Object.values(value).flatMap((inner) => (typeof inner === 'object' ? ordersIn(inner) : []));
}
