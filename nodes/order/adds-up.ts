import { Big } from '../vendor/decimal';
import { minorUnits, type Money } from './money';
import type { Order } from './order';

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
	let parts = new Big(order.totals.tip).plus(order.totals.duties).plus(order.totals.rounding);
	const charges = [
		...order.lines.map((line, index) => ({ charge: line, name: `line ${index + 1} '${line.title}'` })),
		...order.shipping.map((line) => ({ charge: line, name: `shipping '${line.title}'` })),
		...order.fees.map((line) => ({ charge: line, name: `fee '${line.title}'` })),
	];
	for (const { charge, name } of charges) {
		parts = parts.plus(charge.net).plus(charge.tax);
		const gap = new Big(charge.gross).minus(charge.discount).minus(charge.net);
		if (!gap.eq(0)) {
			checks.push(`${name}: gross ${charge.gross} less discount ${charge.discount} is not net ${charge.net}`);
		}
	}
	const residual = new Big(order.totals.total).minus(parts);
	if (!residual.eq(0)) {
		checks.push(
			`the total is ${order.totals.total} ${order.currency}, its parts add up to ${parts.toFixed()}: ${residual.toFixed()} apart`,
		);
	}
	return { balanced: checks.length === 0, residual: residual.toFixed(), checks };
}

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
