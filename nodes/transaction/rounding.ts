import { equals, isZero, minus, type Money } from '../order/money';
import type { Order } from '../order/order';
import { inBooks, withCurrency } from './amounts';
import { namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine, PlannedForm } from './plan';
import type { SyncSettings } from './sync-settings';

export interface Rounding {
	line?: PlannedItemLine;
	remarks: string[];
}

/**
 * The line that brings the document to its total: the shop's own rounding, and what rounding each amount to cents left
 * over. Visible, instead of a cent hidden in somebody's price.
 * @param parts what the lines and the tax add up to without it
 */
export function roundingOf(order: Order, documentTotal: Money, parts: Money, settings: SyncSettings): Rounding {
	const amount = inBooks(minus(documentTotal, parts), order.currency);
	if (isZero(amount)) return { remarks: [] };
	const line = itemLine({ item: namedItem('rounding', settings), description: 'Rounding', amount }, settings);
	const finer = !equals(amount, order.totals.rounding);
	const remark = `Amounts finer than QuickBooks keeps: ${withCurrency(amount, order.currency)} is booked as rounding.`;
	return { line, remarks: finer ? [remark] : [] };
}

/** Where QuickBooks computes tax by codes itself, its result may differ by as much as the settings allow. */
export function allowedRounding(settings: SyncSettings): PlannedForm['rounding'] {
	const { tax } = settings;
	return tax.mode === 'codes' && !isZero(tax.tolerance)
		? { item: namedItem('rounding', settings), tolerance: tax.tolerance }
		: undefined;
}
