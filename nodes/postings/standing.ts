import { orderKey, type OrderIdentity } from '../order/order-key';
import { compare, equals } from '../order/money';
import { asPosted } from './as-posted';
import { isMarkOf, readMark, type Mark } from './mark';
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

/** What QuickBooks holds of an order. */
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

export interface Sought extends OrderIdentity {
	docNumber?: string;
}

/** Voiding sets every amount to zero and begins the note with this word. */
export const isVoided = ({ total, note }: Pick<Candidate, 'total' | 'note'>): boolean =>
	equals(total, '0') && note.startsWith('Voided');

/** What our own taking back leaves in the note; voiding overwrites it, so the mark is written again afterwards. */
export const TAKEN_BACK = 'Voided by Order Sync: the total did not agree with the shop';

/** The note of a younger twin that was voided because another run posted the order at the same moment. */
export const TWIN = 'Voided by Order Sync: the order stands in another document';

/** Reads what was found; pure. Candidates may be found twice, by number and by mark. */
export function standingOf(order: Sought, candidates: Candidate[]): Standing {
	const found = [...new Map(candidates.map((candidate) => [`${candidate.type}/${candidate.id}`, candidate])).values()];
	const ours = found.filter((candidate) => isMarkOf(readMark(candidate.note), order));
	const standing = ours.filter((candidate) => !isVoided(candidate));
	const takenBack = ours.find((candidate) => candidate.note.startsWith(TAKEN_BACK));
	if (standing.length > 1) return { kind: 'twins', documents: standing.sort((a, b) => compare(a.id, b.id)) };
	const [document] = standing;
	if (document) {
		const mark = readMark(document.note)!;
		return { kind: 'posted', document, mark, edited: asPosted(document.record, document.total) !== mark.posted };
	}
	if (takenBack) return { kind: 'taken-back', document: takenBack };
	const sameNumber = found.filter((candidate) => order.docNumber !== undefined && candidate.docNumber === order.docNumber);
	// Voiding replaces the whole note, the mark included: the number is all that is left to know it by.
	const voided = sameNumber.find((candidate) => isVoided(candidate) && !readMark(candidate.note)) ?? ours[0];
	const foreign = sameNumber.find((candidate) => candidate !== voided);
	if (foreign && !ours.includes(foreign)) return { kind: 'collision', document: foreign };
	return voided ? { kind: 'voided', document: voided } : { kind: 'absent' };
}

/** What became of an order that QuickBooks no longer shows by number or mark, but that we remember having posted. */
export function standingOfRemembered(was: Remembered, document: Candidate | undefined): Standing {
	if (!document) return { kind: 'deleted', was };
	return isVoided(document) ? { kind: 'voided', document } : { kind: 'unmarked', document };
}

/** Which order a document's mark names, as a key; absent when it has none. */
export const markedOrder = (note: unknown): string | undefined => {
	const mark = readMark(note);
	return mark && orderKey(mark);
};
