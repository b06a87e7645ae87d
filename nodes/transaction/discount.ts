import { isPositive, isZero, sum, type Money } from '../order/money';
import type { Order, OrderCharge } from '../order/order';
import { inBooks } from './amounts';
import type { PlannedDiscountLine } from './plan';
import { accountFor, type SyncSettings } from './sync-settings';
import { DESCRIPTION_LIMIT } from './item';
import { fit, oneLine } from './text-limits';

/** A charge as a line of the document, and what the discount line takes off for it. */
export interface Discounted {
	amount: Money;
	discount: Money;
}

/**
 * In the US a line stands at its price and one discount line takes off what was given. Where tax goes by codes QuickBooks
 * computes it from each line, so the prices themselves are lower. A discount that is no reduction lowers nothing apart.
 */
export function discounted(charge: OrderCharge, settings: SyncSettings): Discounted {
	const apart = settings.tax.mode !== 'codes' && isPositive(charge.discount);
	return apart ? { amount: charge.gross, discount: charge.discount } : { amount: charge.net, discount: '0' };
}

/** The one discount line, for lines, shipping and fees together; none when nothing was given. */
export function discountLine(order: Order, settings: SyncSettings): PlannedDiscountLine | undefined {
	const charges = [...order.lines, ...order.shipping, ...order.fees];
	const amount = inBooks(sum(charges.map((charge) => discounted(charge, settings).discount)), order.currency);
	if (isZero(amount)) return undefined;
	const account = accountFor(settings, 'discount');
	return { kind: 'discount', description: describe(order), amount, ...(account ? { account } : {}) };
}

function describe(order: Order): string {
	const names = order.discounts.map(({ code, title }) => oneLine(code || title)).filter(Boolean);
	const text = names.length > 0 ? `Discount: ${[...new Set(names)].join(', ')}` : 'Discount';
	return fit(text, DESCRIPTION_LIMIT);
}
