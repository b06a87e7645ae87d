import { equals, isZero, minus, round, sum, type Money } from '../order/money';
import { Big } from '../vendor/decimal';
import type { Charged } from './tax';
import { sellersTaxes } from './tax-rows';

/**
 * Tax that was given back of a charge, under the names it was charged by: shops tell its amount only. Several taxes are given
 * back in the shares they were charged in; the last one takes what rounding leaves.
 * @param charge absent: what was sold is not known any more
 */
export function givenBack(charge: Charged | undefined, net: Money, tax: Money): Charged {
	const charged = charge ? sellersTaxes(charge) : [];
	const whole = sum(charged.map(({ amount }) => amount));
	if (charged.length < 2 || equals(whole, tax)) return { net, tax, taxes: charged.length === 1 ? [{ ...charged[0]!, amount: tax }] : charged };
	let left = tax;
	const taxes = charged.map((each, index) => {
		const last = index === charged.length - 1;
		const amount = last || isZero(whole) ? left : round(new Big(each.amount).times(tax).div(whole).toFixed(), 6);
		left = minus(left, amount);
		return { ...each, amount };
	});
	return { net, tax, taxes };
}
