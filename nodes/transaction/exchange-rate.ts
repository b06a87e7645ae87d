import { isZero, plain } from '../order/money';
import type { Order } from '../order/order';
import { Big } from '../vendor/decimal';
import type { PlannedTransaction } from './plan';
import type { SyncSettings } from './sync-settings';

type ExchangeRate = NonNullable<PlannedTransaction['exchangeRate']>;

/** Significant digits enough for any two currencies. */
const RATE_DECIMALS = 10;

/** The rate of the order's documents; `undefined` leaves it to QuickBooks' own list. */
export function exchangeRateOf(order: Order, { currency }: SyncSettings): ExchangeRate | undefined {
	switch (currency.exchangeRate) {
		case 'quickbooks':
			return undefined;
		case 'fixed':
			return { rate: currency.fixedRate };
		case 'shop': {
			const rate = worthOfPresentment(order);
			if (!rate || !order.presentment) return {};
			return currency.bookIn === 'customer'
				? { rate: written(rate), into: order.currency }
				: { rate: written(new Big(1).div(rate)), into: order.presentment.currency };
		}
	}
}

/** What one unit of the currency that the customer saw is worth in the shop's own; `undefined` where nothing tells. */
function worthOfPresentment({ presentment, totals }: Order): Big | undefined {
	if (!presentment) return undefined;
	if (presentment.rate && /^\d+(\.\d+)?$/.test(presentment.rate) && !isZero(presentment.rate)) return new Big(presentment.rate);
	return isZero(presentment.total) || isZero(totals.total) ? undefined : new Big(totals.total).div(presentment.total);
}

const written = (rate: Big): string => plain(rate.round(RATE_DECIMALS, Big.roundHalfUp).toFixed());

/** How many units of the customer's currency one of the shop's is, by what was really charged. */
export function conversionOf(order: Order): Big | undefined {
	const { presentment, totals } = order;
	if (!presentment) return undefined;
	if (!isZero(presentment.total) && !isZero(totals.total)) return new Big(presentment.total).div(totals.total);
	const worth = worthOfPresentment(order);
	return worth && new Big(1).div(worth);
}
