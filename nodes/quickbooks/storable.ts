import { fitName, withHash } from '../transaction/names';
import { cutAt } from '../transaction/text-limits';
import { isUnitedStates, type Company } from './company';

const TYPOGRAPHY: Record<string, string> = {
	'‘': "'",
	'’': "'",
	'‚': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'–': '-',
	'—': '-',
	'…': '...',
	'€': 'EUR',
	'™': '(TM)',
	'\u00a0': ' ',
	Ł: 'L',
	ł: 'l',
	Đ: 'D',
	đ: 'd',
	Œ: 'OE',
	œ: 'oe',
	ı: 'i',
};

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const BEYOND_LATIN_1 = /[^\u0000-\u00ff]/gu;

/** Most texts are one, and stay as they are. */
const PLAIN = /^[ -~]*$/;

/** What is left of a character that ISO-8859-1 lacks; empty when it has nothing like it. A wide colon is no colon: names may have none. */
const closestTo = (character: string): string =>
	TYPOGRAPHY[character] ?? character.normalize('NFKD').replace(BEYOND_LATIN_1, '').replaceAll(':', '-');

/**
 * Text as ISO-8859-1 holds it: typographic marks become plain ones, letters lose accents that it lacks, and what is left
 * becomes a question mark.
 */
export function asLatin1(text: string): string {
	if (PLAIN.test(text)) return text;
	const plain = text.normalize('NFC').replace(CONTROL, '');
	return plain.replace(/[^\u0000-\u00ff]|\u00a0/gu, (character) => closestTo(character) || '?');
}

/** Whether the company keeps another text than this: one with question marks, from which nobody can tell what it was. */
export const losesCharacters = (text: string, company: Company): boolean =>
	!PLAIN.test(text) &&
	isUnitedStates(company) &&
	[...text.normalize('NFC')].some((character) => character > '\u00ff' && closestTo(character) === '');

const clean = (text: string): string => text.normalize('NFC').replace(/\p{Surrogate}/gu, '\uFFFD').replace(CONTROL, '');

/**
 * Text as the company can keep it. US companies keep ISO-8859-1 only (Intuit, "Encoding"). Sending it so ourselves keeps
 * look-ups by name and the hash of what was posted true.
 * @param most characters that the field takes: a plain mark may be longer than the one it stands for
 */
export function storable(text: string, company: Company, most = Infinity): string {
	const kept = isUnitedStates(company) ? asLatin1(text) : PLAIN.test(text) ? text : clean(text);
	return kept.length > most ? cutAt(kept, most).trimEnd() : kept;
}

/**
 * A name or SKU that a record is found by, as the company can keep it. Where characters are lost, or it is cut, a hash of the whole stands
 * behind it: two that would look alike stay two.
 */
export function storableName(text: string, company: Company, most: number): string {
	const kept = storable(text, company);
	return losesCharacters(text, company) ? withHash(kept, text.normalize('NFC'), most) : fitName(kept, most);
}

/** What to look for, for a record of this name: as we would make it, and as a person may have made it where the company keeps more than is said. */
export const formsOfName = (text: string, company: Company, most: number): string[] =>
	losesCharacters(text, company) ? [storableName(text, company, most), clean(text)] : [storableName(text, company, most)];
