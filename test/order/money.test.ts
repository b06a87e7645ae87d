import fc from '../repeatable';
import { absolute, compare, equals, minus, negate, plus, round, sum } from '../../nodes/order/money';
import { priced } from '../../nodes/transaction/unit-price';
import { Big } from '../../nodes/vendor/decimal';

/** Every amount that the documents let through, and finer ones: from nothing to fifteen digits, with zeros at both ends, both signs. */
const amount = fc
	.tuple(fc.constantFrom('', '-'), fc.oneof(digits(1, 6), digits(8, 11), digits(14, 15)), fc.oneof(fc.constant(''), decimals(1, 2), decimals(3, 6), decimals(7, 8)))
	.map((parts) => parts.join(''));

function digits(minLength: number, maxLength: number) {
	return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
}

function decimals(minLength: number, maxLength: number) {
	return digits(minLength, maxLength).map((text) => `.${text}`);
}

/** As big.js writes it; it knows a zero below zero, and the books do not. */
const written = (value: Big) => (value.eq(0) ? '0' : value.toFixed());

const MANY = { numRuns: 3000 };

describe('amounts', () => {
	test('add up to what decimal arithmetic says, whatever their size and however fine', () => {
		fc.assert(
			fc.property(fc.array(amount, { maxLength: 6 }), (amounts) => {
				expect(sum(amounts)).toBe(written(amounts.reduce((total, each) => total.plus(each), new Big(0))));
			}),
			MANY,
		);
	});

	test('are added, taken off and turned round exactly', () => {
		fc.assert(
			fc.property(amount, amount, (a, b) => {
				expect(plus(a, b)).toBe(written(new Big(a).plus(b)));
				expect(minus(a, b)).toBe(written(new Big(a).minus(b)));
				expect(negate(a)).toBe(written(new Big(0).minus(a)));
				expect(absolute(a)).toBe(written(new Big(a).abs()));
			}),
			MANY,
		);
	});

	test('compare by what they are worth, not by how they are written', () => {
		fc.assert(
			fc.property(amount, amount, (a, b) => {
				expect(compare(a, b)).toBe(new Big(a).cmp(b));
				expect(equals(a, b)).toBe(new Big(a).eq(b));
				expect(equals(a, `${a}${a.includes('.') ? '' : '.'}0`)).toBe(true);
			}),
			MANY,
		);
	});

	test('stay exact where a binary number is not', () => {
		expect(sum(['0.1', '0.2'])).toBe('0.3');
		expect(sum(['9007199254.740992', '0.000001'])).toBe('9007199254.740993');
		expect(sum(['9007199254.740991', '9007199254.740991', '-9007199254.740991', '0.000001'])).toBe('9007199254.740992');
		expect(minus('999999999999999', '0.000001')).toBe('999999999999998.999999');
		expect(compare('999999999999999.000001', '999999999999999')).toBe(1);
	});

	test('round half up, away from zero', () => {
		fc.assert(
			fc.property(amount, fc.constantFrom(0, 2, 3), (a, places) => {
				const rounded = new Big(a).toFixed(places, Big.roundHalfUp);
				expect(round(a, places)).toBe(new Big(rounded).eq(0) ? rounded.replace('-', '') : rounded);
			}),
			MANY,
		);
	});
});

describe('a price per piece', () => {
	test('times the quantity is the amount', () => {
		const quantity = fc.oneof(fc.integer({ min: 1, max: 500 }).map(String), fc.constantFrom('2.0', '0.5', '1.25', '3.333333', '100000000000'));
		fc.assert(
			fc.property(fc.integer({ min: -9_999_999, max: 99_999_999 }), quantity, (cents, pieces) => {
				const whole = new Big(cents).div(100).toFixed(2);
				const { quantity: told, unitPrice, exact } = priced(pieces, whole);
				expect(new Big(unitPrice).times(told).round(2, Big.roundHalfUp).eq(whole)).toBe(true);
				if (exact) expect(new Big(told).eq(pieces)).toBe(true);
				expect(new Big(unitPrice).round(7).eq(unitPrice)).toBe(true);
			}),
			MANY,
		);
	});

	test('of several pieces is a whole one where there is one', () => {
		expect(priced('3', '30.00')).toEqual({ quantity: '3', unitPrice: '10', exact: true });
		expect(priced('2.00', '-0.10')).toEqual({ quantity: '2', unitPrice: '-0.05', exact: true });
		expect(priced('4', '0.01')).toEqual({ quantity: '4', unitPrice: '0.0025', exact: true });
		expect(priced('7', '0.00')).toEqual({ quantity: '7', unitPrice: '0', exact: true });
	});
});
