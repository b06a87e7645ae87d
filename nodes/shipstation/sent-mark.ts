import { typeAndId } from '../qb-documents/document-key';
import { documentTypeSchema, type DocumentType } from '../qb-documents/qb-document';
import { fitText } from './fit-text';
import type { ShippingSettings } from './shipping-settings';
import type { StoredOrder } from './stored-order';

/** What an order in ShipStation remembers of how it was sent: the only memory there is. */
export interface SentMark {
	/** The document that it was last sent from; a sales order and its invoice are one order. */
	type: DocumentType;
	id: string;
	/** Whether we put it on hold ourselves. A hold that we did not set is a person's, and stays. */
	held: boolean;
	/** Hash of the document's facts; see `document-facts.ts`. */
	facts: string;
	/** Hash of the address that was sent: as long as it is the same, a packer's corrections of it stay. */
	address: string;
}

const PATTERN = /\[order-sync\] ([A-Za-z]+)-(\d+)( \| held)? \| sent ([0-9a-f]{12}) ([0-9a-f]{8})/;

export const writeSentMark = ({ type, id, held, facts, address }: SentMark): string =>
	`[order-sync] ${typeAndId({ type, id })}${held ? ' | held' : ''} | sent ${facts} ${address}`;

function read(text: string | undefined): SentMark | undefined {
	const [, word, id = '', held, facts = '', address = ''] = PATTERN.exec(text ?? '') ?? [];
	const type = documentTypeSchema.safeParse(word);
	return type.success ? { type: type.data, id, held: held !== undefined, facts, address } : undefined;
}

/** The mark of an order, wherever it was put: the place may have been chosen anew. */
export function readSentMark({ internalNotes, advancedOptions }: StoredOrder): SentMark | undefined {
	const { customField1, customField2, customField3 } = advancedOptions ?? {};
	return [internalNotes, customField1, customField2, customField3].map(read).find((mark) => mark !== undefined);
}

/** Whether a text holds our mark. */
export const isSentMark = (text: string | undefined): boolean => read(text) !== undefined;

/** Characters that ShipStation takes in a note (custom store schema). */
export const NOTE_LIMIT = 1000;

/** The packer's words first, the mark on a line of its own; where both do not fit, the words give way. */
export function noteWithMark(words: string, mark: SentMark | undefined): string {
	if (mark === undefined) return fitText(words, NOTE_LIMIT);
	const line = writeSentMark(mark);
	const kept = fitText(words, NOTE_LIMIT - line.length - 1);
	return kept ? `${kept}\n${line}` : line;
}

/** Where the mark goes. */
export const isInNotes = ({ fingerprint }: ShippingSettings): boolean => fingerprint === 'internalNotes';
