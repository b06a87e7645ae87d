import type { StandingDocument } from '../qb-documents/qb-document';

/** Who a parcel goes to, and what is left of the lines then. */
export interface Recipient {
	name: string;
	company?: string;
	streets: string[];
}

type Customer = StandingDocument['customer'];

/** Lines that say where in a house, and have no number at times. */
const PART_OF_HOUSE = /^(apt|apartment|bldg|building|c\/o|care of|dept|department|floor|fl|level|lot|p\.? ?o\.? |po box|rm|room|ste|suite|the |unit|#)/i;

/** Names that no street bears, put before a line of an address. */
const ATTENTION = /^(attn|attention|att)\b[.:]? */i;

/**
 * QuickBooks has no fields for names in an address: they stand as its first lines. A line is a name when it is the customer's
 * person, company or display name, or when it has no number and a line below it has one. One line always remains as the street,
 * unless it is a name that is known.
 */
export function recipientOf(lines: readonly string[], customer: Customer): Recipient {
	const person = [customer?.givenName, customer?.familyName].filter(Boolean).join(' ');
	const known = new Set([customer?.name, customer?.company, person].flatMap((name) => (name ? comparable(name) : [])));
	const streets = [...lines];
	const names: string[] = [];
	while (streets.length > 0 && (known.has(comparable(streets[0]!)) || isName(streets, names.length))) names.push(streets.shift()!);

	const written = names.map((name) => name.replace(ATTENTION, ''));
	const isCompany = (name: string) => customer?.company !== undefined && comparable(name) === comparable(customer.company);
	const name = written.find((one) => !isCompany(one)) ?? (person || written[0] || customer?.name || customer?.company || '');
	// Somebody else's parcel does not go to the customer's company.
	const isOwn = written.length === 0 || comparable(name) === comparable(person);
	const ownCompany = isOwn && customer?.company !== undefined && !isCompany(name) ? customer.company : undefined;
	const company = written.find((one) => one !== name) ?? ownCompany;
	return { name, ...(company === undefined ? {} : { company }), streets };
}

function isName(lines: readonly string[], taken: number): boolean {
	const [first = '', ...others] = lines;
	if (taken >= 2 || others.length === 0) return false;
	if (ATTENTION.test(first)) return true;
	return !/\d/.test(first) && !PART_OF_HOUSE.test(first) && others.some((line) => /\d/.test(line));
}

const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whether two addresses say the same, however they are cut into lines and fields. */
export const sameWords = (one: readonly string[], other: readonly string[]): boolean => wordsOf(one) === wordsOf(other);

const wordsOf = (lines: readonly string[]): string => comparable(lines.join(' ')).split(' ').sort().join(' ');
