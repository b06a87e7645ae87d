import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import { isVoided, markedPart, type Candidate } from '../postings/standing';
import { askAll } from './ask';
import { candidateOf, createdAt } from './candidate';
import { isSettled } from './linked';
import { LOOK_UP_LAG_MS } from './look-up-lag';
import { createdSince } from './query';
import type { QuickBooks } from './quickbooks';
import { queriesById, readDocuments } from './read-documents';

export interface Confirmation {
	/** Documents of this run that a person had deleted before: QuickBooks answered with an old answer of the same request id. */
	gone: Set<string>;
	/** Younger twins that this run made and nothing links to, by id, with the document that stays. */
	twins: Map<string, Candidate>;
}

interface ConfirmContext {
	quickbooks: QuickBooks;
	clock: Clock;
	/** QuickBooks' own time when this run looked what stands, in milliseconds since 1970; absent: not long before it wrote. */
	lookedUpAt: number | undefined;
}

/** An order's sale may stand in either: two workflows may make different documents of one order. */
const ONE_OF: Record<string, readonly string[]> = {
	SalesReceipt: ['SalesReceipt', 'Invoice'],
	Invoice: ['SalesReceipt', 'Invoice'],
	RefundReceipt: ['RefundReceipt', 'CreditMemo'],
	CreditMemo: ['RefundReceipt', 'CreditMemo'],
};

/**
 * Looks once at all that was made since this run looked, and at what it could not see yet then: two runs may have posted the same order at
 * the same moment. QuickBooks may also have given the old answer of a request id: what was made long before was not made for this run, and
 * is gone if it cannot be seen. Only the notes are read, and of twins the whole: one query a type and thousand documents.
 */
export async function confirm(created: Candidate[], context: ConfirmContext): Promise<Outcome<Confirmation>> {
	const { quickbooks, clock, lookedUpAt = Infinity } = context;
	const types = [...new Set(created.flatMap(({ type }) => ONE_OF[type] ?? [type]))];
	const since = Math.min(lookedUpAt, ...created.map(({ record }) => Date.parse(createdAt(record)))) - LOOK_UP_LAG_MS;
	const mine = new Set(created.map(({ type, id }) => `${type}/${id}`));
	const parts = new Set(created.map(({ note }) => markedPart(note)).filter((part) => part !== undefined));
	const rows = await askAll(
		quickbooks,
		types.map((type) => `select Id, PrivateNote from ${type} where ${createdSince(since)}`),
		(record, query) => (mine.has(`${types[query]!}/${record.Id}`) || parts.has(markedPart(record.PrivateNote) ?? '') ? record : undefined),
	);
	if (!rows.ok) return rows;
	const notes = rows.value.flatMap((records, index) => records.map((record) => candidateOf(types[index]!, record)));
	const seen = new Set(notes.map(({ type, id }) => `${type}/${id}`));
	const now = quickbooks.serverTime ?? clock.now();
	const isOld = ({ record }: Candidate) => now - Date.parse(createdAt(record)) > LOOK_UP_LAG_MS;
	const unseen = created.filter((document) => !seen.has(`${document.type}/${document.id}`) && isOld(document));
	const byId = await readDocuments(quickbooks, queriesById(unseen));
	if (!byId.ok) return byId;
	const there = new Set(byId.value.map(({ id }) => id));
	const gone = new Set(unseen.flatMap(({ id }) => (there.has(id) ? [] : id)));

	const standing = await readDocuments(quickbooks, queriesById([...byParts(notes).values()].flatMap((documents) => (documents.length > 1 ? documents : []))));
	if (!standing.ok) return standing;
	const twins = new Map<string, Candidate>();
	for (const documents of byParts(standing.value.filter((document) => !isVoided(document))).values()) {
		const [eldest, ...younger] = documents.sort((a, b) => Number(a.id) - Number(b.id));
		for (const twin of younger) {
			if (mine.has(`${twin.type}/${twin.id}`) && !isSettled(twin)) twins.set(twin.id, eldest!);
		}
	}
	return succeed({ gone, twins });
}

function byParts(documents: Candidate[]): Map<string, Candidate[]> {
	const found = new Map<string, Candidate[]>();
	for (const document of documents) {
		const part = markedPart(document.note);
		if (part !== undefined) found.set(part, [...(found.get(part) ?? []), document]);
	}
	return found;
}
