import { Big } from 'big.js';
import type { DraftCoupon } from './order-draft';

const CENT = new Big('0.01');

/**
 * What a coupon takes off each line, as WC_Discounts does it: every line's share rounded down to the cent, then the cents
 * that are missing to the rounded whole are handed out from the first line on.
 */
export function couponShares(coupon: DraftCoupon, prices: readonly Big[], remaining: readonly Big[]): Big[] {
	const whole = prices.reduce((sum, price) => sum.plus(price), new Big(0));
	const left = remaining.reduce((sum, price) => sum.plus(price), new Big(0));
	if (whole.eq(0)) return prices.map(() => new Big(0));
	const wanted =
		coupon.type === 'percent' ? whole.times(coupon.amount).div(100).round(2, Big.roundHalfUp) : new Big(coupon.amount);
	const discount = wanted.gt(left) ? left : wanted;
	const shares = prices.map((price, index) => {
		const share = discount.times(price).div(whole).round(2, Big.roundDown);
		const most = remaining[index] ?? new Big(0);
		return share.gt(most) ? most : share;
	});
	let missing = discount.minus(shares.reduce((sum, share) => sum.plus(share), new Big(0)));
	for (let index = 0; missing.gte(CENT); index = (index + 1) % shares.length) {
		const share = shares[index] ?? new Big(0);
		if (share.plus(CENT).lte(remaining[index] ?? 0)) {
			shares[index] = share.plus(CENT);
			missing = missing.minus(CENT);
		}
	}
	return shares;
}
