import fc from '../repeatable';
import { isUnreadable } from '../../nodes/order/order';
import { judgeReading, type Read } from './judge-reading';
import { OWN_SAMPLES, REFERENCE_SAMPLES, type Sample } from './payloads';
import { spoilt } from './spoil';

const RUNS = Number(process.env.FUZZ_RUNS ?? 8);

/** How often a sample is read whole and how often it is refused; fails with the seed when it is neither. */
function spoil(sample: Sample, numRuns: number): Record<Read, number> {
	const seen: Record<Read, number> = { order: 0, refused: 0 };
	fc.assert(
		fc.property(spoilt(sample.payload), (payload) => {
			seen[judgeReading(sample, payload)] += 1;
		}),
		{ numRuns },
	);
	return seen;
}

test.each(OWN_SAMPLES.map((sample) => [sample.name, sample] as const))('an order spoilt in any way adds up, or is refused with its id and a reason. %s', (_, sample) => {
	const seen = spoil(sample, RUNS);
	expect(seen.order + seen.refused).toBe(RUNS);
});

const whenThereAreSamples = REFERENCE_SAMPLES.length > 0 ? test : test.skip;

whenThereAreSamples('orders of public sources spoilt in any way add up, or are refused with their id and a reason', () => {
	const seen = REFERENCE_SAMPLES.map((sample) => spoil(sample, 3));
	for (const what of ['order', 'refused'] as const) expect(seen.reduce((sum, one) => sum + one[what], 0)).toBeGreaterThan(20);
});

test('the samples are read as they are, in the spirit that they were made in', () => {
	const read = OWN_SAMPLES.map((sample) => judgeReading(sample, sample.payload));
	expect(read.filter((what) => what === 'order').length).toBeGreaterThan(30);
});

test('anything at all is refused with a reason', () => {
	const channels = ['WooCommerce', 'Shopify', 'ShipStation'].map((channel) => OWN_SAMPLES.find(({ name }) => name.startsWith(channel))!);
	fc.assert(
		fc.property(fc.anything(), (anything) => {
			for (const sample of channels) {
				expect(isUnreadable(sample.read(anything))).toBe(true);
				expect(isUnreadable(sample.read({ order: anything, refunds: [], editSales: [] }))).toBe(true);
			}
		}),
	);
});

describe('what once got past a mapper', () => {
	const [woo, shopify] = ['WooCommerce: real-simple', 'Shopify: edited'].map((name) => OWN_SAMPLES.find((sample) => sample.name.startsWith(name))!) as [Sample, Sample];
	const changed = (sample: Sample, changes: object) => {
		const payload = structuredClone(sample.payload) as { order: object };
		Object.assign(payload.order, changes);
		return sample.read(payload);
	};

	test('half a character in an id, which no address of the order can hold', () => {
		for (const order of [changed(woo, { id: '7\uD800' }), changed(shopify, { legacyResourceId: '\uDC007' })]) {
			expect(order).toMatchObject({ status: 'unreadable', reason: expect.stringContaining('must be an id') });
		}
	});

	test.each(['+275760-09-13', '-000001-01-01T00:00:00'])('a year that four digits cannot write: %s', (time) => {
		for (const order of [changed(woo, { date_created_gmt: time, date_modified_gmt: time }), changed(shopify, { createdAt: time, updatedAt: time })]) {
			expect(isUnreadable(order)).toBe(true);
			expect([order.placedAt, order.updatedAt]).toEqual([undefined, undefined]);
		}
	});
});
