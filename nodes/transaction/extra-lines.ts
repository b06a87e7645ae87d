import { isZero } from '../order/money';
import type { Order } from '../order/order';
import { inBooks } from './amounts';
import { namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine } from './plan';
import type { SyncSettings } from './sync-settings';
import { taxTotal } from './tax';

/** Tip and duties, and the tax where the company keeps it as a line: untaxed lines with items of their own. */
export function extraLines(order: Order, settings: SyncSettings): PlannedItemLine[] {
	const { tip, duties } = order.totals;
	const extras = [
		{ kind: 'tip', description: 'Tip', amount: tip },
		{ kind: 'duty', description: 'Import duties', amount: duties },
		{ kind: 'salesTax', description: 'Sales tax', amount: settings.tax.mode === 'line' ? taxTotal(order) : '0' },
	] as const;
	return extras
		.filter(({ amount }) => !isZero(amount))
		.map(({ kind, description, amount }) =>
			itemLine({ item: namedItem(kind, settings), description, amount: inBooks(amount, order.currency) }, settings),
		);
}
