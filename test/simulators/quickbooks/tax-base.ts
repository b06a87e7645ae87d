import { Big } from 'big.js';
import type { Json } from './wire-values';

/** The tax of a document: its total and the TxnTaxDetail as read back. */
export interface SalesTax {
	readonly total: Big;
	readonly detail: Json;
}

/** A document's sums that tax is computed on. */
export interface TaxBase {
	readonly subtotal: Big;
	readonly discount: Big;
}

/** What is left of each amount when the discount reduces the taxable base. */
export function keptShare({ subtotal, discount }: TaxBase): Big {
	return subtotal.eq(0) ? new Big(1) : subtotal.minus(discount).div(subtotal);
}
