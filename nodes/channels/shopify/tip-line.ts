import { equals, isZero } from '../../order/money';
import type { OrderCharge, OrderInput } from '../../order/order';

type Line = OrderInput['lines'][number] & OrderCharge;

/**
 * Shopify shows a tip given after the purchase as a line of its own as well as in `totalTipReceivedSet`. Such a line has no
 * product and no tax and is exactly the tip.
 * @returns the lines without it, or `undefined` when there is none
 */
export function withoutTipLine(lines: Line[], tip: string): Line[] | undefined {
	if (isZero(tip)) return undefined;
	const isTip = (line: Line) => line.kind === 'custom' && line.taxes.length === 0 && equals(line.net, tip);
	const found = lines.findIndex(isTip);
	return found < 0 ? undefined : lines.filter((_, index) => index !== found);
}
