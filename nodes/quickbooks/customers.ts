import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { CustomerChoice } from '../transaction/plan';
import { toPhysicalAddress } from './addresses';
import { storable, type Company } from './company';
import { selectIn } from './query';
import type { QbRecord } from './quickbooks';
import { RecordIndex } from './record-index';

/** A reference to a record; in a preview that of one which would be made. */
export interface Reference {
	value: string;
	name: string;
}

type NewCustomer = Extract<CustomerChoice['orElse'], { action: 'create' }>['customer'];

/** What makes two choices of the run one customer: keys are made one before anything is created. */
export const customerKey = (choice: CustomerChoice): string => `${choice.match}:${choice.value.trim().toLowerCase()}`;

const INACTIVE_TOO = ' and Active IN (true, false)';

/** Queries for everybody the choices name, inactive ones and the names of those who may have to be made included. */
export function customerQueries(choices: CustomerChoice[], company: Company): string[] {
	const values = (match: CustomerChoice['match']) =>
		choices.filter((choice) => choice.match === match).map((choice) => storable(choice.value, company));
	const names = choices.flatMap((choice) => {
		if (choice.orElse.action === 'create') return [storable(choice.orElse.customer.displayName, company)];
		return choice.orElse.action === 'fallback' ? [storable(choice.orElse.name, company)] : [];
	});
	return [
		...selectIn('Customer', 'DisplayName', [...values('name'), ...names], INACTIVE_TOO),
		...selectIn('Customer', 'PrimaryEmailAddr', values('email'), INACTIVE_TOO),
		...selectIn('Customer', 'CompanyName', values('company'), INACTIVE_TOO),
	];
}

/** The customers of the company that this run knows of. */
export class CustomerBook {
	private readonly index = new RecordIndex();

	constructor(
		customers: QbRecord[],
		private readonly company: Company,
	) {
		for (const customer of customers) this.add(customer);
	}

	add(customer: QbRecord): void {
		const keys = (['name', 'email', 'company'] as const).map((match) => [match, fieldOf(customer, match)] as const);
		this.index.add(customer, keys);
	}

	/** The one active customer; `undefined` when there is none and one is to be made. */
	find(choice: CustomerChoice): Outcome<Reference | undefined> {
		const matching = this.matching(choice.match, choice.value);
		const active = matching.filter((customer) => customer.Active !== false);
		if (active.length > 1) {
			return fail(
				refused(
					'customer-ambiguous',
					`Two active customers have the ${WORDS[choice.match]} '${choice.value}': ${active.map(named).join(' and ')}`,
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
				return succeed(undefined);
			case 'fallback': {
				const [fallback] = this.matching('name', choice.orElse.name).filter((customer) => customer.Active !== false);
				return fallback ? succeed(referenceTo(fallback)) : fail(fallbackMissing(choice.orElse.name));
			}
			case 'needsAttention':
				return fail(
					refused(
						'customer-missing',
						`QuickBooks has no customer with the ${WORDS[choice.match]} '${choice.value}'`,
						"Create the customer in QuickBooks, or let 'Missing Customer' create it",
					),
				);
		}
	}

	/**
	 * The record to create. A name that somebody else of another e-mail address has already gets the address behind it:
	 * two people are never made one.
	 */
	toCreate(customer: NewCustomer, currency: string): QbRecord {
		const clean = (text: string) => storable(text, this.company);
		const taken = this.matching('name', customer.displayName).length > 0;
		const name = clean(taken && customer.email ? `${customer.displayName} (${customer.email})` : customer.displayName);
		const given = (field: string, value: string | undefined) => (value ? { [field]: clean(value) } : {});
		return {
			DisplayName: name.slice(0, 500),
			...given('GivenName', customer.givenName),
			...given('FamilyName', customer.familyName),
			...given('CompanyName', customer.companyName),
			...(customer.email ? { PrimaryEmailAddr: { Address: clean(customer.email) } } : {}),
			...(customer.phone ? { PrimaryPhone: { FreeFormNumber: clean(customer.phone) } } : {}),
			...(customer.billTo ? { BillAddr: toPhysicalAddress(customer.billTo, clean) } : {}),
			...(customer.shipTo ? { ShipAddr: toPhysicalAddress(customer.shipTo, clean) } : {}),
			...(this.company.multiCurrency ? { CurrencyRef: { value: currency } } : {}),
		};
	}

	private matching(match: CustomerChoice['match'], value: string): QbRecord[] {
		return this.index.find(match, storable(value, this.company));
	}
}

const WORDS: Record<CustomerChoice['match'], string> = { name: 'name', email: 'e-mail address', company: 'company name' };

// QuickBooks appends this to the name of what was made inactive.
const DELETED = / \(deleted(?: \d+)?\)$/;

function fieldOf(customer: QbRecord, match: CustomerChoice['match']): string | undefined {
	if (match === 'email') return (customer.PrimaryEmailAddr as { Address?: string } | undefined)?.Address;
	if (match === 'company') return customer.CompanyName as string | undefined;
	return (customer.DisplayName as string | undefined)?.replace(customer.Active === false ? DELETED : /$^/, '');
}

export const referenceTo = (record: QbRecord): Reference => ({
	value: record.Id!,
	name: String(record.DisplayName ?? record.FullyQualifiedName ?? record.Name ?? ''),
});

const named = (customer: QbRecord): string => `'${String(customer.DisplayName)}' (id ${customer.Id})`;

const fallbackMissing = (name: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'fallback-customer-missing',
	message: `'Fallback Customer' names '${name}', which this QuickBooks company does not have as an active customer`,
	remedy: "Create it in QuickBooks, or choose another 'Fallback Customer'",
});
