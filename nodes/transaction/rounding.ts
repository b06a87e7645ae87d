import { equals, isZero, minus, round, type Money } from '../order/money';
import type { Order } from '../order/order';
import { booksDecimals, inBooks, withCurrency } from './amounts';
import { namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine, PlannedForm } from './plan';
import type { SyncSettings } from './sync-settings';
import { Big } from '../vendor/decimal';

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

/**
 * How far QuickBooks' own computation of tax may be off, to be closed by a visible line. Where it computes by codes it rounds
 * the tax of each line, so without a setting that is a minor unit a taxed line; elsewhere nothing, unless it is allowed.
 */
export function allowedRounding({ currency, lines }: Pick<PlannedForm, 'currency' | 'lines'>, settings: SyncSettings): PlannedForm['rounding'] {
	const { tax } = settings;
	if (tax.mode === 'line' || tax.mode === 'none') return undefined;
	const tolerance = tax.tolerance ?? (tax.mode === 'codes' ? unitEach(currency, lines) : '0');
	if (isZero(tolerance)) return undefined;
	const taxCode = tax.mode === 'codes' ? { taxCode: tax.outOfScopeCode || tax.nonTaxableCode } : {};
	return { item: namedItem('rounding', settings), tolerance, ...taxCode };
}

/** Where QuickBooks makes another tax of the stated one, the shop's as a line of its own, if that is chosen. */
export const taxLineOf = (settings: SyncSettings): PlannedForm['taxLine'] =>
	settings.tax.mode === 'override' && settings.tax.whenRecomputed === 'line' ? { item: namedItem('salesTax', settings) } : undefined;

function unitEach(currency: string, lines: PlannedForm['lines']): Money {
	const taxed = lines.filter((line) => line.kind === 'item' && line.taxable).length;
	const decimals = booksDecimals(currency);
	return round(new Big(10).pow(-decimals).times(Math.max(1, taxed)).toFixed(), decimals);
}
