import { Big } from '../vendor/decimal';
import { equals, isZero, minorUnits, minus, sum, type Money } from './money';
import type { Order, OrderCharge } from './order';

type Charge = Pick<OrderCharge, 'gross' | 'discount' | 'net' | 'tax'>;
type Summed = Pick<Order, 'currency' | 'lines' | 'shipping' | 'fees' | 'totals'>;

export interface AddsUp {
	balanced: boolean;
	/** `total` less the sum of the parts, in the order's currency. */
	residual: Money;
	/** Sentences that name what does not fit. */
	checks: string[];
}

/**
 * Proves `total = Σ net(lines, shipping, fees) + their tax + tip + duties + rounding`, and every `net = gross − discount`,
 * or says by how much not.
 */
export function addsUp(order: Summed): AddsUp {
	const checks: string[] = [];
	const { tip, duties, rounding, total } = order.totals;
	const amounts = [tip, duties, rounding];
	const add = (charge: Charge, name: () => string) => {
		amounts.push(charge.net, charge.tax);
		if (!isNetOfDiscount(charge)) {
			checks.push(`${name()}: gross ${charge.gross} less discount ${charge.discount} is not net ${charge.net}`);
		}
	};
	order.lines.forEach((line, index) => add(line, () => `line ${index + 1} '${line.title}'`));
	order.shipping.forEach((line) => add(line, () => `shipping '${line.title}'`));
	order.fees.forEach((line) => add(line, () => `fee '${line.title}'`));
	const parts = sum(amounts);
	const residual = minus(total, parts);
	if (!isZero(residual)) {
		checks.push(`the total is ${total} ${order.currency}, its parts add up to ${parts}: ${residual} apart`);
	}
	return { balanced: checks.length === 0, residual, checks };
}

const isNetOfDiscount = ({ gross, discount, net }: Charge): boolean =>
	(gross === net && isZero(discount)) || equals(minus(gross, discount), net);

/**
 * Puts a residual of at most one minor unit a line (that is how shops round) into `totals.rounding`, where everybody can
 * see it; a larger one is left standing and marks the order unbalanced. Nothing is dropped and nothing is fudged.
 */
export function reconcile<T extends Summed>(order: T): T & Required<Pick<Order, 'reconciliation'>> {
	const { residual } = addsUp(order);
	const pieces = order.lines.length + order.shipping.length + order.fees.length;
	const tolerance = new Big(10).pow(-minorUnits(order.currency)).times(Math.max(1, pieces));
	const small = !new Big(residual).eq(0) && new Big(residual).abs().lte(tolerance);
	const rounded = small
		? { ...order, totals: { ...order.totals, rounding: new Big(order.totals.rounding).plus(residual).toFixed() } }
		: order;
	const checked = addsUp(rounded);
	const checks = small ? [`a rounding of ${residual} ${order.currency} is shown apart`, ...checked.checks] : checked.checks;
	return { ...rounded, reconciliation: { balanced: checked.balanced, residual: checked.residual, checks } };
}
