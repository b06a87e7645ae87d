import fc from 'fast-check';
import type { OrderInput } from '../../nodes/order/order';
import { hostileText, hostileWord } from './hostile-text';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const cents = (amount: number): string => (amount / 100).toFixed(2);

const line = fc.record({ sku: maybe(hostileText), title: hostileText, quantity: fc.integer({ min: 1, max: 9 }), cents: fc.integer({ min: 1, max: 99_999 }) });
const address = fc.record({
	firstName: maybe(hostileText),
	lastName: maybe(hostileText),
	company: maybe(hostileText),
	line1: maybe(hostileText),
	line2: maybe(hostileText),
	city: maybe(hostileText),
	region: maybe(hostileText),
	postalCode: maybe(hostileText),
	country: maybe(fc.constantFrom('US', 'GB', 'XX', "'")),
	phone: maybe(hostileText),
});
const email = fc.oneof(
	{ weight: 1, arbitrary: fc.constantFrom(undefined, 'ANA@example.test', 'victim\u0000@example.test') },
	{ weight: 1, arbitrary: hostileWord },
	{ weight: 6, arbitrary: fc.tuple(fc.constantFrom("o'hara", 'a+b', '%', '王', "x' or ''='", '"quoted"', 'x'.repeat(120)), fc.constantFrom('example.test', 'bücher.example')).map((both) => both.join('@')) },
);

const parts = fc.record({
	id: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostileText.map((text) => text.slice(0, 60)) }),
	number: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostileText.map((text) => text.slice(0, 12)) }, { weight: 1, arbitrary: hostileWord }),
	customer: fc.record({ firstName: maybe(hostileText), lastName: maybe(hostileText), company: maybe(hostileText), email, phone: maybe(hostileText) }),
	billTo: maybe(address),
	shipTo: maybe(address),
	lines: fc.array(line, { minLength: 1, maxLength: 3 }),
	shipping: maybe(hostileText),
	note: maybe(hostileText),
	tags: fc.array(hostileText, { maxLength: 2 }),
	method: hostileWord,
	reference: maybe(hostileText),
	meta: maybe(fc.dictionary(fc.oneof(fc.constantFrom('__proto__', 'toString', 'hasOwnProperty'), fc.string({ maxLength: 8 })), hostileText, { maxKeys: 3 })),
});

/** A paid order whose every text is one that nobody would type. Its amounts add up. */
function orderOf(index: number, { id, number, lines, shipping, method, reference, ...rest }: typeof parts extends fc.Arbitrary<infer T> ? T : never): OrderInput {
	const total = lines.reduce((sum, { quantity, cents: price }) => sum + quantity * price, shipping === undefined ? 0 : 599);
	return {
		channel: 'woocommerce',
		accountId: 'shop.example.com',
		id: `${index}${id}`,
		number: number.trim() === '' ? `N-${index}` : number,
		status: 'completed',
		paymentStatus: 'paid',
		placedAt: '2026-03-01T15:30:00Z',
		localDate: '2026-03-01',
		currency: 'USD',
		...rest,
		lines: lines.map(({ sku, title, quantity, cents: price }, at) => ({
			id: String(at + 1),
			...(sku === undefined ? {} : { sku }),
			title,
			quantity: String(quantity),
			gross: cents(quantity * price),
			net: cents(quantity * price),
		})),
		...(shipping === undefined ? {} : { shipping: [{ title: shipping, gross: '5.99', net: '5.99' }] }),
		totals: { total: cents(total) },
		payments: [{ id: 'p', kind: 'sale', status: 'success', method, methodTitle: method, ...(reference === undefined ? {} : { reference }), amount: cents(total), currency: 'USD', at: '2026-03-01T15:31:00Z' }],
	};
}

/** The same orders for the same seed. */
export const hostileOrders = (count: number, seed: number): OrderInput[] => fc.sample(parts, { numRuns: count, seed }).map((one, index) => orderOf(index + 1, one));
