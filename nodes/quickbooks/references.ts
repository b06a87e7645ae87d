import type { Clock } from '../outcome/clock';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { CustomerChoice, ItemChoice, TransactionPlan } from '../transaction/plan';
import { ChartOfAccounts } from './accounts';
import { ask } from './ask';
import type { Company } from './company';
import { CustomerBook, customerKey, customerQueries, referenceTo, type Reference } from './customers';
import { DUPLICATE_NAME } from './faults';
import { ItemCatalogue, itemKey, itemQueries } from './items';
import { PAGE_LIMIT, selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import { sendSurely, type Writing } from './send-surely';
import { TaxCodes } from './tax-codes';

/** Customers, items, accounts and tax codes that a run names: found in QuickBooks, or made there. */
export interface References {
	accounts: ChartOfAccounts;
	taxCodes: TaxCodes;
	customer(choice: CustomerChoice): Outcome<Reference>;
	item(choice: ItemChoice): Outcome<Reference>;
	/** Names of what had to be made, for the run's report. */
	created: string[];
}

interface Lists {
	accounts: ChartOfAccounts;
	taxCodes: TaxCodes;
	customers: CustomerBook;
	items: ItemCatalogue;
}

export const itemChoicesOf = (plan: TransactionPlan): ItemChoice[] =>
	plan.transactions.flatMap((transaction) => [
		...transaction.lines.flatMap((line) => (line.kind === 'item' ? [line.item] : [])),
		...(transaction.rounding ? [transaction.rounding.item] : []),
	]);

/** Everything asked in one batch, gathered over all orders first and each name once. */
async function readLists(quickbooks: QuickBooks, company: Company, plans: TransactionPlan[]): Promise<Outcome<Lists>> {
	const customers = customerQueries(plans.flatMap((plan) => plan.transactions.map(({ customer }) => customer)), company);
	const items = itemQueries(plans.flatMap(itemChoicesOf), company);
	const rows = await ask(quickbooks, [
		`select * from Account where Active IN (true, false) maxresults ${PAGE_LIMIT}`,
		`select * from TaxCode maxresults ${PAGE_LIMIT}`,
		...customers,
		...items,
	]);
	if (!rows.ok) return rows;
	const [accounts, taxCodes, ...rest] = rows.value;
	return succeed({
		accounts: new ChartOfAccounts(accounts!),
		taxCodes: new TaxCodes(taxCodes!),
		customers: new CustomerBook(rest.slice(0, customers.length).flat(), company),
		items: new ItemCatalogue(rest.slice(customers.length).flat(), company),
	});
}

interface Missing extends Writing {
	key: string;
	/** The query that finds it when it was made after all. */
	findAgain: string[];
	isIt(record: QbRecord): boolean;
}

/**
 * Finds what the plans name, and creates what is missing and may be created.
 * @param dryRun nothing is created; what would be has the id `new`
 */
export async function resolveReferences(
	quickbooks: QuickBooks,
	company: Company,
	plans: TransactionPlan[],
	clock: Clock,
	dryRun: boolean,
): Promise<Outcome<References>> {
	const lists = await readLists(quickbooks, company, plans);
	if (!lists.ok) return lists;
	const { accounts, taxCodes, customers, items } = lists.value;
	const known = new Map<string, Outcome<Reference>>();
	const missing = new Map<string, Missing>();

	const consider = (key: string, found: Outcome<Reference | undefined>, toCreate: () => Outcome<Missing>) => {
		if (known.has(key) || missing.has(key)) return;
		if (!found.ok) known.set(key, found);
		else if (found.value) known.set(key, succeed(found.value));
		else {
			const made = toCreate();
			if (!made.ok) known.set(key, made);
			else missing.set(key, made.value);
		}
	};
	for (const plan of plans) {
		for (const { customer, currency } of plan.transactions) {
			consider(customerKey(customer), customers.find(customer), () => succeed(missingCustomer(customer, customers, currency)));
		}
		for (const choice of itemChoicesOf(plan)) {
			consider(itemKey(choice), items.find(choice), () => missingItem(choice, items, accounts));
		}
	}

	if (dryRun) {
		for (const { key, item } of missing.values()) {
			known.set(key, succeed({ value: 'new', name: String(item.body.DisplayName ?? item.body.Name) }));
		}
	} else {
		const made = await sendSurely([...missing.values()], { quickbooks, clock, lookAgain: (writings) => lookAgain(quickbooks, writings) });
		for (const [{ key, what, item }, outcome] of made) known.set(key, outcome.ok ? succeed(referenceTo(outcome.value)) : nameHeld(outcome, what, item.body));
	}

	const lookUp = (key: string): Outcome<Reference> => known.get(key) ?? fail(refused('not-looked-up', `'${key}' was not looked up`, 'Report this, please'));
	return succeed({
		accounts,
		taxCodes,
		customer: (choice) => lookUp(customerKey(choice)),
		item: (choice) => lookUp(itemKey(choice)),
		created: [...missing.values()].filter(({ key }) => known.get(key)?.ok).map(({ what }) => what),
	});
}

function missingCustomer(choice: CustomerChoice, customers: CustomerBook, currency: string): Missing {
	if (choice.orElse.action !== 'create') throw new TypeError('only a customer that may be created can be missing');
	const body = customers.toCreate(choice.orElse.customer, currency);
	const name = String(body.DisplayName);
	return {
		key: customerKey(choice),
		item: { kind: 'write', operation: 'create', entity: 'Customer', body },
		what: `the customer '${name}'`,
		findAgain: selectIn('Customer', 'DisplayName', [name]),
		isIt: (record) => sameText(record.DisplayName, name),
	};
}

function missingItem(choice: ItemChoice, items: ItemCatalogue, accounts: ChartOfAccounts): Outcome<Missing> {
	if (choice.orElse.action !== 'create') throw new TypeError('only an item that may be created can be missing');
	const body = items.toCreate(choice.orElse.item, accounts);
	if (!body.ok) return body;
	const { Name: name, Sku: sku } = body.value as { Name: string; Sku?: string };
	return succeed({
		key: itemKey(choice),
		item: { kind: 'write', operation: 'create', entity: 'Item', body: body.value },
		what: `the product or service '${name}'`,
		findAgain: selectIn('Item', 'Name', [name]),
		// The same name under another SKU is another product.
		isIt: (record) => sameText(record.Name, name) && (sku === undefined || sameText(record.Sku, sku)),
	});
}

const sameText = (a: unknown, b: string): boolean => typeof a === 'string' && a.trim().toLowerCase() === b.trim().toLowerCase();

async function lookAgain(quickbooks: QuickBooks, writings: Missing[]): Promise<Outcome<Map<Missing, QbRecord>>> {
	const rows = await ask(quickbooks, writings.flatMap(({ findAgain }) => findAgain));
	if (!rows.ok) return rows;
	const records = rows.value.flat();
	const found = new Map<Missing, QbRecord>();
	for (const writing of writings) {
		const record = records.find((candidate) => writing.isIt(candidate));
		if (record) found.set(writing, record);
	}
	return succeed(found);
}

/** QuickBooks says a name is taken, and no customer or item of that name is to be had: somebody else holds it. */
function nameHeld(outcome: Outcome<QbRecord> & { ok: false }, what: string, body: QbRecord): Outcome<never> {
	if (outcome.failure.evidence?.code !== DUPLICATE_NAME) return outcome;
	const customer = body.DisplayName !== undefined;
	return fail(
		refused(
			'name-held-by-another',
			`QuickBooks could not create ${what}: ${customer ? 'a vendor, an employee or an inactive customer' : 'another or an inactive product or service'} has that name`,
			customer ? 'Rename one of them in QuickBooks: names are unique over customers, vendors and employees' : 'Rename one of them in QuickBooks, or give the existing one its SKU',
			{ code: DUPLICATE_NAME },
		),
	);
}
