import type { Company } from './company';
import { currencyReference } from './currencies';
import { businessFault, fault } from './faults';
import { defined, idIn, textOf, type Entity, type Json } from './wire-values';

/** Customers, vendors and employees: their names are unique over all three. */
export const peopleTypes = ['Customer', 'Vendor', 'Employee'] as const;

export function isPersonType(type: string): type is (typeof peopleTypes)[number] {
	return (peopleTypes as readonly string[]).includes(type);
}

/** Checks a customer, vendor or employee and adds what QuickBooks derives. */
export function person(company: Company, type: string, sent: Json, before: Entity | undefined): Json {
	const nameParts = [sent.Title, sent.GivenName, sent.MiddleName, sent.FamilyName, sent.Suffix]
		.map(textOf)
		.filter(Boolean);
	const DisplayName = textOf(sent.DisplayName) ?? nameParts.join(' ');
	if (DisplayName === '') {
		throw fault(
			'6080',
			'No Name Provided : at least one of Title, GivenName, MiddleName, FamilyName, DisplayName, Suffix',
			'',
		);
	}
	checkUnique(company, DisplayName, before?.Id);
	const common = {
		...sent,
		DisplayName,
		PrintOnCheckName: textOf(sent.PrintOnCheckName) ?? textOf(sent.CompanyName) ?? DisplayName,
		Active: sent.Active !== false,
	};
	if (type !== 'Customer') return defined({ ...common, FullyQualifiedName: undefined });
	return defined({
		...common,
		FullyQualifiedName: fullName(company, sent, DisplayName),
		Job: sent.Job === true,
		BillWithParent: sent.BillWithParent === true,
		Taxable: sent.Taxable ?? true,
		CurrencyRef: customerCurrency(company, sent, before),
		PreferredDeliveryMethod: sent.PreferredDeliveryMethod ?? 'Print',
		Balance: undefined,
		BalanceWithJobs: undefined,
	});
}

function checkUnique(company: Company, name: string, ownId: string | undefined): void {
	const taken = peopleTypes
		.flatMap((type) => company.having(type, 'DisplayName', name))
		.some(({ Id }) => Id !== ownId);
	if (taken) throw fault('6240', 'The name supplied already exists. : null');
}

function fullName(company: Company, sent: Json, name: string): string {
	const parentId = idIn(sent.ParentRef);
	if (parentId === undefined) return name;
	return `${String(company.resolve('Customer', parentId).FullyQualifiedName)}:${name}`;
}

function customerCurrency(company: Company, sent: Json, before: Entity | undefined): Json {
	const known = idIn(before?.CurrencyRef);
	const stated = idIn(sent.CurrencyRef);
	const { homeCurrency, multiCurrency } = company.settings;
	if (known !== undefined && stated !== undefined && stated !== known) {
		throw businessFault('The currency of a customer cannot be changed');
	}
	return currencyReference(known ?? (multiCurrency ? stated : undefined) ?? homeCurrency);
}
