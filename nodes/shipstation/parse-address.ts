import { countryCode, regionCode } from './places';

/** An address in parts; `streets` still has the names of people and companies in it. */
export interface AddressParts {
	streets: string[];
	city?: string;
	region?: string;
	postalCode?: string;
	/** ISO 3166-1 alpha-2. */
	country?: string;
}

/** Postal codes of the countries whose last lines are read: each with the place before or behind it. */
const CODE = {
	US: String.raw`\d{5}(?:-\d{4})?`,
	CA: String.raw`[A-Z]\d[A-Z] ?\d[A-Z]\d`,
	AU: String.raw`\d{4}`,
	GB: String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`,
	/** Most of Europe: digits, perhaps behind the country's letters, before the place. */
	other: String.raw`(?:[A-Z]{1,2}-)?\d{3,6}(?: ?[A-Z]{2}\b| \d{2})?`,
};

const CITY_STATE_CODE = (['US', 'CA', 'AU'] as const).map((country) => ({
	country,
	pattern: new RegExp(String.raw`^(.+?)[ ,]+([A-Za-zÀ-ÿ. ]{2,30}?)[ ,]+(${CODE[country]})$`, 'i'),
}));
const CODE_ALONE = new RegExp(`^(?:${CODE.US}|${CODE.CA}|${CODE.GB})$`, 'i');
const CITY_CODE = new RegExp(String.raw`^(.+?)[ ,]+(${CODE.GB})$`, 'i');
const CODE_CITY = new RegExp(String.raw`^(${CODE.other})[ ,]+(\D.*)$`, 'i');
const CITY_STATE = /^(.+?)[ ,]+([A-Za-zÀ-ÿ. ]{2,30})$/;

/** QuickBooks' own limit of a line (API Explorer: PhysicalAddress). A longer one would take these patterns minutes. */
const LONGEST_LINE = 500;

/**
 * Reads an address that was typed as lines: the country is the last line, where it is one, and the place the line before:
 * `Bayshore, CA  94326`, `75001 Paris`, `London SW1A 1AA`. `undefined` where no line is such a one.
 * @param home the company's own country, which is meant where the address names none
 */
export function parseAddress(lines: readonly string[], home: string): AddressParts | undefined {
	const left = lines.map((line) => line.slice(0, LONGEST_LINE).replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
	const named = countryAtEnd(left);
	const country = named ?? home;
	const last = left.pop();
	if (last === undefined) return undefined;
	const place = placeIn(last, country, named !== undefined) ?? placeOverTwoLines(last, left, country);
	if (!place || left.length === 0) return undefined;
	return { ...place, streets: left };
}

/** Takes the country off the lines: a line of its own, or behind the place. One that could be a state is none. */
function countryAtEnd(lines: string[]): string | undefined {
	const last = lines.at(-1);
	if (last === undefined || lines.length < 2) return undefined;
	const whole = /^[A-Za-z]{2}$/.test(last) && last !== last.toUpperCase() ? undefined : countryCode(last);
	if (whole !== undefined) {
		lines.pop();
		return whole;
	}
	const [, before, behind = ''] = /^(.*\d\S*),? ([\p{L}. ]{2,})$/u.exec(last) ?? /^(.+), ([\p{L}. ]{4,})$/u.exec(last) ?? [];
	const code = before === undefined || regionCode(behind, 'US') || regionCode(behind, 'CA') ? undefined : countryCode(behind);
	if (code !== undefined) lines[lines.length - 1] = before!;
	return code;
}

type Place = Omit<AddressParts, 'streets'>;

function placeIn(line: string, country: string, named: boolean): Place | undefined {
	for (const { country: like, pattern } of CITY_STATE_CODE) {
		// A Canadian postal code stands for itself; a company in Canada may also sell to a zip code of the States.
		if (named && like !== country) continue;
		if (like === 'AU' && country !== 'AU') continue;
		const [, city, state, postalCode] = pattern.exec(line) ?? [];
		const region = state && regionCode(state, like);
		if (city && region && postalCode) return { city: city.replace(/,$/, ''), region, postalCode: postalCode.toUpperCase(), country: like };
	}
	if (country === 'US' || country === 'CA' || country === 'AU') return undefined;
	const british = country === 'GB' ? CITY_CODE.exec(line) : null;
	if (british) return { city: british[1]!.replace(/,$/, ''), postalCode: british[2]!.toUpperCase(), country };
	const [, postalCode, city] = CODE_CITY.exec(line) ?? [];
	return postalCode && city ? { city, postalCode, country } : undefined;
}

/** `Bayshore, CA` and `94326` on a line each, or `London` and `SW1A 1AA`. Takes the upper line off. */
function placeOverTwoLines(code: string, lines: string[], country: string): Place | undefined {
	const upper = lines.at(-1);
	if (upper === undefined || lines.length < 2 || !CODE_ALONE.test(code)) return undefined;
	if (country === 'GB') {
		lines.pop();
		return { city: upper, postalCode: code.toUpperCase(), country };
	}
	const place = placeIn(`${upper} ${code}`, country, true);
	if (place && CITY_STATE.test(upper)) lines.pop();
	return place;
}
