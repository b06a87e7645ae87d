import { iso31661, iso31662 } from '../vendor/iso-3166';

/** Names that people write and that neither ISO 3166 nor CLDR lists any more. */
const FORMER: Record<string, string> = {
	'Cape Verde': 'CV',
	'Czech Republic': 'CZ',
	'Great Britain': 'GB',
	Holland: 'NL',
	'Ivory Coast': 'CI',
	Macau: 'MO',
	Swaziland: 'SZ',
	Turkey: 'TR',
};

/** ISO 3166-1 alpha-2 codes by whatever a country may be called, in one spelling: in English and in its own language. */
const countries = once(() => {
	const codes = new Map<string, string>();
	const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
	for (const { alpha2, name } of iso31661) {
		const own = new Intl.DisplayNames([new Intl.Locale(`und-${alpha2}`).maximize().language], { type: 'region', fallback: 'none' });
		const called = [name, english.of(alpha2), own.of(alpha2)].flatMap((one) => one ?? []);
		// `Myanmar (Burma)` is either, `Hong Kong SAR China` is Hong Kong, `Korea, Republic of` is also written the other way round.
		const shorter = called.flatMap((one) => [...one.split(/[()]/), one.replace(/ SAR China$/, ''), one.split(', ').reverse().join(' ')]);
		for (const one of [...shorter, ...called]) if (one.trim() !== '' && !codes.has(spelling(one))) codes.set(spelling(one), alpha2);
	}
	for (const { code, name } of iso31662) if (/^GB-(ENG|SCT|WLS|NIR)$/.test(code)) codes.set(spelling(name), 'GB');
	for (const [name, alpha2] of Object.entries(FORMER)) codes.set(spelling(name), alpha2);
	for (const { alpha2, alpha3 } of iso31661) codes.set(alpha2.toLowerCase(), alpha2).set(alpha3.toLowerCase(), alpha2);
	return codes;
});

/** Codes of states, provinces and the like by country and spelling: `US california`. */
const regions = once(() => {
	const codes = new Map<string, string>();
	for (const { code, name } of iso31662) {
		const [country = '', region = ''] = code.split('-');
		for (const called of [name, region]) codes.set(`${country} ${spelling(called)}`, region);
	}
	// Mail of the US armed forces: USPS Publication 28, appendix B.
	for (const code of ['AA', 'AE', 'AP']) codes.set(`US ${code.toLowerCase()}`, code);
	return codes;
});

/** Made when it is first asked for: some thousand names. */
function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/** Without case, accents, full stops and articles: `U.S.A.` is `usa`, `The Netherlands` is `netherlands`. */
function spelling(text: string): string {
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f.]/g, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/^the /, '');
}

/**
 * The country of two letters (ISO 3166-1) that a person's words mean: `United States`, `USA`, `U.S.`, `england`; `undefined`
 * for what is none. Names: ISO 3166-1 and CLDR.
 */
export function countryCode(words: string): string | undefined {
	const spelt = spelling(words);
	const known = countries().get(spelt);
	if (known !== undefined || !/^[a-z]{2}$/.test(spelt)) return known;
	// CLDR knows codes that people use and ISO does not list: UK is GB.
	const { region } = new Intl.Locale(`und-${spelt}`);
	return region === undefined ? undefined : countries().get(region.toLowerCase());
}

/**
 * A state or province as the code of its country (ISO 3166-2 without the country): `California` is `CA`; `undefined` for what
 * is none there.
 */
export const regionCode = (words: string, country: string): string | undefined => regions().get(`${country} ${spelling(words)}`);
