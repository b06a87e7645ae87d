import { equals, isZero, minus, plus, sum, type Money } from '../../order/money';
import { Big } from '../../vendor/decimal';

/**
 * An amount in shares as large as their weights, each rounded; all of them add up to the amount exactly.
 * @param weights none below zero; without any weight nothing is spread
 */
export function spread(amount: Money, weights: readonly Money[], decimals: number): Money[] {
	const whole = sum(weights);
	if (isZero(whole) || isZero(amount)) return weights.map(() => '0');
	let weighed = '0';
	let given = '0';
	return weights.map((weight) => {
		if (isZero(weight)) return '0';
		weighed = plus(weighed, weight);
		const upToHere = equals(weighed, whole) ? amount : new Big(amount).times(weighed).div(whole).toFixed(decimals, Big.roundHalfUp);
		const share = minus(upToHere, given);
		given = upToHere;
		return share;
	});
}
