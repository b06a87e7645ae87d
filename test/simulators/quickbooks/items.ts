import type { Company } from './company';
import { businessFault, fault, missing } from './faults';
import { requireFields } from './field-checks';
import { defined, idIn, textOf, type Entity, type Json } from './wire-values';

/** Checks a product or service, the types of its accounts and the uniqueness of its name. */
export function item(company: Company, sent: Json, before: Entity | undefined): Json {
	requireFields(sent, 'Name', 'Type');
	if (sent.Type === 'Group' && before === undefined) {
		throw businessFault('Bundles cannot be created over the API');
	}
	checkUnique(company, String(sent.Name), before?.Id);
	if (sent.Type === 'Inventory') checkInventory(company, sent);
	if (sent.Type === 'Service' || sent.Type === 'NonInventory') checkIncome(company, sent);
	const parentId = idIn(sent.ParentRef);
	const parent = parentId === undefined ? undefined : company.resolve('Item', parentId);
	return defined({
		...sent,
		FullyQualifiedName:
			parent === undefined ? sent.Name : `${String(parent.FullyQualifiedName)}:${String(sent.Name)}`,
		SubItem: parent === undefined ? undefined : true,
		Active: sent.Active !== false,
		Taxable: sent.Taxable ?? false,
		UnitPrice: sent.UnitPrice ?? 0,
		PurchaseCost: sent.PurchaseCost ?? 0,
		TrackQtyOnHand: sent.Type === 'Inventory',
		IncomeAccountRef: account(company, sent.IncomeAccountRef),
		ExpenseAccountRef: account(company, sent.ExpenseAccountRef),
		AssetAccountRef: account(company, sent.AssetAccountRef),
	});
}

function checkUnique(company: Company, name: string, ownId: string | undefined): void {
	const taken = company.having('Item', 'Name', name).some(({ Id }) => Id !== ownId);
	if (taken) throw fault('6240', 'The name supplied already exists. : null');
}

function checkInventory(company: Company, sent: Json): void {
	requireFields(sent, 'QtyOnHand', 'InvStartDate', 'TrackQtyOnHand');
	requireFields(sent, 'AssetAccountRef', 'ExpenseAccountRef', 'IncomeAccountRef');
	if (sent.TrackQtyOnHand !== true) throw businessFault('An inventory item must track its quantity');
	requireType(company, sent, 'AssetAccountRef', ({ AccountSubType }) => AccountSubType === 'Inventory');
	requireType(company, sent, 'ExpenseAccountRef', ({ AccountType }) => AccountType === 'Cost of Goods Sold');
	requireType(company, sent, 'IncomeAccountRef', ({ AccountSubType }) => AccountSubType === 'SalesOfProductIncome');
}

/** Sold through this account: income as a rule, but a gift card is a liability and a fee an expense. */
function checkIncome(company: Company, sent: Json): void {
	if (idIn(sent.IncomeAccountRef) === undefined) throw missing('IncomeAccountRef');
	const never = ['Accounts Receivable', 'Accounts Payable', 'Non-Posting'];
	requireType(company, sent, 'IncomeAccountRef', ({ AccountType }) => !never.includes(String(AccountType)));
}

function requireType(company: Company, sent: Json, property: string, fits: (account: Entity) => boolean): void {
	const id = idIn(sent[property]);
	if (id === undefined) throw missing(property);
	const found = company.resolve('Account', id);
	if (!fits(found))
		throw fault(
			'6430',
			`Invalid account type: ${String(found.AccountType)} ${String(found.AccountSubType)}`,
			property,
		);
}

function account(company: Company, reference: unknown): Json | undefined {
	const id = idIn(reference);
	return id === undefined ? undefined : { ...company.named('Account', id) };
}

/** The name under which an entry of any list is shown; people are shown by DisplayName. */
export function nameProperty(entity: Json): 'DisplayName' | 'Name' {
	return textOf(entity.DisplayName) === undefined ? 'Name' : 'DisplayName';
}
