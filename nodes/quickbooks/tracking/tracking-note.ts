import { isMarked, NOTE_LIMIT } from '../../postings/mark';
import { cutAt } from '../../transaction/text-limits';

/** A line of the private note, for numbers that QuickBooks has no room for: an Estimate may keep none. */
const LINE = /^Tracking: (.+)$/;

const linesOf = (note: unknown): string[] => (typeof note === 'string' ? note.split('\n') : []);

/** The tracking numbers that a private note holds. */
export const numbersInNote = (note: unknown): string[] => linesOf(note).flatMap((line) => numbersIn(LINE.exec(line.trim())?.[1]));

/** Numbers in a text: people separate them as they like. */
export const numbersIn = (text: unknown): string[] => (typeof text === 'string' ? text.split(/[\s,;]+/).filter(Boolean) : []);

/** A private note without that line. */
export const withoutTracking = (note: string): string =>
	linesOf(note).filter((line) => !LINE.test(line.trim())).join('\n').trim();

/** The note with these numbers in a line of their own; an order's mark stays the last line. */
export function noteWithTracking(note: unknown, numbers: readonly string[]): string {
	const lines = linesOf(note).filter((line) => !LINE.test(line.trim()));
	const mark = lines.findLastIndex(isMarked);
	const at = mark < 0 ? lines.length : mark;
	const added = numbers.length === 0 ? [] : [`Tracking: ${numbers.join(', ')}`];
	const words = lines.slice(0, at).join('\n');
	const rest = [...added, ...lines.slice(at)].join('\n');
	const kept = cutAt(words, NOTE_LIMIT - rest.length - 1).trimEnd();
	return kept === '' ? rest : `${kept}\n${rest}`.trimEnd();
}
