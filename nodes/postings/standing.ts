import { orderKey, type OrderIdentity } from '../order/order-key';
import { compare, equals, type Money } from '../order/money';
import { asPosted } from './as-posted';
import { isMarkOf, isMarkOfPart, readMark, type Mark } from './mark';
import type { Remembered } from './memory';

/** A document of QuickBooks that may be the order's: found by its number or by the mark in it. */
export interface Candidate {
	type: string;
	id: string;
	docNumber?: string;
	total: string;
	txnDate: string;
	note: string;
	/** As QuickBooks gave it. */
	record: Record<string, unknown>;
}

/** What QuickBooks holds of one part of an order. */
export type Standing =
	| { kind: 'absent' }
	/** Ours, once. `edited`: it is not as we left it. */
	| { kind: 'posted'; document: Candidate; mark: Mark; edited: boolean }
	/** Ours, and a person voided it: never posted again. */
	| { kind: 'voided'; document: Candidate }
	/** Ours, and we took it back ourselves, because its total did not agree. */
	| { kind: 'taken-back'; document: Candidate }
	/** Several documents carry our mark. */
	| { kind: 'twins'; documents: Candidate[] }
	/** The number belongs to a document that is not this order's. */
	| { kind: 'collision'; document: Candidate }
	/** It was posted as this document, as we remember; QuickBooks has that no more. */
	| { kind: 'deleted'; was: Remembered }
	/** It was posted as this document, as we remember; the mark is no longer in its note. */
	| { kind: 'unmarked'; document: Candidate };

/** What QuickBooks holds of an order. */
export interface OrderStanding {
	salesOrder: Standing;
	sale: Standing;
	/** Payments and refunds that carry the order's mark, by their part; the oldest first where there are several. */
	parts: Map<string, Candidate[]>;
	/** Documents without our mark that bear the number of one of the order's refunds, by its part: a person's own, or voided ones. */
	namesakes: Map<string, Candidate>;
	/** Payments and refunds that QuickBooks shows by neither mark nor number and that we remember, by their part. */
	former: Map<string, FormerPart>;
	/** Payments that a person voided, mark and all, and that have a reference of one of this order's. */
	voidedPayments: Candidate[];
	/** How much of the order's invoice was settled with what its customer had in credit, without any money. */
	credited: Money;
	/** An invoice without our mark that a person made of the sales order. */
	invoicedByHand?: Candidate;
}

/** A payment or refund as we remember having written it, and what QuickBooks holds under its id; absent: deleted. */
export interface FormerPart {
	was: Remembered;
	document?: Candidate;
}

export interface Sought extends OrderIdentity {
	part: string;
	docNumber?: string;
}

/** Voiding sets every amount to zero and begins the note with this word. An Estimate cannot be voided, only marked so. */
export const isVoided = ({ type, total, note }: Pick<Candidate, 'type' | 'total' | 'note'>): boolean =>
	note.startsWith('Voided') && (type === 'Estimate' || equals(total, '0'));

/** What our own taking back leaves in the note; voiding overwrites it, so the mark is written again afterwards. */
export const TAKEN_BACK = 'Voided by Order Sync: the total did not agree with the shop';

/** The note of a younger twin that was voided because another run posted the order at the same moment. */
export const TWIN = 'Voided by Order Sync: the order stands in another document';

/** The note of what stood for an order that was cancelled in the shop. */
export const CANCELLED = 'Voided by Order Sync: the order was cancelled in the shop';

/** The note of what a person had us undo. */
export const UNDONE = 'Voided by Order Sync: undone';

/** Reads what was found; pure. Candidates may be found twice, by number and by mark. */
export function standingOf(order: Sought, candidates: Candidate[]): Standing {
	const found = [...new Map(candidates.map((candidate) => [`${candidate.type}/${candidate.id}`, candidate])).values()];
	const ours = found.filter((candidate) => isMarkOfPart(readMark(candidate.note), order, order.part));
	const standing = ours.filter((candidate) => !isVoided(candidate));
	const takenBack = ours.find((candidate) => candidate.note.startsWith(TAKEN_BACK));
	if (standing.length > 1) return { kind: 'twins', documents: standing.sort((a, b) => compare(a.id, b.id)) };
	const [document] = standing;
	if (document) {
		const mark = readMark(document.note)!;
		return { kind: 'posted', document, mark, edited: asPosted(document.record, document.total) !== mark.posted };
	}
	if (takenBack) return { kind: 'taken-back', document: takenBack };
	return standingByNumber(order, found.filter((candidate) => !isOtherPart(candidate, order)), ours);
}

/** A sales order and its invoice bear the same number, and so do a person's documents at times. */
function standingByNumber({ docNumber }: Sought, candidates: Candidate[], ours: Candidate[]): Standing {
	const sameNumber = candidates.filter((candidate) => docNumber !== undefined && candidate.docNumber === docNumber);
	// Voiding replaces the whole note, the mark included: the number is all that is left to know it by.
	const voided = sameNumber.find((candidate) => isVoided(candidate) && !readMark(candidate.note)) ?? ours[0];
	const foreign = sameNumber.find((candidate) => candidate !== voided);
	if (foreign && !ours.includes(foreign)) return { kind: 'collision', document: foreign };
	return voided ? { kind: 'voided', document: voided } : { kind: 'absent' };
}

const isOtherPart = ({ note }: Candidate, order: Sought): boolean => {
	const mark = readMark(note);
	return isMarkOf(mark, order) && !isMarkOfPart(mark, order, order.part);
};

/** What became of an order that QuickBooks no longer shows by number or mark, but that we remember having posted. */
export function standingOfRemembered(was: Remembered, document: Candidate | undefined): Standing {
	if (!document) return { kind: 'deleted', was };
	return isVoided(document) ? { kind: 'voided', document } : { kind: 'unmarked', document };
}

/** Whether documents with the order's own mark were found. */
export const isPosted = ({ kind }: Standing): boolean => kind === 'posted' || kind === 'twins' || kind === 'taken-back';

/** Which part of which order a document's mark names, as a key; absent when it has none. */
export const markedPart = (note: unknown): string | undefined => {
	const mark = readMark(note);
	return mark && `${orderKey(mark)} ${mark.part}`;
};

/** Which order a document's mark names, as a key; absent when it has none. */
export const markedOrder = (note: unknown): string | undefined => {
	const mark = readMark(note);
	return mark && orderKey(mark);
};
