import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import type { NewRecord } from '../postings/posting';
import { isMarked, readMark } from '../postings/mark';
import { isVoided, UNDONE, type Candidate } from '../postings/standing';
import type { UndoneRecord } from '../postings/undoing';
import { askAll } from './ask';
import { candidateOf } from './candidate';
import type { Company } from './company';
import { nameOfDocument, ORDER_DOCUMENTS, REVERSALS } from './order-documents';
import { createdBetween } from './query';
import type { QuickBooks } from './quickbooks';
import { queriesById, readWithCompany } from './read-documents';
import { takeBack, type TakeBackBy } from './take-back';
import { deactivateUnused } from './deactivate-unused';
import { judge } from './undo-judgement';

/** What a run made: documents by type and id, and the customers and items it had to make. */
export interface Made {
	documents: Array<{ type: string; id: string }>;
	newRecords: NewRecord[];
}

/** Documents can only go after those that stand on them. */
const PHASES = [['Payment', ...REVERSALS], ['Invoice', 'SalesReceipt'], ['Estimate']] as const;

interface UndoContext {
	quickbooks: QuickBooks;
	clock: Clock;
}

/**
 * Takes what a run made out of the books again, newest first: payments and refunds, then sales, then sales orders, then the
 * customers and items that nothing else uses. What was changed by others since is left and said.
 * @param preview says what would be done, and writes nothing
 */
export async function undo(
	{ documents, newRecords }: Made,
	by: TakeBackBy,
	preview: boolean,
	context: UndoContext,
): Promise<Outcome<Map<string, UndoneRecord>>> {
	const undone = new Map<string, UndoneRecord>();
	const found = await readStanding(documents, context.quickbooks);
	if (!found.ok) return found;
	const { company } = found.value;
	let standing = found.value.documents;
	for (const { type, id } of documents) {
		if (!standing.has(`${type}/${id}`)) undone.set(`${type}/${id}`, { entity: type, id, name: nameOfDocument({ type, id }), what: 'gone' });
	}
	const going = new Set(standing.keys());
	// A document that stays holds those it stands on, so the youngest are judged first.
	for (const phase of PHASES) {
		const judged = [...standing].filter(([, { type }]) => (phase as readonly string[]).includes(type));
		const out: Candidate[] = [];
		for (const [key, document] of judged) {
			const judgement = judge(document, going, company);
			if (judgement.kind === 'undo') out.push(document);
			else {
				going.delete(key);
				undone.set(key, { ...recordOf(document), what: judgement.kind, ...(judgement.kind === 'left' ? { why: judgement.why } : {}) });
			}
		}
		if (out.length === 0) continue;
		const taken = preview ? new Set(out.map(({ id }) => id)) : await takeBack(out, UNDONE, context, by);
		for (const document of out) {
			const done = deedOf(document, by);
			const key = `${document.type}/${document.id}`;
			if (taken.has(document.id)) undone.set(key, { ...recordOf(document), what: preview ? WOULD[done] : done });
			else {
				going.delete(key);
				undone.set(key, { ...recordOf(document), what: 'left', why: `QuickBooks did not let ${nameOfDocument(document)} go` });
			}
		}
		if (preview) continue;
		// What went took its links along, and QuickBooks counted the others' versions up.
		const again = await readStanding([...standing.values()].filter(({ type }) => !(phase as readonly string[]).includes(type)), context.quickbooks);
		if (!again.ok) return again;
		standing = again.value.documents;
	}
	const records = await deactivateUnused(newRecords, going, preview, context);
	if (!records.ok) return records;
	for (const [key, record] of records.value) undone.set(key, record);
	return succeed(undone);
}

/** Whatever of this package's making QuickBooks made between two instants (milliseconds since 1970), voided ones left out. */
export async function madeBetween(quickbooks: QuickBooks, from: number, to: number): Promise<Outcome<Candidate[]>> {
	const types = [...ORDER_DOCUMENTS, 'Payment', ...REVERSALS];
	const rows = await askAll(quickbooks, types.map((type) => `select * from ${type} where ${createdBetween(from, to)}`));
	if (!rows.ok) return rows;
	const documents = types.flatMap((type, index) => rows.value[index]!.map((record) => candidateOf(type, record)));
	return succeed(documents.filter((document) => isMarked(document.note) && readMark(document.note) !== undefined && !isVoided(document)));
}

async function readStanding(
	documents: Array<{ type: string; id: string }>,
	quickbooks: QuickBooks,
): Promise<Outcome<{ company: Company; documents: Map<string, Candidate> }>> {
	const read = await readWithCompany(quickbooks, queriesById(documents));
	if (!read.ok) return read;
	return succeed({ ...read.value, documents: new Map(read.value.documents.map((document) => [`${document.type}/${document.id}`, document])) });
}

const recordOf = (document: Candidate) => ({ entity: document.type, id: document.id, name: nameOfDocument(document) });

/** Refund documents can only be deleted, and sales orders not be voided; see `take-back.ts`. */
function deedOf({ type }: Candidate, by: TakeBackBy): 'deleted' | 'voided' | 'rejected' {
	if (by === 'delete' || type === 'RefundReceipt' || type === 'CreditMemo') return 'deleted';
	return type === 'Estimate' ? 'rejected' : 'voided';
}

const WOULD = { deleted: 'wouldDelete', voided: 'wouldVoid', rejected: 'wouldReject' } as const;
