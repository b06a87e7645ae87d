import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { CustomerChoice } from '../transaction/plan';
import { toPhysicalAddress } from './addresses';
import type { Company } from './company';
import { customerAmbiguous, customerInactive, customerMissing, emailNotStorable, fallbackCustomerMissing } from './customer-failures';
import { currencyOf, fieldOf, LIMITS, nameIn, NAME_LIMIT, withSuffix } from './customer-names';
import { inactiveToo } from './inactive-names';
import { freeName, type Holder } from './new-customer-name';
import type { Namesake } from './people-names';
import { selectIn } from './query';
import type { QbRecord } from './quickbooks';
import { RecordIndex } from './record-index';
import { formsOfName, losesCharacters, storable, storableName } from './storable';

/** A reference to a record; in a preview that of one which would be made. */
export interface Reference {
	value: string;
	name: string;
}

export type NewCustomer = Extract<CustomerChoice['orElse'], { action: 'create' }>['customer'];

/** A customer as a transaction needs it: a customer's currency never changes, so there is one a currency. */
export interface CustomerNeed {
	choice: CustomerChoice;
	currency: string;
}

/** What makes two needs of the run one customer: keys are made one before anything is created. */
export const customerKey = ({ choice, currency }: CustomerNeed, company: Company): string =>
	`customer ${currency} ${choice.match}:${storableName(choice.value, company, LIMITS[choice.match]).trim().toLowerCase()}`;

const INACTIVE_TOO = ' and Active IN (true, false)';

/** Queries for everybody who is needed, inactive ones and the names of those who may have to be made included. */
export function customerQueries(needs: CustomerNeed[], company: Company): string[] {
	const values = (match: CustomerChoice['match']) =>
		needs.filter(({ choice }) => choice.match === match).flatMap(({ choice }) => formsOfName(choice.value, company, LIMITS[match]));
	const names = needs.flatMap(({ choice: { match, value, orElse }, currency }) => {
		const suffix = orElse.action === 'create' ? orElse.suffix : undefined;
		const forms = (name: string) => [...formsOfName(name, company, NAME_LIMIT), nameIn(currency, name, company), ...(suffix ? [withSuffix(name, suffix, company)] : [])];
		return [
			...(match === 'email' ? [] : inactiveToo(forms(value))),
			...(orElse.action === 'create' ? forms(orElse.customer.displayName) : []),
			...(orElse.action === 'fallback' ? forms(orElse.name) : []),
		];
	});
	return [
		...selectIn('Customer', 'DisplayName', names, INACTIVE_TOO),
		...selectIn('Customer', 'PrimaryEmailAddr', values('email'), INACTIVE_TOO),
		...selectIn('Customer', 'CompanyName', values('company'), INACTIVE_TOO),
	];
}

/** The customers of the company that this run knows of. */
export class CustomerBook {
	private readonly index = new RecordIndex();
	/** Names of those who are to be made in this run. */
	private readonly reserved = new Set<string>();
	private readonly namesakes = new Map<string, Namesake>();

	constructor(
		customers: QbRecord[],
		private readonly company: Company,
	) {
		for (const customer of customers) this.add(customer);
	}

	private add(customer: QbRecord): void {
		const keys = (['name', 'email', 'company'] as const).map((match) => [match, fieldOf(customer, match)] as const);
		this.index.add(customer, keys);
	}

	/** Vendors and employees: no customer can have the name of one of them. */
	know(namesakes: Namesake[]): void {
		for (const namesake of namesakes) this.namesakes.set(String(namesake.record.DisplayName).toLowerCase(), namesake);
	}

	/** Names that customers of these needs would be made under, where there is no such customer. */
	namesToMake(needs: CustomerNeed[]): string[] {
		const seen = new Set<string>();
		return needs.flatMap((need) => {
			const { orElse } = need.choice;
			const key = customerKey(need, this.company);
			if (orElse.action !== 'create' || seen.has(key)) return [];
			seen.add(key);
			const found = this.find(need);
			if (!found.ok || found.value) return [];
			const { displayName } = orElse.customer;
			return [storableName(displayName, this.company, NAME_LIMIT), storable(displayName, this.company, NAME_LIMIT), nameIn(need.currency, displayName, this.company), ...(orElse.suffix ? [withSuffix(displayName, orElse.suffix, this.company)] : [])];
		});
	}

	/** The one active customer; `undefined` when there is none and one is to be made. */
	find(need: CustomerNeed): Outcome<Reference | undefined> {
		const { choice, currency } = need;
		const ways = this.ways(need);
		for (const matching of ways) {
			const active = matching.filter((customer) => customer.Active !== false);
			if (active.length > 1) return fail(customerAmbiguous(choice, active));
			if (active[0]) return succeed(referenceTo(active[0]));
		}
		const [inactive] = ways.flat();
		if (inactive) return fail(customerInactive(choice, inactive));
		switch (choice.orElse.action) {
			case 'create':
				return choice.match === 'email' && losesCharacters(choice.value, this.company)
					? fail(emailNotStorable(choice.value))
					: succeed(undefined);
			case 'fallback': {
				const [fallback] = this.named(choice.orElse.name, currency).flat().filter((customer) => customer.Active !== false);
				return fallback ? succeed(referenceTo(fallback)) : fail(fallbackCustomerMissing(choice.orElse.name, this.inWhich(currency)));
			}
			case 'needsAttention':
				return fail(customerMissing(choice, this.inWhich(currency), this.otherCurrency(need)));
		}
	}

	/** The record to create, and why it is not of the name that was asked for. A failure when nobody can be made under that name. */
	toCreate(customer: NewCustomer, need: CustomerNeed): Outcome<{ record: QbRecord; remark?: string }> {
		const free = freeName(customer, need, this.company, (name) => this.holderOf(name));
		if (!free.ok) return free;
		const { name, remark } = free.value;
		this.reserved.add(name.toLowerCase());
		const clean = (text: string, most?: number) => storable(text, this.company, most);
		const given = (field: string, value: string | undefined) => (value ? { [field]: clean(value, 100) } : {});
		const billTo = customer.billTo && toPhysicalAddress(customer.billTo, this.company);
		const shipTo = customer.shipTo && toPhysicalAddress(customer.shipTo, this.company);
		const { currency } = need;
		return succeed({
			record: {
				DisplayName: name,
				...given('GivenName', customer.givenName),
				...given('FamilyName', customer.familyName),
				...(customer.companyName ? { CompanyName: storableName(customer.companyName, this.company, LIMITS.company) } : {}),
				...(customer.email && !losesCharacters(customer.email, this.company) ? { PrimaryEmailAddr: { Address: clean(customer.email, 100) } } : {}),
				...(customer.phone ? { PrimaryPhone: { FreeFormNumber: clean(customer.phone, 30) } } : {}),
				...(billTo ? { BillAddr: billTo } : {}),
				...(shipTo ? { ShipAddr: shipTo } : {}),
				// The home currency is what QuickBooks takes when none is said.
				...(this.company.multiCurrency && currency !== this.company.homeCurrency ? { CurrencyRef: { value: currency } } : {}),
			},
			...(remark ? { remark } : {}),
		});
	}

	private holderOf(name: string): Holder | undefined {
		const [customer] = this.index.find('name', name);
		if (customer) return { customer };
		const key = name.toLowerCase();
		return this.namesakes.get(key) ?? (this.reserved.has(key) ? 'reserved' : undefined);
	}

	/** Customers that match, in the currency that is needed, the surer ones first. */
	private ways({ choice: { match, value, orElse }, currency }: CustomerNeed): QbRecord[][] {
		switch (match) {
			case 'name':
				return this.named(value, currency, orElse.action === 'create' ? orElse.suffix : undefined);
			case 'email':
				return [this.inCurrency(this.having('email', value), currency)];
			case 'company':
				// A company's own record is called like it; those of its people only name it.
				return [...this.named(value, currency), this.inCurrency(this.having('company', value), currency)];
		}
	}

	/** By the name, by the name with the currency behind it, and by the name with the suffix of one that a vendor has. */
	private named(value: string, currency: string, suffix?: string): QbRecord[][] {
		const inCurrency = this.company.multiCurrency ? this.index.find('name', nameIn(currency, value, this.company)) : [];
		const suffixed = suffix ? this.index.find('name', withSuffix(value, suffix, this.company)) : [];
		return [this.having('name', value), inCurrency, suffixed].map((found) => this.inCurrency(found, currency));
	}

	private having(match: CustomerChoice['match'], value: string): QbRecord[] {
		return [...new Set(formsOfName(value, this.company, LIMITS[match]).flatMap((form) => this.index.find(match, form)))];
	}

	private inCurrency(customers: QbRecord[], currency: string): QbRecord[] {
		return this.company.multiCurrency ? customers.filter((customer) => currencyOf(customer, this.company) === currency) : customers;
	}

	/** One that matches in another currency. */
	private otherCurrency({ choice: { match, value } }: CustomerNeed): QbRecord | undefined {
		return this.company.multiCurrency ? this.having(match, value)[0] : undefined;
	}

	private inWhich(currency: string): string {
		return this.company.multiCurrency ? ` in ${currency}` : '';
	}
}

export const referenceTo = (record: QbRecord): Reference => ({
	value: record.Id!,
	name: String(record.DisplayName ?? record.FullyQualifiedName ?? record.Name ?? ''),
});
