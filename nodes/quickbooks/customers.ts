import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { CustomerChoice } from '../transaction/plan';
import { toPhysicalAddress } from './addresses';
import type { Company } from './company';
import { selectIn } from './query';
import type { QbRecord } from './quickbooks';
import { RecordIndex } from './record-index';
import { formsOfName, inactiveToo, losesCharacters, storable, storableName } from './storable';

/** A reference to a record; in a preview that of one which would be made. */
export interface Reference {
	value: string;
	name: string;
}

type NewCustomer = Extract<CustomerChoice['orElse'], { action: 'create' }>['customer'];

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
		const forms = (name: string) => [...formsOfName(name, company, NAME_LIMIT), nameIn(currency, name, company)];
		return [
			...(match === 'name' ? inactiveToo(forms(value)) : []),
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

	/** The one active customer; `undefined` when there is none and one is to be made. */
	find({ choice, currency }: CustomerNeed): Outcome<Reference | undefined> {
		const matching = this.matching(choice.match, choice.value, currency);
		const active = matching.filter((customer) => customer.Active !== false);
		if (active.length > 1) {
			return fail(
				refused(
					'customer-ambiguous',
					`${active.length} active customers have the ${WORDS[choice.match]} '${choice.value}': ${active.map(named).join(' and ')}`,
					'Merge them in QuickBooks, or make one of them inactive',
				),
			);
		}
		if (active[0]) return succeed(referenceTo(active[0]));
		if (matching[0]) {
			return fail(
				refused(
					'customer-inactive',
					`The customer ${named(matching[0])} with the ${WORDS[choice.match]} '${choice.value}' is inactive in QuickBooks`,
					'Make the customer active again in QuickBooks, then run the order again',
				),
			);
		}
		switch (choice.orElse.action) {
			case 'create':
				return choice.match === 'email' && losesCharacters(choice.value, this.company)
					? fail(emailNotStorable(choice.value))
					: succeed(undefined);
			case 'fallback': {
				const [fallback] = this.matching('name', choice.orElse.name, currency).filter((customer) => customer.Active !== false);
				return fallback ? succeed(referenceTo(fallback)) : fail(fallbackMissing(choice.orElse.name));
			}
			case 'needsAttention':
				return fail(
					refused(
						'customer-missing',
						`QuickBooks has no customer with the ${WORDS[choice.match]} '${choice.value}'`,
						"Create the customer in QuickBooks, or let 'When a Customer Is Missing' create it",
					),
				);
		}
	}

	/**
	 * The record to create. A name that somebody else has already gets the e-mail address behind it: two people are never
	 * made one.
	 */
	toCreate(customer: NewCustomer, { choice: { match }, currency }: CustomerNeed): QbRecord {
		const clean = (text: string, most?: number) => storable(text, this.company, most);
		const given = (field: string, value: string | undefined) => (value ? { [field]: clean(value, 100) } : {});
		const billTo = customer.billTo && toPhysicalAddress(customer.billTo, this.company);
		const shipTo = customer.shipTo && toPhysicalAddress(customer.shipTo, this.company);
		return {
			DisplayName: this.freeName(customer, match, currency),
			...given('GivenName', customer.givenName),
			...given('FamilyName', customer.familyName),
			...(customer.companyName ? { CompanyName: storableName(customer.companyName, this.company, LIMITS.company) } : {}),
			...(customer.email && !losesCharacters(customer.email, this.company) ? { PrimaryEmailAddr: { Address: clean(customer.email, 100) } } : {}),
			...(customer.phone ? { PrimaryPhone: { FreeFormNumber: clean(customer.phone, 30) } } : {}),
			...(billTo ? { BillAddr: billTo } : {}),
			...(shipTo ? { ShipAddr: shipTo } : {}),
			// The home currency is what QuickBooks takes when none is said.
			...(this.company.multiCurrency && currency !== this.company.homeCurrency ? { CurrencyRef: { value: currency } } : {}),
		};
	}

	private freeName({ displayName, email }: NewCustomer, match: CustomerChoice['match'], currency: string): string {
		const { company } = this;
		const foreign = currency !== company.homeCurrency;
		// Whoever is found by the e-mail address has that in the name: nothing else needs to tell two apart.
		const own = match === 'email' ? storable(displayName, company, NAME_LIMIT) : storableName(displayName, company, NAME_LIMIT);
		const name = foreign ? nameIn(currency, displayName, company) : own;
		const taken = this.reserved.has(name.toLowerCase()) || this.index.find('name', name).length > 0;
		const ending = ` (${email})`;
		const fits = taken && email !== undefined && !name.includes(ending);
		const free = fits ? storable(name, company, NAME_LIMIT - ending.length) + storable(ending, company) : name;
		this.reserved.add(free.toLowerCase());
		return free;
	}

	/** In the currency that is needed, and by a name also the one that was made for a foreign currency. */
	private matching(match: CustomerChoice['match'], value: string, currency: string): QbRecord[] {
		const found = formsOfName(value, this.company, LIMITS[match]).flatMap((form) => this.index.find(match, form));
		if (!this.company.multiCurrency) return [...new Set(found)];
		const named = match === 'name' ? this.index.find('name', nameIn(currency, value, this.company)) : [];
		const inCurrency = (customer: QbRecord) => currencyOf(customer, this.company) === currency;
		return [...new Set([...found, ...named])].filter(inCurrency);
	}
}

/** QuickBooks takes 500 (API Explorer: Customer.DisplayName). */
const NAME_LIMIT = 500;
/** Longest values of what customers are found by (API Explorer: Customer). */
const LIMITS: Record<CustomerChoice['match'], number> = { name: NAME_LIMIT, email: 100, company: 100 };

/** Names are unique, so the second currency of a customer stands in the name. */
const nameIn = (currency: string, name: string, company: Company): string =>
	`${storableName(name, company, NAME_LIMIT - 6)} (${currency})`;

const currencyOf = (customer: QbRecord, company: Company): string =>
	(customer.CurrencyRef as { value?: string } | undefined)?.value ?? company.homeCurrency;

const WORDS: Record<CustomerChoice['match'], string> = { name: 'name', email: 'e-mail address', company: 'company name' };

// QuickBooks appends this to the name of what was made inactive.
const DELETED = / \(deleted(?: \d+)?\)$/;

/** What a customer has in the field that a choice matches by. */
export function fieldOf(customer: QbRecord, match: CustomerChoice['match']): string | undefined {
	if (match === 'email') return (customer.PrimaryEmailAddr as { Address?: string } | undefined)?.Address;
	if (match === 'company') return customer.CompanyName as string | undefined;
	return (customer.DisplayName as string | undefined)?.replace(customer.Active === false ? DELETED : /$^/, '');
}

export const referenceTo = (record: QbRecord): Reference => ({
	value: record.Id!,
	name: String(record.DisplayName ?? record.FullyQualifiedName ?? record.Name ?? ''),
});

const named = (customer: QbRecord): string => `'${String(customer.DisplayName)}' (id ${customer.Id})`;

const emailNotStorable = (email: string): Failure =>
	refused(
		'email-not-storable',
		`The e-mail address '${email}' has characters that QuickBooks in the US does not keep, so its customer would not be found again`,
		"Create the customer in QuickBooks by hand, or choose a fallback customer in 'When a Customer Is Missing'",
	);

const fallbackMissing = (name: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'fallback-customer-missing',
	message: `'Fallback Customer' names '${name}', which this QuickBooks company does not have as an active customer`,
	remedy: "Create it in QuickBooks, or choose another 'Fallback Customer'",
});
