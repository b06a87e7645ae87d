import type { Candidate } from '../../postings/standing';
import type { ShippedOrder } from '../../shipstation/shipped-order';
import type { Company } from '../company';
import type { QbRecord } from '../quickbooks';
import { storable } from '../storable';
import { noteWithTracking, numbersIn, numbersInNote } from './tracking-note';

/** What was shipped of a document, over all items of a run that name it. */
export interface Shipped {
	parcels: ShippedOrder['parcels'];
	voidedNumbers: string[];
}

/** Where tracking numbers go: into QuickBooks' own field, or those behind the first into the private note. */
export type Room = 'field' | 'note';

/** QuickBooks takes so many characters of a ship method (known from the field; no schema says it). */
const METHOD_LIMIT = 30;

/**
 * What is to be written into a document; empty when it stands there already, so that running twice changes nothing. Numbers are
 * added to those that are there, whoever wrote them; ship date and method are only filled, never replaced; the number of a label
 * that was voided is taken out again.
 */
export function trackingChanges(document: Candidate, shipped: Shipped, company: Company, room: Room = 'field'): QbRecord {
	const { TrackingNum, ShipDate, ShipMethodRef, PrivateNote } = document.record;
	const inField = partsOf(TrackingNum);
	const inNote = numbersInNote(PrivateNote);
	const voided = new Set(shipped.voidedNumbers);
	const known = new Set([...numbersIn(TrackingNum), ...inNote]);
	const fresh = [...new Set(shipped.parcels.flatMap(({ trackingNumber }) => trackingNumber ?? []))].filter((number) => !known.has(number) && !voided.has(number));
	const standing = { field: inField.filter((part) => !voided.has(part)), note: inNote.filter((number) => !voided.has(number)) };
	const days = shipped.parcels.flatMap(({ shipDate }) => shipDate ?? []).sort();
	const method = shipped.parcels.find(({ service }) => service !== undefined)?.service;
	return {
		...numbers(document, standing, fresh, { field: inField.length, note: inNote.length }, room),
		...(ShipDate === undefined && days[0] !== undefined ? { ShipDate: days[0] } : {}),
		...(ShipMethodRef === undefined && method !== undefined ? { ShipMethodRef: methodRef(storable(method, company, METHOD_LIMIT)) } : {}),
	};
}

const methodRef = (words: string) => ({ value: words, name: words });

type Numbers = { field: string[]; note: string[] };

function numbers(document: Candidate, standing: Numbers, fresh: string[], before: { field: number; note: number }, room: Room): QbRecord {
	const changed = fresh.length > 0 || standing.field.length < before.field || standing.note.length < before.note;
	if (!changed) return {};
	const { PrivateNote } = document.record;
	if (room === 'field' && standing.note.length === 0 && before.note === 0) return { TrackingNum: [...standing.field, ...fresh].join(', ') };
	const [first, ...others] = [...standing.field, ...fresh];
	const isEstimate = document.type === 'Estimate';
	const inNote = [...standing.note, ...(isEstimate ? [first, ...others].flatMap((number) => number ?? []) : others)];
	return {
		...(isEstimate ? {} : { TrackingNum: first ?? '' }),
		PrivateNote: noteWithTracking(PrivateNote, [...new Set(inNote)]),
	};
}

/** The parts of QuickBooks' field; words of a person that are no number stay one part. */
const partsOf = (text: unknown): string[] => (typeof text === 'string' ? text.split(/\s*[,;]\s*/).filter((part) => part !== '') : []);
