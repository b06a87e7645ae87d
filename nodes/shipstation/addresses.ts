import type { QbAddress, StandingDocument } from '../qb-documents/qb-document';
import { fitText } from './fit-text';
import type { AddressToSend } from './order-to-send';
import { parseAddress, type AddressParts } from './parse-address';
import { countryCode, regionCode } from './places';
import { recipientOf, sameWords } from './recipient';
import type { ShippingSettings } from './shipping-settings';

export interface ResolvedAddress {
	/** With empty fields for what is missing. */
	address: AddressToSend;
	/** In words; empty for a complete address. */
	missing: string[];
}

export interface DocumentAddresses {
	shipTo: ResolvedAddress;
	billTo: AddressToSend;
	/** Whether another address than the document's shipping address was taken. */
	insteadOfShipTo?: 'billing address' | "customer's address";
}

/** The countries whose addresses need a state and a postal code to be shipped to. */
const WITH_STATE: ReadonlySet<string> = new Set(['US', 'CA', 'AU']);

/**
 * The addresses of a document, in the parts that ShipStation wants: the fields of QuickBooks where they are filled; else the
 * customer's own address, where its words are the same; else read from the lines. What is still missing then is named.
 */
export function addressesOf(document: StandingDocument, { address: { missing } }: ShippingSettings): DocumentAddresses {
	const { customer } = document;
	const instead =
		missing === 'refuse'
			? []
			: ([
					['billing address', document.billTo],
					["customer's address", customer?.shipTo],
					["customer's address", customer?.billTo],
				] as const);
	const [from, chosen] = document.shipTo ? ([undefined, document.shipTo] as const) : (instead.find(([, address]) => address !== undefined) ?? []);
	const shipTo = resolve(chosen, document);
	const billed = resolve(document.billTo ?? customer?.billTo, document);
	return {
		shipTo,
		// Whoever has no complete address to be billed to is billed where the parcel goes.
		billTo: billed.missing.length === 0 ? billed.address : { ...shipTo.address, ...(billed.address.name ? { name: billed.address.name } : {}) },
		...(from === undefined ? {} : { insteadOfShipTo: from }),
	};
}

function resolve(address: QbAddress | undefined, document: StandingDocument): ResolvedAddress {
	const { customer, company } = document;
	const parts = address === undefined ? { streets: [] } : partsOf(address, document);
	const { streets, ...recipient } = recipientOf(parts.streets, customer);
	const [street1 = '', street2, ...rest] = streets;
	const street3 = rest.join(', ');
	const phone = customer?.phone;
	const country = parts.country ?? '';
	const found = {
		name: recipient.name,
		street: street1,
		city: parts.city,
		...(WITH_STATE.has(country) ? { state: parts.region, 'postal code': parts.postalCode } : {}),
		country,
	};
	const unknown = parts.country === undefined && address?.country !== undefined ? ` (QuickBooks says '${address.country}')` : '';
	const missing = Object.entries(found).flatMap(([name, value]) => (value ? [] : [name === 'country' ? `country${unknown}` : name]));
	const tooLong = [street1, street2 ?? '', street3].some((street) => street.length > 200) ? ['a street of at most 200 characters'] : [];
	return {
		address: {
			name: fitText(recipient.name, 100),
			...(recipient.company ? { company: fitText(recipient.company, 100) } : {}),
			street1: fitText(street1, 200),
			...(street2 ? { street2: fitText(street2, 200) } : {}),
			...(street3 ? { street3: fitText(street3, 200) } : {}),
			city: fitText(parts.city ?? '', 100),
			state: fitText(parts.region ?? '', 100),
			postalCode: fitText(parts.postalCode ?? '', 50),
			// A country is needed in any case: an order that is held for its address has the company's.
			country: country || (countryCode(company.country) ?? 'US'),
			...(phone ? { phone: fitText(phone, 50) } : {}),
		},
		missing: [...missing, ...tooLong],
	};
}

function partsOf(address: QbAddress, document: StandingDocument): AddressParts {
	if (address.city !== undefined) return inFields(address, document);
	const { streets } = recipientOf(address.lines, document.customer);
	const own = [document.customer?.shipTo, document.customer?.billTo].find(
		(known) => known?.city !== undefined && sameWords(wordsIn({ ...address, lines: streets }), wordsIn(known)),
	);
	const names = address.lines.slice(0, address.lines.length - streets.length);
	if (own) return inFields({ ...own, lines: [...names, ...own.lines] }, document);
	const home = countryCode(document.company.country) ?? 'US';
	const country = address.country === undefined ? undefined : countryCode(address.country);
	const parsed = parseAddress(address.lines, country ?? home);
	const given = inFields(address, document);
	if (!parsed) return given;
	return { ...given, ...parsed, region: given.region ?? parsed.region, postalCode: given.postalCode ?? parsed.postalCode, country: country ?? parsed.country };
}

/** An address whose fields are filled. A blank country is the company's own, unless state and postal code are another's. */
function inFields({ lines, city, region, postalCode, country: words }: QbAddress, { company }: StandingDocument): AddressParts {
	const home = countryCode(company.country) ?? 'US';
	const named = words === undefined ? undefined : countryCode(words);
	// Somebody wrote the state into the country: `California`.
	const strayRegion = words !== undefined && named === undefined ? regionCode(words, home) : undefined;
	const country = named ?? (words === undefined || strayRegion !== undefined ? abroad(region, postalCode, home) : undefined);
	const written = region ?? strayRegion;
	const place = [city, region, postalCode].flatMap((part) => part ?? []);
	return {
		// The place may stand among the lines once more.
		streets: lines.filter((line) => !sameWords([line], place)),
		...(city === undefined ? {} : { city }),
		...(written === undefined ? {} : { region: (country && regionCode(written, country)) ?? written }),
		...(postalCode === undefined ? {} : { postalCode }),
		...(country === undefined ? {} : { country }),
	};
}

/** United States or Canada, where both the state and the form of the postal code say so and the company's country knows no such state. */
function abroad(region: string | undefined, postalCode: string | undefined, home: string): string {
	if (region === undefined || postalCode === undefined || regionCode(region, home) !== undefined) return home;
	const likely = /^\d{5}(-\d{4})?$/.test(postalCode) ? 'US' : /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(postalCode) ? 'CA' : undefined;
	return likely !== undefined && regionCode(region, likely) !== undefined ? likely : home;
}

const wordsIn = ({ lines, city, region, postalCode }: QbAddress): string[] => [...lines, city, region, postalCode].flatMap((part) => part ?? []);
