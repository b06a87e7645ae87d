import { compare, isNegative, isZero, plus, sum, type Money } from '../order/money';
import type { Order, OrderCharge } from '../order/order';
import { remittedBy } from '../order/remitted-by';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks, withCurrency } from './amounts';
import type { PlannedItemLine, PlannedTax } from './plan';
import type { SyncSettings } from './sync-settings';
import { documentCode } from './tax-codes';
import { sellersTaxes, type Taxed } from './tax-rows';

/** What the shop charged and the seller owes, rounded to what the books hold. */
export const taxTotal = (order: Order): Money =>
	inBooks(sum([...order.lines, ...order.shipping, ...order.fees].map((charge) => charge.tax)), order.currency);

export type Charged = Pick<OrderCharge, 'tax'> & Taxed;

/**
 * How a line says whether the shop taxed it, and by what where that decides on a tax code. Where the tax is a line of its own
 * no other line is taxable.
 * @param charged absent: it is no sale, such as a tip or a rounding
 * @param taxed says so of what was taken off
 */
export function taxMarks(charged: Charged | undefined, taxed: boolean, { tax }: SyncSettings): Pick<PlannedItemLine, 'taxable' | 'tax' | 'taxes'> {
	const taxable = charged === undefined ? taxed : !isZero(charged.tax);
	switch (tax.mode) {
		case 'override':
			return { taxable };
		case 'usCodes':
		case 'codes':
			return charged ? { taxable, tax: charged.tax, taxes: sellersTaxes(charged).map(nameRateAmount) } : { taxable };
		case 'line':
		case 'none':
			return { taxable: false };
	}
}

const nameRateAmount = ({ name, rate, jurisdiction, amount }: OrderCharge['taxes'][number]) => ({
	name,
	...(rate === undefined ? {} : { rate }),
	...(jurisdiction === undefined ? {} : { jurisdiction }),
	amount,
});

/**
 * The tax of the document. Tax that no line carries cannot be stated: QuickBooks would drop it or spread it over nothing,
 * so such an order is refused before sending.
 */
export function taxOf(order: Order, lines: PlannedItemLine[], settings: SyncSettings): Outcome<PlannedTax> {
	const { mode } = settings.tax;
	const total = taxTotal(order);
	if (mode === 'line') return succeed({ mode: 'none' });
	if (mode === 'none') return isZero(total) ? succeed({ mode }) : fail(taxThoughNone(order, total));
	const taxable = sum(lines.filter((line) => line.taxable).map((line) => line.amount));
	if (!isZero(total) && (isNegative(total) || compare(taxable, '0') <= 0)) {
		return fail(
			refused(
				'tax-without-taxable-line',
				`Order '${order.number}' has a tax of ${withCurrency(total, order.currency)} on taxable lines of ${withCurrency(taxable, order.currency)}`,
				"Look at the order's tax in the shop, or choose 'As Its Own Line' in 'Sales Tax'",
				{ tax: total, taxable, currency: order.currency },
			),
		);
	}
	switch (mode) {
		case 'override':
			return succeed({ mode, total });
		case 'usCodes': {
			const code = documentCode(order, lines, settings.tax);
			return code.ok ? succeed({ mode: 'override', total, ...(code.value ? { code: code.value } : {}) }) : code;
		}
		case 'codes':
			return succeed({ mode, total, inclusive: order.taxInclusive && !isZero(total) });
	}
}

const taxThoughNone = (order: Order, total: Money): Failure =>
	refused(
		'tax-not-expected',
		`Order '${order.number}' has a tax of ${withCurrency(total, order.currency)}, and 'Sales Tax' says that the company charges none`,
		"Correct the tax settings of the shop, or choose in 'Sales Tax' how tax gets into QuickBooks",
		{ tax: total, currency: order.currency },
	);

/** Tax that a marketplace remits: outside the books, and said so. `0` when there is none. */
export function marketplaceTax(order: Order): Money {
	const ofCharges = remittedBy('marketplace', order);
	const taxes = ofCharges.length > 0 ? ofCharges : order.taxes.filter((tax) => tax.remittedBy === 'marketplace');
	return taxes.reduce((total, { amount }) => plus(total, amount), '0');
}
