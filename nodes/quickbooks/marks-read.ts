import { markedOrder } from '../postings/standing';
import { LOOK_UP_LAG_MS } from './look-up-lag';
import { changedSince, createdSince } from './query';
import type { QbRecord } from './quickbooks';

/** What a document's note told when it was read: which order's it is, or that it is a Payment that was voided, and its reference. */
export interface MarkedDocument {
	Id: string;
	/** As `orderKey` writes it. */
	order?: string;
	voidedReference?: string;
}

/** What is sought: documents with the mark of one of these orders, and voided Payments with one of these references. */
export interface SoughtMarks {
	orders: ReadonlySet<string>;
	voidedReferences: ReadonlySet<string>;
}

/** What is remembered of a company neither grows old nor without end. */
const READ_ANEW_AFTER_MS = 3_600_000;

interface Reading {
	/** All that was made at this instant or later had been read at `begunAt`, and once more what changed up to `upTo`. */
	since: number;
	begunAt: number;
	upTo: number;
	/** A hundred thousand of them take ten megabytes: one id a key, and a list only where there are more. */
	idsByOrder: Map<string, string | string[]>;
	idsByVoidedReference: Map<string, string | string[]>;
}

/** Documents of a type that are about to be read. */
export interface NotesToRead {
	type: string;
	/** Which of them. */
	condition: string;
	/** What is added to: others may begin one anew, and of later orders only, before these are read. */
	reading: Reading;
	now: number;
}

/**
 * The marks in a company's notes as far as this process has read them. QuickBooks cannot filter by the note, so that whoever seeks a mark
 * reads all notes since the order was placed: of a shop's whole past that would be a hundred pages at every poll of a back-fill, and is
 * only what changed since the last one. Whatever is found here is still to be read by its id: it may be another's by now, or gone.
 */
export class MarksRead {
	private readonly readings = new Map<string, Reading>();

	/**
	 * What must be read to know the marks of all documents of a type that were made at `since` or later.
	 * @param now QuickBooks' own time, in milliseconds since 1970; without it everything is read
	 */
	begin(type: string, since: number, now = -Infinity): NotesToRead {
		const last = this.readings.get(type);
		// Of two runs at once, the one that heard from QuickBooks last may end first; much later than now is a clock that went back.
		const changed = last === undefined ? Infinity : last.upTo - LOOK_UP_LAG_MS;
		const holds = last !== undefined && last.since <= since && changed <= now && now < last.begunAt + READ_ANEW_AFTER_MS;
		if (holds) return { type, condition: changedSince(changed), reading: last, now };
		return { type, condition: createdSince(since), reading: { since, begunAt: now, upTo: now, idsByOrder: new Map(), idsByVoidedReference: new Map() }, now };
	}

	/**
	 * Keeps what was read.
	 * @returns the ids of documents that were last seen to be sought
	 */
	end({ type, reading, now }: NotesToRead, documents: MarkedDocument[], { orders, voidedReferences }: SoughtMarks): string[] {
		const { idsByOrder, idsByVoidedReference } = reading;
		for (const { Id, order, voidedReference } of documents) {
			if (order !== undefined) addId(idsByOrder, order, Id);
			if (voidedReference !== undefined) addId(idsByVoidedReference, voidedReference, Id);
		}
		reading.upTo = Math.max(reading.upTo, now);
		if (reading.begunAt >= (this.readings.get(type)?.begunAt ?? -Infinity)) this.readings.set(type, reading);
		const found = [...[...orders].map((order) => idsByOrder.get(order)), ...[...voidedReferences].map((reference) => idsByVoidedReference.get(reference))];
		return found.flatMap((ids) => ids ?? []);
	}
}

function addId(ids: Map<string, string | string[]>, key: string, id: string): void {
	const known = ids.get(key);
	if (known === undefined) ids.set(key, id);
	else if (typeof known === 'string') {
		if (known !== id) ids.set(key, [known, id]);
	} else if (!known.includes(id)) known.push(id);
}

export const isSought = ({ order, voidedReference }: Omit<MarkedDocument, 'Id'>, { orders, voidedReferences }: SoughtMarks): boolean =>
	(order !== undefined && orders.has(order)) || (voidedReference !== undefined && voidedReferences.has(voidedReference));

/** What a record tells, `PaymentRefNum` only of Payments; undefined when it is nothing that anybody seeks. */
export function readMarked({ Id, PrivateNote, PaymentRefNum }: QbRecord): MarkedDocument | undefined {
	const order = markedOrder(PrivateNote);
	const voided = PaymentRefNum !== undefined && String(PrivateNote).startsWith('Voided');
	if (order === undefined && !voided) return undefined;
	return { Id: Id!, ...(order === undefined ? {} : { order }), ...(voided ? { voidedReference: String(PaymentRefNum) } : {}) };
}

const companies = new Map<string, MarksRead>();

/** What this process has read of a company, whichever workflow it read it for. */
export function marksReadOf(company: string): MarksRead {
	const known = companies.get(company) ?? new MarksRead();
	companies.set(company, known);
	return known;
}
