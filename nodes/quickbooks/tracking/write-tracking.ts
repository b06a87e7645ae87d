import type { Clock } from '../../outcome/clock';
import { refused, type Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { equals } from '../../order/money';
import type { Candidate } from '../../postings/standing';
import { typeAndId } from '../../qb-documents/document-key';
import { candidateOf, syncToken } from '../candidate';
import type { Company } from '../company';
import { STALE_OBJECT } from '../faults';
import { statedTax } from '../stated-tax';
import { nameOfDocument } from '../order-documents';
import type { QbRecord, QuickBooks } from '../quickbooks';
import { queriesById, readDocuments } from '../read-documents';
import { sendSurely, type Writing } from '../send-surely';
import { trackingChanges, type Shipped } from './tracking-changes';

/** Changes of a document, and what they come from. */
export interface TrackingWriting {
	document: Candidate;
	shipped: Shipped;
	changes: QbRecord;
	/** What QuickBooks' total is to be then. */
	total: string;
	remarks: string[];
	company: Company;
}

interface Sent extends Writing {
	writing: TrackingWriting;
}

/** QuickBooks' code for a text that is too long for its field. */
const TOO_LONG = '2050';

type Context = { quickbooks: QuickBooks; clock: Clock };

/**
 * Writes the changes, thirty documents a call. Somebody who changed a document at the same moment is not undone: it is read again, and
 * only what is still missing is written. Numbers that QuickBooks' field does not take, or does not keep (an Estimate may keep none), go
 * into the private note.
 * @returns the documents as they stand then, in the order of the writings
 */
export async function writeTracking(writings: TrackingWriting[], context: Context): Promise<Array<Outcome<Candidate>>> {
	const first = await send(writings, context);
	const again: TrackingWriting[] = [];
	const stale = await readAgain(writings.filter((_, index) => codeOf(first[index]!) === STALE_OBJECT), context.quickbooks);
	const retried = new Map<TrackingWriting, TrackingWriting>();
	for (const [index, writing] of writings.entries()) {
		const next = nextAttempt(writing, first[index]!, stale);
		if (!next) continue;
		retried.set(writing, next);
		again.push(next);
	}
	const second = await send(again, context);
	return writings.map((writing, index) => {
		const next = retried.get(writing);
		return next ? second[again.indexOf(next)]! : first[index]!;
	});
}

/** What is to be sent once more, if anything. */
function nextAttempt(writing: TrackingWriting, outcome: Outcome<Candidate>, stale: Map<string, Candidate>): TrackingWriting | undefined {
	if (outcome.ok) {
		const kept = writing.changes.TrackingNum === undefined || outcome.value.record.TrackingNum === writing.changes.TrackingNum;
		return kept ? undefined : inNote({ ...writing, document: outcome.value });
	}
	if (codeOf(outcome) === TOO_LONG) return inNote(writing);
	const fresh = stale.get(typeAndId(writing.document));
	if (!fresh) return undefined;
	// Lines are not written over those that somebody has just changed.
	const { Line, ...changes } = writing.changes;
	return { ...writing, document: fresh, total: fresh.total, changes: { ...changes, ...trackingChanges(fresh, writing.shipped, writing.company) } };
}

const inNote = (writing: TrackingWriting): TrackingWriting => {
	const { TrackingNum, PrivateNote, ...others } = writing.changes;
	return { ...writing, changes: { ...others, ...trackingChanges(writing.document, writing.shipped, writing.company, 'note') } };
};

const codeOf = (outcome: Outcome<unknown>): unknown => (outcome.ok ? undefined : outcome.failure.evidence?.code);

async function readAgain(writings: TrackingWriting[], quickbooks: QuickBooks): Promise<Map<string, Candidate>> {
	if (writings.length === 0) return new Map();
	const documents = await readDocuments(quickbooks, queriesById(writings.map(({ document }) => document)));
	return new Map(documents.ok ? documents.value.map((document) => [typeAndId(document), document]) : []);
}

async function send(writings: TrackingWriting[], { quickbooks, clock }: Context): Promise<Array<Outcome<Candidate>>> {
	const sendings = writings.map((writing): Sent => ({ writing, what: `the tracking of ${nameOfDocument(writing.document)}`, item: updateOf(writing) }));
	const settled = await sendSurely(sendings, { quickbooks, clock, lookAgain: (doubtful) => findDone(quickbooks, doubtful) });
	return sendings.map((sending) => {
		const outcome = settled.get(sending)!;
		if (!outcome.ok) return outcome;
		const document = candidateOf(sending.writing.document.type, outcome.value);
		return equals(document.total, sending.writing.total) ? succeed(document) : fail(totalMoved(document, sending.writing));
	});
}

function updateOf({ document, changes, company }: TrackingWriting): Sent['item'] {
	return {
		kind: 'write',
		operation: 'update',
		entity: document.type,
		body: { ...statedTax(document.record, company), ...changes, Id: document.id, SyncToken: syncToken(document), sparse: true },
	};
}

/** Which of these updates QuickBooks has carried out: what was to be written stands there. */
async function findDone(quickbooks: QuickBooks, doubtful: Sent[]): Promise<Outcome<Map<Sent, QbRecord>>> {
	const documents = await readDocuments(quickbooks, queriesById(doubtful.map(({ writing }) => writing.document)));
	if (!documents.ok) return documents;
	const records = new Map(documents.value.map((document) => [typeAndId(document), document.record as QbRecord]));
	return succeed(
		new Map(
			doubtful.flatMap((sending) => {
				const record = records.get(typeAndId(sending.writing.document));
				const moved = record !== undefined && record.SyncToken !== sending.writing.document.record.SyncToken;
				const { TrackingNum, ShipDate, PrivateNote } = sending.writing.changes;
				const stands = moved && [['TrackingNum', TrackingNum], ['ShipDate', ShipDate], ['PrivateNote', PrivateNote]].every(([name, value]) => value === undefined || record[name as string] === value);
				return stands ? [[sending, record] as const] : [];
			}),
		),
	);
}

const totalMoved = (document: Candidate, { total }: TrackingWriting): Failure =>
	refused(
		'total-moved',
		`${nameOfDocument(document)} got its tracking, and its total is ${document.total} now instead of ${total}`,
		'Open it in QuickBooks and correct its tax or its lines',
		{ before: total, now: document.total },
	);
