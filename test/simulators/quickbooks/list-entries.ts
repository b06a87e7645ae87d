import { classificationOf, isAccountType } from './chart-of-accounts';
import type { Company } from './company';
import { currencyReference } from './currencies';
import { fault, missing } from './faults';
import { requireFields } from './field-checks';
import { defined, idIn, type Entity, type Json } from './wire-values';

/** Lists that are neither people nor items. */
export const plainLists = ['Account', 'PaymentMethod', 'Term', 'Class', 'Department'] as const;

/** Checks an account, payment method, term, class or department, and the uniqueness of its name in its list. */
export function listEntry(company: Company, type: string, sent: Json, before: Entity | undefined): Json {
	requireFields(sent, 'Name');
	const parentId = idIn(sent.ParentRef);
	const parent = parentId === undefined ? undefined : company.resolve(type, parentId);
	const name = String(sent.Name);
	const full = parent === undefined ? name : `${String(parent.FullyQualifiedName)}:${name}`;
	const taken = company
		.all(type)
		.some(
			(other) =>
				other.Id !== before?.Id &&
				String(other.FullyQualifiedName ?? other.Name).toLowerCase() === full.toLowerCase(),
		);
	if (taken) throw fault('6240', 'The name supplied already exists. : null');
	const common = { ...sent, Active: sent.Active !== false };
	if (type === 'Account') return account(company, { ...common, FullyQualifiedName: full }, parent);
	if (type === 'Class') return { ...common, FullyQualifiedName: full, SubClass: parent !== undefined };
	if (type === 'Department') return { ...common, FullyQualifiedName: full, SubDepartment: parent !== undefined };
	if (type !== 'Term') return common;
	if (sent.DueDays === undefined && sent.DayOfMonthDue === undefined) throw missing('DueDays');
	return { ...common, Type: sent.DayOfMonthDue === undefined ? 'STANDARD' : 'DATE_DRIVEN' };
}

function account(company: Company, content: Json, parent: Entity | undefined): Json {
	const type = content.AccountType;
	if (typeof type !== 'string' || !isAccountType(type)) {
		throw fault('6430', `Invalid account type: ${String(type)}`, 'AccountType');
	}
	return defined({
		...content,
		SubAccount: parent !== undefined,
		Classification: classificationOf(type),
		AccountSubType: content.AccountSubType ?? 'Other',
		CurrencyRef: currencyReference(idIn(content.CurrencyRef) ?? company.settings.homeCurrency),
		CurrentBalance: undefined,
		CurrentBalanceWithSubAccounts: undefined,
	});
}
