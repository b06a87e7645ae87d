import { equals, isNegative, isZero, minus, plus, sum, type Money } from '../order/money';
import type { Order, OrderRefund } from '../order/order';

/** A refund with its parts, and what else of the order it gives back: tip, duties, rounding. */
export interface ToldRefund {
	refund: OrderRefund;
	extras: Pick<Order['totals'], 'tip' | 'duties' | 'rounding'>;
	/** In the shop's own words. */
	inShop: OrderRefund;
}

const NOTHING = { tip: '0', duties: '0', rounding: '0' };

/**
 * A refund of all that is left of an order, by amount only: that is what WooCommerce makes when somebody sets an order to *Refunded*.
 * Then there is no doubt what was given back, tax included, so its parts are spelled out. Nothing came back into stock, as far as anybody
 * knows. Any other refund stays as the shop tells it.
 * @param earlier the order's refunds before this one
 */
export function spelledOut(order: Order, refund: OrderRefund, earlier: OrderRefund[]): ToldRefund {
	const asTold = { refund, extras: NOTHING, inShop: refund };
	if (partsOf(refund).length > 0 || earlier.some((one) => !isByLines(one))) return asTold;
	if (!equals(refund.amount, minus(order.totals.total, sum(earlier.map(({ amount }) => amount))))) return asTold;
	const lines = order.lines.map((line) => {
		const taken = earlier.flatMap((one) => one.lines).filter(({ lineId }) => lineId === line.id);
		const left = (own: Money, of: 'quantity' | 'net' | 'tax') => minus(own, sum(taken.map((each) => each[of])));
		const restocked = line.kind === 'giftCard' ? {} : { restocked: false };
		return { lineId: line.id, quantity: left(line.quantity, 'quantity'), net: left(line.net, 'net'), tax: left(line.tax, 'tax'), ...restocked };
	});
	if (lines.some(({ quantity, net, tax }) => isNegative(quantity) || isNegative(net) || isNegative(tax))) return asTold;
	const { tip, duties, rounding } = order.totals;
	return {
		refund: {
			...refund,
			lines: lines.filter(({ net, tax }) => !isZero(net) || !isZero(tax)),
			shipping: order.shipping.map(({ net, tax }) => ({ net, tax })),
			fees: order.fees.map(({ id, net, tax }) => ({ feeId: id, net, tax })),
			adjustment: '0',
		},
		extras: { tip, duties, rounding },
		inShop: refund,
	};
}

const partsOf = ({ lines, shipping, fees }: OrderRefund) => [...lines, ...shipping, ...fees];

/** Of lines alone, and wholly: otherwise nobody can tell what it left. */
const isByLines = (refund: OrderRefund): boolean =>
	refund.shipping.length + refund.fees.length === 0 && equals(refund.amount, sum(refund.lines.map(({ net, tax }) => plus(net, tax))));
