import type { CustomerChoice } from '../transaction/plan';
import type { Company } from './company';
import { formerName } from './inactive-names';
import type { QbRecord } from './quickbooks';
import { storable, storableName } from './storable';

/** QuickBooks takes 500 (API Explorer: Customer.DisplayName). */
export const NAME_LIMIT = 500;
/** Longest values of what customers are found by (API Explorer: Customer). */
export const LIMITS: Record<CustomerChoice['match'], number> = { name: NAME_LIMIT, email: 100, company: 100 };

/** Names are unique, so the second currency of a customer stands in the name, unless it does so already: `Web Store EUR`. */
export const nameIn = (currency: string, name: string, company: Company): string =>
	name.endsWith(` ${currency}`) ? storableName(name, company, NAME_LIMIT) : `${storableName(name, company, NAME_LIMIT - 6)} (${currency})`;

/** The name of a customer whom the suffix tells from a vendor of that name. */
export const withSuffix = (name: string, suffix: string, company: Company): string =>
	storable(`${storableName(name, company, NAME_LIMIT - suffix.length)}${suffix}`, company, NAME_LIMIT);

export const currencyOf = (customer: QbRecord, company: Company): string =>
	(customer.CurrencyRef as { value?: string } | undefined)?.value ?? company.homeCurrency;

/** What a customer has in the field that a choice matches by. */
export function fieldOf(customer: QbRecord, match: CustomerChoice['match']): string | undefined {
	if (match === 'email') return (customer.PrimaryEmailAddr as { Address?: string } | undefined)?.Address;
	if (match === 'company') return customer.CompanyName as string | undefined;
	const name = customer.DisplayName as string | undefined;
	return name !== undefined && customer.Active === false ? formerName(name) : name;
}

/** A customer as a sentence names it. */
export const named = (customer: QbRecord): string => `'${String(customer.DisplayName)}' (id ${customer.Id})`;
