import { Big } from 'big.js';
import type { Company } from './company';
import { lineCodeTax } from './line-code-tax';
import type { SalesTax, TaxBase } from './tax-base';
import { unitedStatesTax } from './united-states-tax';
import type { Json } from './wire-values';

/** The tax of a sales form whose lines are checked: by TAX and NON in the US, by a code on every line elsewhere. */
export function salesTax(company: Company, document: Json, base: TaxBase): SalesTax {
	// API Explorer: with sales tax switched off, TxnTaxDetail is ignored and not stored.
	if (!company.settings.usingSalesTax) return { total: new Big(0), detail: { TotalTax: 0 } };
	return company.isUnitedStates ? unitedStatesTax(company, document, base) : lineCodeTax(company, document, base);
}
