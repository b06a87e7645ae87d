import { compare, isNegative, isZero, plus, sum, type Money } from '../order/money';
import type { Order } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks, withCurrency } from './amounts';
import type { PlannedItemLine, PlannedTax } from './plan';
import type { SyncSettings } from './sync-settings';

/** What the shop charged and the seller owes, rounded to what the books hold. */
export const taxTotal = (order: Order): Money =>
	inBooks(sum([...order.lines, ...order.shipping, ...order.fees].map((charge) => charge.tax)), order.currency);

/** How a line says whether the shop taxed it. Where the tax is a line of its own no other line is taxable. */
export function taxMarks(taxed: boolean, { tax }: SyncSettings): Pick<PlannedItemLine, 'taxable' | 'taxCode'> {
	switch (tax.mode) {
		case 'override':
			return { taxable: taxed };
		case 'codes':
			return { taxable: taxed, taxCode: taxed ? tax.taxableCode : tax.nonTaxableCode };
		case 'line':
			return { taxable: false };
	}
}

/**
 * The tax of the document. Tax that no line carries cannot be stated: QuickBooks would drop it or spread it over nothing,
 * so such an order is refused before sending.
 */
export function taxOf(order: Order, lines: PlannedItemLine[], settings: SyncSettings): Outcome<PlannedTax> {
	const { mode } = settings.tax;
	if (mode === 'line') return succeed({ mode: 'none' });
	const total = taxTotal(order);
	if (isZero(total)) return succeed({ mode, total });
	const taxable = sum(lines.filter((line) => line.taxable).map((line) => line.amount));
	if (isNegative(total) || compare(taxable, '0') <= 0) {
		return fail(
			refused(
				'tax-without-taxable-line',
				`Order '${order.number}' has a tax of ${withCurrency(total, order.currency)} on taxable lines of ${withCurrency(taxable, order.currency)}`,
				"Look at the order's tax in the shop, or choose 'As Its Own Line' in 'Sales Tax'",
				{ tax: total, taxable, currency: order.currency },
			),
		);
	}
	return succeed({ mode, total });
}

/** Tax that a marketplace remits: outside the books, and said so. `0` when there is none. */
export function marketplaceTax(order: Order): Money {
	const charges = [...order.lines, ...order.shipping, ...order.fees];
	const ofCharges = charges.flatMap((charge) => charge.taxes);
	const taxes = ofCharges.some(({ remittedBy }) => remittedBy === 'marketplace') ? ofCharges : order.taxes;
	return taxes
		.filter(({ remittedBy }) => remittedBy === 'marketplace')
		.reduce((total, { amount }) => plus(total, amount), '0');
}
