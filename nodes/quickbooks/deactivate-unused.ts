import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import type { NewRecord } from '../postings/posting';
import { isVoided } from '../postings/standing';
import type { UndoneRecord } from '../postings/undoing';
import { ask, askAll } from './ask';
import { candidateOf, createdAt } from './candidate';
import { ORDER_DOCUMENTS, REVERSALS } from './order-documents';
import { changedSince, literal, selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import { sendSurely, type Writing } from './send-surely';
import { usedBy } from './used-by';

/** Whatever can use a customer or an item. What was not touched since these were made cannot. */
const USERS = [...ORDER_DOCUMENTS, 'Payment', ...REVERSALS, 'Bill', 'Purchase', 'PurchaseOrder', 'VendorCredit', 'JournalEntry', 'Deposit', 'Item', 'Customer'];

interface Deactivation extends Writing {
	key: string;
}

/**
 * Makes customers and items inactive that nothing uses. QuickBooks cannot be asked for the documents of an item, so all that
 * were made or changed since the oldest of these records was made are read; bundles and sub-customers, too.
 * @param going documents that are being undone, as `Invoice/12`: they use nothing
 */
export async function deactivateUnused(
	records: NewRecord[],
	going: ReadonlySet<string>,
	preview: boolean,
	{ quickbooks, clock }: { quickbooks: QuickBooks; clock: Clock },
): Promise<Outcome<Map<string, UndoneRecord>>> {
	const undone = new Map<string, UndoneRecord>();
	if (records.length === 0) return succeed(undone);
	const reads = (['Customer', 'Item'] as const).flatMap((entity) =>
		selectIn(entity, 'Id', records.filter((record) => record.entity === entity).map(({ id }) => id)).map((statement) => ({ entity, statement })),
	);
	const rows = await ask(quickbooks, reads.map(({ statement }) => statement));
	if (!rows.ok) return rows;
	const active = new Map<string, QbRecord>(rows.value.flatMap((found, index) => found.map((record) => [`${reads[index]!.entity}/${record.Id}`, record] as const)));
	const since = Math.min(...[...active.values()].map((record) => Date.parse(createdAt(record))));
	const documents = active.size === 0 ? succeed([]) : await askAll(quickbooks, USERS.map((type) => `select * from ${type} where ${changedSince(since)}`));
	if (!documents.ok) return documents;
	const used = new Set(
		documents.value.flatMap((found, index) =>
			found
				.map((record) => candidateOf(USERS[index]!, record))
				.filter((document) => !going.has(`${document.type}/${document.id}`) && !isVoided(document))
				.flatMap(({ type, record }) => usedBy(record, type)),
		),
	);
	const writings: Deactivation[] = [];
	for (const { entity, id, name } of records) {
		const key = `${entity}/${id}`;
		const record = active.get(key);
		if (!record) undone.set(key, { entity, id, name, what: 'gone' });
		else if (used.has(key)) undone.set(key, { entity, id, name, what: 'left', why: `Others in QuickBooks use ${entity === 'Customer' ? 'the customer' : 'the product'} '${name}'` });
		else {
			undone.set(key, { entity, id, name, what: preview ? 'wouldDeactivate' : 'deactivated' });
			writings.push(deactivation(key, entity, record, name));
		}
	}
	if (preview || writings.length === 0) return succeed(undone);
	const sent = await sendSurely(writings, { quickbooks, clock, lookAgain: (doubtful) => findInactive(doubtful, quickbooks) });
	for (const [{ key }, outcome] of sent) {
		if (!outcome.ok) undone.set(key, { ...undone.get(key)!, what: 'left', why: outcome.failure.message });
	}
	return succeed(undone);
}

/** Intuit lists no sparse update for items, so they are sent whole (API Explorer: Item, full update). */
const deactivation = (key: string, entity: string, record: QbRecord, name: string): Deactivation => ({
	key,
	what: `the deactivation of '${name}'`,
	item: {
		kind: 'write',
		operation: 'update',
		entity,
		body:
			entity === 'Customer'
				? { Id: record.Id!, SyncToken: String(record.SyncToken), sparse: true, Active: false }
				: { ...withoutReadOnly(record), Active: false },
	},
});

/** What QuickBooks tells of a record and takes from nobody. */
const withoutReadOnly = ({ domain, sparse, FullyQualifiedName, MetaData, ...rest }: QbRecord): QbRecord => rest;

async function findInactive(writings: Deactivation[], quickbooks: QuickBooks): Promise<Outcome<Map<Deactivation, QbRecord>>> {
	const rows = await ask(
		quickbooks,
		writings.map(({ item }) => `select * from ${item.entity} where Id = ${literal(item.body.Id!)} and Active IN (true, false)`),
	);
	if (!rows.ok) return rows;
	return succeed(new Map(writings.flatMap((writing, index) => rows.value[index]!.filter(({ Active }) => Active === false).map((record) => [writing, record] as const))));
}
