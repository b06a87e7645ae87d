import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Company } from './company';
import { currencyOf, fieldOf, named, nameIn, NAME_LIMIT, withSuffix } from './customer-names';
import type { CustomerNeed, NewCustomer } from './customers';
import type { Namesake } from './people-names';
import type { QbRecord } from './quickbooks';
import { storable, storableName } from './storable';

/** Who has a name already: a customer of QuickBooks, somebody who is none, or one who is to be made in this run. */
export type Holder = { customer: QbRecord } | Namesake | 'reserved';

export interface FreeName {
	name: string;
	/** Why it is not the name that was asked for. */
	remark?: string;
}

/**
 * The name of a customer who is to be made. Two people are never made one: where a name is taken, the currency or the e-mail address
 * behind it tells them apart, and a suffix where the builder allows one. Otherwise a person decides, with both named.
 */
export function freeName(
	customer: NewCustomer,
	{ choice: { match, orElse }, currency }: CustomerNeed,
	company: Company,
	holderOf: (name: string) => Holder | undefined,
): Outcome<FreeName> {
	const { displayName, email } = customer;
	// Whoever is found by the e-mail address has that in the name: nothing else needs to tell two apart.
	const own = match === 'email' ? storable(displayName, company, NAME_LIMIT) : storableName(displayName, company, NAME_LIMIT);
	const inCurrency = nameIn(currency, displayName, company);
	const wanted = currency === company.homeCurrency ? own : inCurrency;
	const holder = holderOf(wanted);
	if (!holder) {
		const other = wanted === own ? undefined : holderOf(own);
		return succeed({ name: wanted, ...(other && isCustomer(other) ? { remark: otherCurrency(other.customer, wanted, currency, company) } : {}) });
	}
	if (holder !== 'reserved' && !isCustomer(holder)) {
		const suffix = orElse.action === 'create' ? orElse.suffix : undefined;
		const name = suffix && withSuffix(displayName, suffix, company);
		return name && !holderOf(name)
			? succeed({ name, remark: `'${wanted}' is ${anA(holder)} in QuickBooks, so the new customer is '${name}'` })
			: fail(heldBySomebodyElse(wanted, holder));
	}
	if (holder !== 'reserved' && currencyOf(holder.customer, company) !== currency && !holderOf(inCurrency)) {
		return succeed({ name: inCurrency, remark: otherCurrency(holder.customer, inCurrency, currency, company) });
	}
	if (holder !== 'reserved' && match === 'email' && !fieldOf(holder.customer, 'email')) return fail(perhapsTheSame(holder.customer, email));
	const ending = ` (${email})`;
	if (email === undefined || wanted.includes(ending)) return fail(heldByCustomer(wanted, holder));
	const name = storable(wanted, company, NAME_LIMIT - ending.length) + storable(ending, company);
	return succeed({ name, remark: `QuickBooks has another customer '${wanted}', so the new one is '${name}'` });
}

const isCustomer = (holder: Holder): holder is { customer: QbRecord } => typeof holder === 'object' && 'customer' in holder;

const anA = ({ what, record }: Namesake): string => `${what === 'employee' ? 'an' : 'a'} ${what} (id ${record.Id})`;

const otherCurrency = (customer: QbRecord, name: string, currency: string, company: Company): string =>
	`The customer ${named(customer)} is kept in ${currencyOf(customer, company)}, so the one for ${currency} is '${name}'`;

const heldBySomebodyElse = (name: string, { what, record }: Namesake): Failure =>
	refused(
		'name-held-by-another',
		`QuickBooks could not create the customer '${name}': the ${what} '${String(record.DisplayName)}' (id ${record.Id}) has that name`,
		"Rename one of them in QuickBooks: names are unique over customers, vendors and employees; or let 'Suffix of Taken Names' in Customer Options tell them apart",
		{ [what]: record.Id ?? '' },
	);

const perhapsTheSame = (customer: QbRecord, email: string | undefined): Failure =>
	refused(
		'customer-without-email',
		`QuickBooks has no customer with the e-mail address '${email ?? ''}', but ${named(customer)} without any: perhaps the same person`,
		"Write the address into that customer in QuickBooks if it is; otherwise choose With Email in 'Name of New Customers', or rename one of them",
		{ customer: customer.Id ?? '' },
	);

const heldByCustomer = (name: string, holder: Holder): Failure =>
	refused(
		'name-held-by-another',
		`QuickBooks could not create the customer '${name}': ${holder !== 'reserved' && isCustomer(holder) ? `the customer ${named(holder.customer)}` : 'another new customer of this run'} has that name`,
		'Rename one of them in QuickBooks: names are unique over customers, vendors and employees',
	);
