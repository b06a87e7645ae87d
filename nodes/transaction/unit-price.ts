import { fromMillionths, millionths } from '../order/millionths';
import { plain, type Money } from '../order/money';
import { Big } from '../vendor/decimal';

/** Decimals that QuickBooks records of a UnitPrice. */
const UNIT_PRICE_DECIMALS = 7;

export interface Priced {
	quantity: string;
	unitPrice: string;
	/** False: no price of seven decimals gives the amount, so it is one piece at the whole amount. */
	exact: boolean;
}

/**
 * A price that gives `amount` again: QuickBooks refuses a line whose Amount is not UnitPrice × Qty rounded half up to two
 * decimals (code 6070).
 * @param quantity zero or more, fractional where the shop sells by weight
 */
export function priced(quantity: string, amount: Money): Priced {
	if (quantity === '1') return { quantity, unitPrice: plain(amount), exact: true };
	// Whole pieces at a whole price, as nearly always: two divisions by big.js cost more than the rest of the line.
	const units = millionths(amount);
	const count = Number(quantity);
	if (Number.isInteger(count) && count > 0 && units % count === 0) return { quantity: String(count), unitPrice: fromMillionths(units / count)!, exact: true };
	const pieces = new Big(quantity);
	const whole = new Big(amount);
	if (pieces.eq(0) && whole.eq(0)) return { quantity: '0', unitPrice: '0', exact: true };
	if (pieces.gt(0)) {
		const quotient = whole.div(pieces);
		const unitPrice = quotient.round(UNIT_PRICE_DECIMALS, Big.roundHalfUp);
		if (quotient.eq(unitPrice) || unitPrice.times(pieces).round(2, Big.roundHalfUp).eq(whole)) {
			return { quantity: pieces.toFixed(), unitPrice: unitPrice.toFixed(), exact: true };
		}
	}
	return { quantity: '1', unitPrice: whole.toFixed(), exact: false };
}
