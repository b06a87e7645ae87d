import fc from 'fast-check';
import { minorUnits, minus, negate, round, sum } from '../../nodes/order/money';
import { orderSchema, type Order, type OrderInput } from '../../nodes/order/order';
import { Big } from '../../nodes/vendor/decimal';
import { orderOf } from './order-of';

const currency = fc.constantFrom('USD', 'JPY', 'EUR', 'KWD', 'GBP');
const wildText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.constantFrom("O'Brien \\ \"quoted\"", '👩‍👩‍👧'.repeat(15), 'x'.repeat(120), 'tab\there', 'A:B\tC\nD', '\uD83D', '   '),
);

/** An amount of `units` of the sixth decimal place or of the currency's own. */
const amount = (decimals: number, most = 5_000_000) =>
	fc.integer({ min: 0, max: most }).map((units) => new Big(units).div(new Big(10).pow(decimals)).toFixed());

const charge = (decimals: number) =>
	fc
		.record({ gross: amount(decimals), share: fc.integer({ min: 0, max: 100 }), rate: fc.constantFrom(0, 0, 7, 20), discounted: fc.boolean() })
		.map(({ gross, share, rate, discounted }) => {
			const discount = discounted ? round(new Big(gross).times(share).div(100).toFixed(), decimals) : '0';
			const net = minus(gross, discount);
			return { gross, discount, net, tax: round(new Big(net).times(rate).div(100).toFixed(), decimals) };
		});

const quantity = fc.oneof(
	fc.integer({ min: 1, max: 2_000_000 }).map(String),
	fc.integer({ min: 1, max: 9_000_000 }).map((millionths) => new Big(millionths).div(1_000_000).toFixed()),
);

/**
 * Any order that adds up: wild names, weights, gift cards, fees either way, tips, duties, a coupon, and payments of every kind.
 * @param paid percent of the total that came in
 */
export const anyOrder = (paid: fc.Arbitrary<number> = fc.integer({ min: 0, max: 120 })): fc.Arbitrary<Order> =>
	fc.record({ currency, fine: fc.boolean() }).chain(({ currency: code, fine }) => {
		const decimals = fine ? 6 : minorUnits(code);
		const line = fc
			.record({ charge: charge(decimals), sku: fc.option(wildText, { nil: undefined }), title: wildText, quantity, kind: fc.constantFrom('product', 'custom', 'giftCard') })
			.map(({ charge: amounts, ...rest }) => ({ ...rest, ...amounts }) as OrderInput['lines'][number]);
		const other = fc.record({ charge: charge(decimals), title: wildText }).map(({ charge: amounts, title }) => ({ title, ...amounts }));
		return fc
			.record({
				lines: fc.array(line, { maxLength: 6 }),
				shipping: fc.array(other, { maxLength: 2 }),
				fees: fc.array(fc.tuple(other, fc.boolean()).map(([fee, below]) => (below ? negative(fee) : fee)), { maxLength: 2 }),
				tip: amount(minorUnits(code), 500),
				duties: amount(minorUnits(code), 500),
				tender: fc.integer({ min: 0, max: 120 }),
				paid,
				fee: fc.integer({ min: 0, max: 5 }),
				coupon: fc.integer({ min: 0, max: 60 }),
				name: wildText,
				note: wildText,
			})
			.map((parts) => assembled(code, parts));
	});

const negative = <T extends { gross: string; net: string; discount: string; tax: string }>(fee: T): T => ({
	...fee,
	gross: negate(fee.net),
	net: negate(fee.net),
	discount: '0',
	tax: negate(fee.tax),
});

function assembled(
	code: string,
	parts: Pick<OrderInput, 'lines' | 'shipping' | 'fees'> & { tip: string; duties: string; tender: number; paid: number; fee: number; coupon: number; name: string; note: string },
): Order {
	const { tip, duties, tender, paid, fee, coupon, name, note, ...charges } = parts;
	const all = [...charges.lines, ...(charges.shipping ?? []), ...(charges.fees ?? [])];
	const exact = sum([tip, duties, ...all.flatMap((each) => [each.net, each.tax ?? '0'])]);
	const decimals = Math.min(2, minorUnits(code));
	const total = round(exact, decimals);
	const part = (percent: number) => round(new Big(total).abs().times(percent).div(100).toFixed(), decimals);
	return orderSchema.parse({
		...orderOf(),
		...charges,
		currency: code,
		totals: { tip, duties, rounding: minus(total, exact), total },
		customer: { firstName: name, lastName: name, company: name, email: 'buyer@example.com' },
		note,
		discounts: [{ code: 'COUPON', title: '', amount: part(coupon) }],
		payments: [
			{ id: 'gift', kind: 'sale', status: 'success', method: 'gift_card', tender: 'giftCard', amount: part(tender), currency: code },
			{ id: 'card', kind: 'capture', status: 'success', method: 'card', tender: 'money', amount: part(paid), currency: code, fee: part(fee) },
		].filter((payment) => payment.amount !== round('0', decimals)),
	} as OrderInput);
}
