import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { ReadingContext } from '../../nodes/channels/unreadable-order';
import { toOrder } from '../../nodes/channels/woocommerce/to-order';
import { isUnreadable } from '../../nodes/order/order';
import { readOrder } from '../../nodes/order/read-order';
import { wooOrdersIn, wooReading } from './every-order';

const OWN = join(__dirname, 'woocommerce');
const GOLDEN = join(OWN, 'golden');
const REFERENCE = join(__dirname, '../../../shared/reference/channels/samples/woocommerce');

const context: ReadingContext = {
	channel: 'woocommerce',
	accountId: 'shop.example.test',
	shopUrl: 'https://shop.example.test',
	timeZone: 'America/Los_Angeles',
};

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const samples = readdirSync(OWN).filter((file) => file.endsWith('.json'));

test('there are samples of a real store', () => {
	expect(samples).toHaveLength(12);
});

describe.each(samples)('WooCommerce order of a real store: %s', (file) => {
	const order = toOrder(wooReading(json(join(OWN, file))), context);

	test('is mapped as it was reviewed', () => {
		expect(JSON.parse(JSON.stringify(order))).toEqual(json(join(GOLDEN, file)));
	});

	test('adds up to the cent', () => {
		if (isUnreadable(order)) throw new Error(order.reason);
		expect(order.reconciliation?.balanced).toBe(true);
		expect(order.totals.rounding).toBe('0.00');
	});

	test('is an order to the next node', () => {
		expect(readOrder(JSON.parse(JSON.stringify(order)))).toMatchObject({ ok: true });
	});
});

const whenReferenceIsThere = existsSync(REFERENCE) ? describe : describe.skip;

whenReferenceIsThere('WooCommerce orders of public sources (skipped without the reference)', () => {
	const files = existsSync(REFERENCE) ? readdirSync(REFERENCE).filter((file) => file.endsWith('.json')) : [];
	const found = files.flatMap((file) => wooOrdersIn(json(join(REFERENCE, file))).map((order) => ({ file, order })));
	const mapped = found.map(({ file, order }) => ({ file, order: toOrder({ order, refunds: [] }, context) }));

	test('are all mapped, or refused with a reason that names a field', () => {
		expect(mapped.length).toBeGreaterThanOrEqual(15);
		for (const { order } of mapped) {
			if (isUnreadable(order)) expect(order.reason).toMatch(/'[a-z_]+.*'/);
			else expect(order.lines.length).toBeGreaterThan(0);
		}
	});

	test('do not add up only where the reference says so', () => {
		const off = mapped.flatMap(({ order }) => (!isUnreadable(order) && !order.reconciliation?.balanced ? [order.id] : []));
		expect(new Set(off)).toEqual(new Set(['963', '357', ...(off.includes('75') ? ['75'] : [])]));
	});

	test('a template in place of a date is refused by name', () => {
		const refused = mapped.filter(({ file }) => file.startsWith('android-'));
		expect(refused.length).toBeGreaterThan(0);
		for (const { order } of refused) expect(isUnreadable(order) && order.reason).toContain("'date_created_gmt'");
	});

	test('redeemed gift cards are tenders, added back to the total', () => {
		const withCards = mapped.find(({ file }) => file === 'ios-order-with-gift-cards.json')?.order;
		if (withCards === undefined || isUnreadable(withCards)) throw new Error('the sample is not readable');
		expect(withCards.totals.total).toBe('28.00');
		expect(withCards.reconciliation?.balanced).toBe(true);
		expect(withCards.payments.map(({ tender, amount }) => [tender, amount])).toEqual([
			['giftCard', '20.00'],
			['giftCard', '4.00'],
			['money', '4.00'],
		]);
	});

	test('a component of a bundle names its parent', () => {
		const bundle = mapped.find(({ file }) => file === 'ios-order-with-bundled-line-items.json')?.order;
		if (bundle === undefined || isUnreadable(bundle)) throw new Error('the sample is not readable');
		expect(bundle.lines.map(({ id, parentLineId }) => [id, parentLineId])).toEqual([['752', undefined], ['753', '752']]);
	});
});
