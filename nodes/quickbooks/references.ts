import type { Clock } from '../outcome/clock';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { NewRecord } from '../postings/posting';
import type { ItemChoice, PlannedForm, PlannedTransaction } from '../transaction/plan';
import { ChartOfAccounts } from './accounts';
import { ask } from './ask';
import { withBundles, type WrittenLine } from './bundles';
import type { Company } from './company';
import { CompanyLists, listQuery, listsNamedBy } from './company-lists';
import { exchangeRateQueries, ExchangeRates } from './exchange-rates';
import { CustomerBook, customerKey, customerQueries, referenceTo, type CustomerNeed, type Reference } from './customers';
import { earnedNotOwed, ItemCatalogue, itemKey, itemQueries, itemReference, type ItemReference } from './items';
import { findMade, missingCustomer, missingItem, nameHeld, type MissingRecord } from './missing-records';
import { findNamesakes } from './people-names';
import { PAGE_LIMIT, selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import { sendSurely } from './send-surely';
import { usedBy } from './used-by';
import { TaxCodes } from './tax-codes';

/** Stands for the id of what would be created, in a preview and until it is. */
export const NEW_ID = 'new';

/** What a planned transaction needs of the customer list. */
export const customerNeed = ({ customer, currency }: PlannedForm): CustomerNeed => ({ choice: customer, currency });

/** Every product or service that a planned transaction may come to name. */
export const itemChoicesOf = (transaction: PlannedForm): ItemChoice[] => [
	...transaction.lines.flatMap((line) => (line.kind === 'item' ? [line.item] : [])),
	...(transaction.rounding ? [transaction.rounding.item] : []),
	...(transaction.taxLine ? [transaction.taxLine.item] : []),
];

const formsOf = (transactions: PlannedTransaction[]): PlannedForm[] => transactions.filter((one) => one.type !== 'Payment');

/**
 * Asks for everything that the documents to be written name, in one batch, gathered over all orders first and each name once. Nothing is
 * created yet.
 * @param ofNewCustomers those of them whose customer does not follow from a document that stands
 */
export async function findReferences(
	quickbooks: QuickBooks,
	company: Company,
	toWrite: PlannedTransaction[],
	ofNewCustomers: PlannedForm[],
): Promise<Outcome<References>> {
	const transactions = formsOf(toWrite);
	const needs = ofNewCustomers.map(customerNeed);
	const forCustomers = customerQueries(needs, company);
	const forItems = itemQueries(transactions.flatMap(itemChoicesOf), company);
	const lists = listsNamedBy(toWrite);
	const forRates = exchangeRateQueries(toWrite, company);
	const rows = await ask(quickbooks, [
		`select * from Account where Active IN (true, false) maxresults ${PAGE_LIMIT}`,
		`select * from TaxCode maxresults ${PAGE_LIMIT}`,
		`select * from TaxRate maxresults ${PAGE_LIMIT}`,
		...forCustomers,
		...forItems,
		...lists.map(listQuery),
		...forRates.map(({ statement }) => statement),
	]);
	if (!rows.ok) return rows;
	const [accounts, taxCodes, taxRates, ...rest] = rows.value;
	const customers = new CustomerBook(rest.slice(0, forCustomers.length).flat(), company);
	const items = new ItemCatalogue(rest.slice(forCustomers.length, forCustomers.length + forItems.length).flat(), company);
	const entries = rest.slice(forCustomers.length + forItems.length);
	const ofLists = new CompanyLists(new Map(lists.map((list, index) => [list, entries[index]!])));
	const components = await ask(quickbooks, selectIn('Item', 'Id', items.componentIds(), ' and Active IN (true, false)'));
	if (!components.ok) return components;
	for (const item of components.value.flat()) items.add(item);
	const rates = new ExchangeRates(forRates, entries.slice(lists.length));
	const references = new References(new ChartOfAccounts(accounts!), new TaxCodes(taxCodes!, taxRates!), rates, company, ofLists);
	customers.know(await findNamesakes(quickbooks, customers.namesToMake(needs)));
	for (const need of needs) references.addCustomer(need, customers);
	// Inventory that is created starts with the first transaction that sells it.
	const byDate = [...transactions].sort((a, b) => (a.txnDate < b.txnDate ? -1 : 1));
	for (const choice of byDate.flatMap(itemChoicesOf)) references.addItem(choice, items);
	return succeed(references);
}

/** Customers, items, accounts and tax codes that a run names: found in QuickBooks, to be created there, or why not. */
export class References {
	private readonly customers = new Map<string, Outcome<Reference>>();
	private readonly items = new Map<string, Outcome<ItemReference>>();
	private readonly missing = new Map<string, MissingRecord>();
	private readonly made = new Map<string, NewRecord>();
	private readonly remarks = new Map<string, string>();

	constructor(
		readonly accounts: ChartOfAccounts,
		readonly taxCodes: TaxCodes,
		readonly exchangeRates: ExchangeRates,
		private readonly company: Company,
		readonly lists: CompanyLists,
	) {}

	addCustomer(need: CustomerNeed, book: CustomerBook): void {
		const key = customerKey(need, this.company);
		if (this.customers.has(key)) return;
		const found = book.find(need);
		if (!found.ok) return void this.customers.set(key, found);
		if (found.value) return void this.customers.set(key, succeed(found.value));
		const made = missingCustomer(key, need, book);
		this.customers.set(key, made.ok ? succeed(this.toBeMade(made.value)) : made);
	}

	addItem(choice: ItemChoice, catalogue: ItemCatalogue): void {
		const key = itemKey(choice, this.company);
		if (this.items.has(key)) return;
		const found = catalogue.find(choice);
		if (!found.ok) return void this.items.set(key, found);
		if (found.value) {
			this.items.set(key, succeed(found.value));
			for (const { item } of found.value.components ?? []) this.items.set(itemKey(withId(item.value), this.company), succeed(item));
			return;
		}
		const made = missingItem(key, choice, catalogue, this.accounts);
		this.items.set(key, made.ok ? succeed(this.toBeMade(made.value)) : made);
	}

	customer(need: CustomerNeed): Outcome<Reference> {
		const key = customerKey(need, this.company);
		return this.customers.get(key) ?? fail(notLookedUp(key));
	}

	item(choice: ItemChoice): Outcome<ItemReference> {
		const key = itemKey(choice, this.company);
		const found = this.items.get(key) ?? fail(notLookedUp(key));
		if (!choice.owed || !found.ok) return found;
		const { incomeAccount } = found.value;
		const wrong = incomeAccount && this.accounts.misfit(incomeAccount, 'giftCardLiability');
		return wrong ? fail(earnedNotOwed(found.value, wrong)) : found;
	}

	/** The lines of a form with the company's bundles in their places. */
	written({ lines, currency }: PlannedForm): Outcome<WrittenLine[]> {
		return withBundles(lines, currency, (choice) => this.item(choice));
	}

	/**
	 * Creates what these documents need and QuickBooks lacks. What could not be created is a failure of `customer` and `item`
	 * from then on.
	 * @returns what was created, in words
	 */
	async createMissing(toWrite: PlannedTransaction[], quickbooks: QuickBooks, clock: Clock): Promise<string[]> {
		const needed = new Set(
			formsOf(toWrite).flatMap((transaction) => [
				customerKey(customerNeed(transaction), this.company),
				...this.choicesWritten(transaction).map((choice) => itemKey(choice, this.company)),
			]),
		);
		const records = [...this.missing.values()].filter(({ key }) => needed.has(key));
		const lookAgain = (writings: MissingRecord[]) => findMade(quickbooks, writings);
		const sent = await sendSurely(records, { quickbooks, clock, lookAgain });
		const created: string[] = [];
		for (const [record, outcome] of sent) {
			this.missing.delete(record.key);
			if (outcome.ok) {
				created.push(record.what);
				const { id, name, entity } = newRecord(record, outcome.value);
				this.made.set(`${entity}/${id}`, { entity, id, name });
			}
			if (record.item.entity === 'Customer') {
				this.customers.set(record.key, outcome.ok ? succeed(referenceTo(outcome.value)) : nameHeld(outcome, record));
			} else {
				this.items.set(record.key, outcome.ok ? succeed(itemReference(outcome.value)) : nameHeld(outcome, record));
			}
		}
		return created;
	}

	/** What is inside a bundle of the company is not missing. */
	private choicesWritten(transaction: PlannedForm): ItemChoice[] {
		const written = this.written(transaction);
		return itemChoicesOf(written.ok ? { ...transaction, lines: written.value.map(({ line }) => line) } : transaction);
	}

	/** Which of the customers and items that were made these documents use. */
	madeFor(documents: QbRecord[]): NewRecord[] {
		return this.made.size === 0 ? [] : [...new Set(documents.flatMap((document) => usedBy(document)))].flatMap((key) => this.made.get(key) ?? []);
	}

	/** What a person should know of customers that are made for these documents. */
	remarksOn(transactions: PlannedTransaction[]): string[] {
		const keys = new Set(formsOf(transactions).map((transaction) => customerKey(customerNeed(transaction), this.company)));
		return [...keys].flatMap((key) => this.remarks.get(key) ?? []);
	}

	private toBeMade(record: MissingRecord): ItemReference {
		if (record.remark) this.remarks.set(record.key, record.remark);
		this.missing.set(record.key, record);
		const { DisplayName, Name, InvStartDate } = record.item.body;
		return {
			value: NEW_ID,
			name: String(DisplayName ?? Name),
			...(typeof InvStartDate === 'string' ? { startDate: InvStartDate } : {}),
		};
	}
}

const withId = (id: string): ItemChoice => ({ id, orElse: { action: 'needsAttention' } });

const newRecord = ({ item }: MissingRecord, { Id, DisplayName, Name }: QbRecord): NewRecord => ({
	entity: item.entity as NewRecord['entity'],
	id: String(Id),
	name: String(DisplayName ?? Name),
});

const notLookedUp = (key: string) => refused('not-looked-up', `'${key}' was not looked up`, 'Report this, please');
