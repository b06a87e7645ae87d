import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { ItemChoice } from '../transaction/plan';
import type { ChartOfAccounts } from './accounts';
import { ask } from './ask';
import { fieldOf } from './customer-names';
import type { CustomerBook, CustomerNeed } from './customers';
import { DUPLICATE_NAME } from './faults';
import type { ItemCatalogue } from './items';
import { selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import type { Writing } from './send-surely';

/** A customer or an item that is to be made. */
export interface MissingRecord extends Writing {
	key: string;
	/** What a person should know of it. */
	remark?: string;
	/** The queries that find it when it was made after all. */
	findAgain: string[];
	/** Whether a record of that name is the one that was to be made, not somebody else's. */
	isIt(record: QbRecord): boolean;
}

const sameText = (a: unknown, b: unknown): boolean =>
	typeof a === 'string' && typeof b === 'string' && a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * @param key by which the run knows it
 * @param need of a customer that may be created
 */
export function missingCustomer(key: string, need: CustomerNeed, customers: CustomerBook): Outcome<MissingRecord> {
	const { choice } = need;
	if (choice.orElse.action !== 'create') throw new TypeError('only a customer that may be created can be missing');
	const made = customers.toCreate(choice.orElse.customer, need);
	if (!made.ok) return made;
	const { record: body, remark } = made.value;
	const name = String(body.DisplayName);
	return succeed({
		key,
		item: { kind: 'write', operation: 'create', entity: 'Customer', body },
		what: `the customer '${name}'`,
		...(remark ? { remark } : {}),
		findAgain: selectIn('Customer', 'DisplayName', [name]),
		// Somebody else of the same name is another person.
		isIt: (record) =>
			sameText(record.DisplayName, name) &&
			(choice.match === 'name' || sameText(fieldOf(record, choice.match), fieldOf(body, choice.match))),
	});
}

/**
 * @param key by which the run knows it
 * @param choice of an item that may be created
 */
export function missingItem(
	key: string,
	choice: ItemChoice,
	items: ItemCatalogue,
	accounts: ChartOfAccounts,
): Outcome<MissingRecord> {
	if (choice.orElse.action !== 'create') throw new TypeError('only an item that may be created can be missing');
	const body = items.toCreate(choice.orElse.item, accounts);
	if (!body.ok) return body;
	const { Name: name, Sku: sku } = body.value as { Name: string; Sku?: string };
	return succeed({
		key,
		item: { kind: 'write', operation: 'create', entity: 'Item', body: body.value },
		what: `the product or service '${name}'`,
		findAgain: selectIn('Item', 'Name', [name]),
		// The same name under another SKU is another product.
		isIt: (record) => sameText(record.Name, name) && (sku === undefined || sameText(record.Sku, sku)),
	});
}

/** Which of these records are there after all. */
export async function findMade(
	quickbooks: QuickBooks,
	writings: MissingRecord[],
): Promise<Outcome<Map<MissingRecord, QbRecord>>> {
	const rows = await ask(quickbooks, writings.flatMap(({ findAgain }) => findAgain));
	if (!rows.ok) return rows;
	const records = rows.value.flat();
	const found = new Map<MissingRecord, QbRecord>();
	for (const writing of writings) {
		const record = records.find((candidate) => writing.isIt(candidate));
		if (record) found.set(writing, record);
	}
	return succeed(found);
}

const NAMES_OF_PEOPLE = {
	holder: 'a vendor, an employee or another or inactive customer',
	remedy: 'Rename one of them in QuickBooks: names are unique over customers, vendors and employees',
};
const NAMES_OF_ITEMS = {
	holder: 'another or an inactive product or service',
	remedy: 'Rename one of them in QuickBooks, or give the existing one its SKU',
};

/** QuickBooks says a name is taken, and no customer or item of that name is to be had: somebody else holds it. */
export function nameHeld(outcome: Outcome<QbRecord> & { ok: false }, { what, item }: MissingRecord): Outcome<never> {
	if (outcome.failure.evidence?.code !== DUPLICATE_NAME) return outcome;
	const { holder, remedy } = item.entity === 'Customer' ? NAMES_OF_PEOPLE : NAMES_OF_ITEMS;
	const message = `QuickBooks could not create ${what}: ${holder} has that name`;
	return fail(refused('name-held-by-another', message, remedy, { code: DUPLICATE_NAME }));
}
