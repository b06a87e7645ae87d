import type { Behaviour, CompanySettings } from './company-settings';
import { EntityStore, type IndexedProperty } from './entity-store';
import { invalidReference, notFound } from './faults';
import { GeneralLedger } from './general-ledger';
import { Inventory } from './inventory';
import { preferences } from './preferences';
import { timestamp, type SimulatedClock } from './simulated-time';
import { decimalOf, textOf, type Entity, type Json, type Reference } from './wire-values';

/** What was deleted, for change data capture. */
export interface Deletion {
	readonly type: string;
	readonly id: string;
	readonly at: number;
}

const transactionTypes = [
	'SalesReceipt',
	'Invoice',
	'Estimate',
	'Payment',
	'CreditMemo',
	'RefundReceipt',
	'Deposit',
] as const;
const nameTypes = ['Customer', 'Vendor', 'Employee'] as const;

/** The company file: everything that was written, its general ledger and what it was set to. */
export class Company {
	readonly ledger = new GeneralLedger();
	readonly inventory = new Inventory(this.ledger, (item) => decimalOf(this.get('Item', item)?.PurchaseCost));
	readonly deletions: Deletion[] = [];
	/** Of a closed estimate: the status it had before an invoice closed it, so that a deletion can reopen it. */
	readonly statusBeforeInvoice = new Map<string, string>();
	private readonly store = new EntityStore();
	private readonly lastIds = new Map<string, number>();
	private readonly highestNumbers = new Map<string, number>();
	private readonly fresh: Array<{ readonly type: string; readonly id: string }> = [];

	constructor(
		readonly realmId: string,
		readonly settings: CompanySettings,
		readonly behaviour: Behaviour,
		readonly clock: SimulatedClock,
	) {}

	get isUnitedStates(): boolean {
		return this.settings.country === 'US';
	}

	/** Stamps and stores a new entity under its own Id or the next free one. */
	insert(type: string, content: Json): Entity {
		const Id = textOf(content.Id) ?? this.nextId(type);
		this.lastIds.set(sequenceOf(type), Math.max(this.lastIds.get(sequenceOf(type)) ?? 0, Number(Id) || 0));
		const now = timestamp(this.clock.now());
		const entity: Entity = {
			domain: 'QBO',
			sparse: false,
			...content,
			Id,
			SyncToken: '0',
			MetaData: { CreateTime: now, LastUpdatedTime: now },
		};
		this.put(type, entity);
		if (isTransaction(type)) this.fresh.push({ type, id: Id });
		return entity;
	}

	/** Stores the new state of an entity; its SyncToken rises by one unless the change is QuickBooks' own bookkeeping. */
	replace(type: string, entity: Entity, content: Json, options: { keepSyncToken?: boolean } = {}): Entity {
		const next: Entity = {
			...content,
			domain: 'QBO',
			sparse: false,
			Id: entity.Id,
			SyncToken: options.keepSyncToken === true ? entity.SyncToken : String(Number(entity.SyncToken) + 1),
			MetaData: { CreateTime: entity.MetaData.CreateTime, LastUpdatedTime: timestamp(this.clock.now()) },
		};
		this.put(type, next);
		return next;
	}

	remove(type: string, id: string): void {
		this.store.remove(type, id);
		this.deletions.push({ type, id, at: this.clock.now() });
	}

	/** The entity as it now is, whatever a running batch may see. */
	get(type: string, id: string): Entity | undefined {
		return this.store.get(type, id);
	}

	/** Everything of a type as it now is, oldest first. */
	all(type: string): Entity[] {
		return this.store.all(type);
	}

	/** What requests may see: inside a batch, the state at its start. */
	visible(type: string): Entity[] {
		return this.store.visible(type);
	}

	/** One entity as requests may see it. */
	seen(type: string, id: string): Entity | undefined {
		return this.store.seen(type, id);
	}

	/** What requests may see and what may have one of these values; the caller has to look. */
	candidates(type: string, property: IndexedProperty | 'Id', values: readonly string[]): Entity[] {
		return this.store.candidates(type, property, values);
	}

	/** Those of a type whose property has this value as it now is, whatever its case. */
	having(type: string, property: IndexedProperty, value: string): Entity[] {
		return this.store.having(type, property, value);
	}

	/** Resolves a reference, or refuses it: 2500 when there is no such id, 610 when it was made inactive. */
	resolve(type: string, id: string): Entity {
		if (this.seen(type, id) === undefined) throw invalidReference(type, id);
		const entity = this.get(type, id);
		if (entity === undefined || entity.Active === false) throw notFound();
		return entity;
	}

	/** A reference with the name QuickBooks adds to it. */
	named(type: string, id: string): Reference {
		const entity = this.resolve(type, id);
		return {
			value: id,
			name: textOf(entity.FullyQualifiedName) ?? textOf(entity.DisplayName) ?? textOf(entity.Name) ?? id,
		};
	}

	/** Runs a batch: reads inside it see only what was there before it. */
	frozenDuring<T>(work: () => T): T {
		return this.store.frozenDuring(work);
	}

	/** The documents written since this was last asked. */
	freshDocuments(): ReadonlyArray<{ readonly type: string; readonly id: string }> {
		return this.fresh.splice(0);
	}

	/** The highest whole number any document of these types ever had; 0 when there was none. */
	highestNumber(types: readonly string[]): number {
		return Math.max(0, ...types.map((type) => this.highestNumbers.get(type) ?? 0));
	}

	preferences(): Entity {
		return {
			...preferences(this.settings),
			domain: 'QBO',
			sparse: false,
			Id: '1',
			SyncToken: '0',
			MetaData: this.openedAt(),
		};
	}

	companyInfo(): Entity {
		const { companyName, country } = this.settings;
		const address = { Id: '1', Line1: '120 Harbor Road', City: 'Bayview', Country: country, PostalCode: '94000' };
		return {
			CompanyName: companyName,
			LegalName: companyName,
			CompanyAddr: address,
			LegalAddr: address,
			CustomerCommunicationAddr: address,
			CompanyStartDate: '2020-01-01',
			FiscalYearStartMonth: 'January',
			Country: country,
			Email: { Address: 'books@example.com' },
			SupportedLanguages: 'en',
			domain: 'QBO',
			sparse: false,
			Id: '1',
			SyncToken: '0',
			MetaData: this.openedAt(),
		};
	}

	/** Sales documents and payments of a type, oldest first. */
	documents(type?: (typeof transactionTypes)[number]): Entity[] {
		return type === undefined ? transactionTypes.flatMap((each) => this.all(each)) : this.all(type);
	}

	/** The documents that carry this number, of any type. */
	byDocNumber(docNumber: string): Entity[] {
		return transactionTypes
			.flatMap((type) => this.having(type, 'DocNumber', docNumber))
			.filter((document) => document.DocNumber === docNumber);
	}

	get customers(): Entity[] {
		return this.all('Customer');
	}

	get items(): Entity[] {
		return this.all('Item');
	}

	get accounts(): Entity[] {
		return this.all('Account');
	}

	/** The type a sales document or payment belongs to. */
	typeOf(document: Entity): (typeof transactionTypes)[number] | undefined {
		return transactionTypes.find((type) => this.get(type, document.Id) !== undefined);
	}

	/** The general ledger's trial balance, accounts by their names in the order of their ids. */
	trialBalance(): ReturnType<GeneralLedger['trialBalance']> {
		this.inventory.settle();
		const { rows, ...totals } = this.ledger.trialBalance();
		const named = rows
			.sort((left, right) => Number(left.account) - Number(right.account))
			.map((row) => ({ ...row, account: String(this.get('Account', row.account)?.Name ?? row.account) }));
		return { rows: named, ...totals };
	}

	/** An account's balance, debit less credit, in the home currency: '-48.00' is 48.00 in credit. */
	balanceOf(accountName: string): string {
		const account = this.having('Account', 'Name', accountName)[0];
		if (account === undefined) throw new Error(`There is no account ${accountName}`);
		this.inventory.settle();
		return this.ledger.balanceOf(account.Id).toFixed(2);
	}

	private openedAt(): Entity['MetaData'] {
		return { CreateTime: '2020-01-01T09:00:00-07:00', LastUpdatedTime: '2020-01-01T09:00:00-07:00' };
	}

	private put(type: string, entity: Entity): void {
		this.store.put(type, entity);
		const number = Number(entity.DocNumber);
		if (Number.isInteger(number)) this.highestNumbers.set(type, Math.max(number, this.highestNumbers.get(type) ?? 0));
	}

	private nextId(type: string): string {
		return String((this.lastIds.get(sequenceOf(type)) ?? 0) + 1);
	}
}

/** Transactions share one sequence of ids, and so do the names; every other list has its own. */
function sequenceOf(type: string): string {
	if (isTransaction(type)) return 'transaction';
	return (nameTypes as readonly string[]).includes(type) ? 'name' : type;
}

function isTransaction(type: string): boolean {
	return (transactionTypes as readonly string[]).includes(type);
}
