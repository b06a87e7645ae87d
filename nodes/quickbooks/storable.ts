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
};

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const BEYOND_LATIN_1 = /[^\u0000-\u00ff]/gu;

/**
 * Text as ISO-8859-1 holds it: typographic marks become plain ones, letters lose accents that it lacks, and what is left
 * becomes a question mark.
 */
export function asLatin1(text: string): string {
	const plain = text.normalize('NFC').replace(CONTROL, '');
	return plain.replace(/[^\u0000-\u00ff]|\u00a0/gu, (character) => {
		const closest = TYPOGRAPHY[character] ?? character.normalize('NFKD').replace(BEYOND_LATIN_1, '');
		return closest || '?';
	});
}

/**
 * Text as the company can keep it. US companies keep ISO-8859-1 only (Intuit, "Encoding"). Sending it so ourselves keeps
 * look-ups by name and the hash of what was posted true.
 * @param most characters that the field takes: a plain mark may be longer than the one it stands for
 */
export function storable(text: string, company: Company, most = Infinity): string {
	const kept = isUnitedStates(company) ? asLatin1(text) : text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(CONTROL, '');
	return most === Infinity ? kept : [...kept].slice(0, most).join('').trimEnd();
}
