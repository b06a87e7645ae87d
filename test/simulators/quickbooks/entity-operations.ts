import { autoApplyCredits } from './auto-applied-credits';
import type { Company } from './company';
import { fault, missing, notFound, stale, unsupportedOperation } from './faults';
import { checkFields, inLatin1 } from './field-checks';
import { item, nameProperty } from './items';
import { checkDepositStands, checkNotDeposited } from './deposits';
import { closeEstimate, estimateToClose, linkedToEstimate } from './linked-transactions';
import { listEntry, plainLists } from './list-entries';
import { payment, settle } from './payments';
import { isPersonType, person } from './people';
import { post, postItem, postPaymentsOf } from './postings';
import { readBack } from './read-back';
import { isSalesForm, salesDocument, type WriteOptions } from './sales-documents';
import { itemLines } from './sales-lines';
import { deleteDocument, voidDocument } from './void-and-delete';
import { idIn, listOf, objectOf, textOf, type Entity, type Json } from './wire-values';

export type Operation = 'create' | 'update' | 'delete' | 'void';

/** Types that are read and never written over this API, or (deposits) not over the simulated one. */
const readOnlyTypes = ['TaxCode', 'TaxRate', 'TaxAgency', 'ExchangeRate', 'CompanyInfo', 'Preferences', 'Deposit'];

/** The types the simulated company keeps, by their names in paths: `salesreceipt` → `SalesReceipt`. */
const typesByPath = new Map(
	[
		'SalesReceipt',
		'Invoice',
		'Estimate',
		'Payment',
		'CreditMemo',
		'RefundReceipt',
		'Customer',
		'Vendor',
		'Employee',
		'Item',
	]
		.concat(plainLists, readOnlyTypes)
		.map((type) => [type.toLowerCase(), type]),
);

/** The type a name in a path, a query or a batch item means, whatever its case; undefined when there is none. */
export function entityType(name: string): string | undefined {
	return typesByPath.get(name.toLowerCase());
}

/** Reads one entity by its Id. */
export function read(company: Company, type: string, id: string): Json {
	if (type === 'Preferences') return company.preferences();
	if (type === 'CompanyInfo') {
		if (id !== company.realmId && id !== '1') throw notFound();
		return company.companyInfo();
	}
	if (!/^[A-Z]*\d*$/.test(id)) throw fault('2030', `Id should be a valid number. Supplied value:${id}`, 'Id');
	const entity = company.seen(type, id);
	if (entity === undefined) throw notFound();
	return readBack(company, type, entity);
}

/** Checks everything first, writes only when nothing is wrong, and answers the entity as read back. */
export function write(
	company: Company,
	operation: Operation,
	type: string,
	body: Json,
	options: WriteOptions = {},
): Json {
	if (readOnlyTypes.includes(type)) throw unsupportedOperation(`${operation} ${type}`);
	if (company.settings.readOnly) {
		throw fault(
			'6190',
			'Invalid Company Status Error : Subscription period has ended or canceled or there was a billing problem',
			'',
		);
	}
	const sent = encoded(company, body);
	checkFields(type, sent);
	if (operation === 'create') return readBack(company, type, create(company, type, sent, options));
	const before = current(company, type, sent);
	checkOpen(company, before);
	if (operation === 'update') return readBack(company, type, update(company, type, before, sent, options));
	if (!isSalesForm(type) && type !== 'Payment') throw unsupportedOperation(`${operation} ${type}`);
	checkNotDeposited(before);
	if (operation === 'delete') return deleteDocument(company, type, before);
	return readBack(company, type, voidDocument(company, type, before));
}

/** Puts in what a new company has; nothing is checked, and opening stock is entered in the general ledger. */
export function seed(company: Company, type: string, content: Json): Entity {
	const checked = isPersonType(type) || type === 'Account' || (type === 'Item' && content.Type !== 'Group');
	const entity = company.insert(type, {
		Active: true,
		...content,
		...(checked ? build(company, type, content, undefined, {}) : {}),
	});
	if (type === 'Item') postItem(company, entity);
	return entity;
}

function create(company: Company, type: string, sent: Json, options: WriteOptions): Entity {
	const content = withoutServerFields(build(company, type, sent, undefined, options));
	checkOpen(company, content);
	checkStockDates(company, content);
	const estimate = type === 'Invoice' || type === 'SalesReceipt' ? estimateToClose(company, sent) : undefined;
	const entity = company.insert(type, estimate === undefined ? content : linkedToEstimate(content, estimate));
	if (estimate !== undefined) closeEstimate(company, estimate, { TxnId: entity.Id, TxnType: type });
	if (type === 'Payment') settle(company, entity.Id, undefined, entity);
	enter(company, type, entity);
	autoApplyCredits(company, type, entity);
	return company.get(type, entity.Id) ?? entity;
}

function update(company: Company, type: string, before: Entity, sent: Json, options: WriteOptions): Entity {
	// Sparse: only what is sent changes. Full: what is not sent is cleared, but for what QuickBooks keeps itself.
	const merged = sent.sparse === true ? { ...before, ...sent } : { ...sent };
	if (isSalesForm(type) && sent.TxnTaxDetail === undefined && computesTaxAnew(company)) delete merged.TxnTaxDetail;
	if (type === 'Customer' && textOf(merged.DisplayName) === undefined) merged.DisplayName = before.DisplayName;
	const content = withoutServerFields(build(company, type, renamed(merged, before), before, options));
	checkOpen(company, content);
	checkStockDates(company, content);
	checkDepositStands(company, before, content);
	const linked = linkedEstimate(company, before);
	const estimate =
		linked === undefined && type === 'Invoice' ? estimateToClose(company, { ...content, ...sent }) : undefined;
	const source = linked ?? estimate;
	const entity = company.replace(type, before, source === undefined ? content : linkedToEstimate(content, source));
	if (estimate !== undefined) closeEstimate(company, estimate, { TxnId: entity.Id, TxnType: type });
	if (type === 'Payment') settle(company, entity.Id, before, entity);
	enter(company, type, entity);
	return entity;
}

/** Where tax is computed from the lines, an update that states no tax does not keep the one stated before. */
function computesTaxAnew({ isUnitedStates, settings }: Company): boolean {
	return !isUnitedStates || settings.partnerTaxEnabled === true;
}

function linkedEstimate(company: Company, document: Entity): Entity | undefined {
	const link = listOf(document.LinkedTxn).find(({ TxnType }) => TxnType === 'Estimate');
	return link === undefined ? undefined : company.get('Estimate', String(link.TxnId));
}

function build(company: Company, type: string, sent: Json, before: Entity | undefined, options: WriteOptions): Json {
	if (isSalesForm(type)) return salesDocument(company, type, sent, before, options);
	if (type === 'Payment') return payment(company, sent, before);
	if (isPersonType(type)) return person(company, type, sent, before);
	return type === 'Item' ? item(company, sent, before) : listEntry(company, type, sent, before);
}

function enter(company: Company, type: string, entity: Entity): void {
	if (type === 'Item') postItem(company, entity);
	if (!isSalesForm(type) && type !== 'Payment') return;
	post(company, type, entity);
	if (type === 'Invoice' || type === 'CreditMemo') postPaymentsOf(company, type, entity);
}

function encoded(company: Company, body: Json): Json {
	const encoding = company.behaviour.encoding ?? (company.isUnitedStates ? 'latin1' : 'utf8');
	return encoding === 'latin1' ? objectOf(inLatin1(body)) : body;
}

function current(company: Company, type: string, sent: Json): Entity {
	const id = textOf(sent.Id);
	if (id === undefined) throw missing('Id');
	if (textOf(sent.SyncToken) === undefined) throw missing('SyncToken');
	const entity = company.get(type, id);
	if (entity === undefined || company.seen(type, id) === undefined) throw notFound();
	if (entity.SyncToken !== sent.SyncToken) throw stale();
	return entity;
}

/** Nothing dated on or before the closing day may be written, changed or taken away. */
function checkOpen(company: Company, document: Json): void {
	const { bookCloseDate } = company.settings;
	const date = textOf(document.TxnDate);
	if (bookCloseDate === undefined || date === undefined || date > bookCloseDate) return;
	throw fault(
		'6210',
		`Account Period Closed : The account period has closed on ${bookCloseDate}. A password is required.`,
		'',
	);
}

function checkStockDates(company: Company, document: Json): void {
	const date = textOf(document.TxnDate);
	if (date === undefined) return;
	for (const line of itemLines(document)) {
		const sold = company.get('Item', idIn(objectOf(line.SalesItemLineDetail).ItemRef) ?? '');
		const start = textOf(sold?.InvStartDate);
		if (sold?.TrackQtyOnHand === true && start !== undefined && date < start) {
			throw fault(
				'6270',
				`Transactions with ${String(sold.Name)} can't be dated earlier than its inventory start date ${start}.`,
				'TxnDate',
			);
		}
	}
}

/** A deactivated entry gets " (deleted)" behind its name, and loses it when it is made active again. */
function renamed(content: Json, before: Entity): Json {
	const property = nameProperty(before);
	const name = textOf(content[property]);
	if (name === undefined) return content;
	const bare = name.replace(/ \(deleted\)$/, '');
	if (content.Active === false) return { ...content, [property]: `${bare} (deleted)` };
	return before.Active === false ? { ...content, [property]: bare } : content;
}

const setByServer = new Set(['Id', 'SyncToken', 'MetaData', 'sparse', 'domain', 'status']);

/** Read-only properties are overwritten silently, and a null says that there is no value. */
function withoutServerFields(content: Json): Json {
	return Object.fromEntries(
		Object.entries(content).filter(([name, value]) => !setByServer.has(name) && value !== null),
	);
}
