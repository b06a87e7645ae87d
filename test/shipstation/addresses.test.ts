import type { QbAddress, StandingDocument } from '../../nodes/qb-documents/qb-document';
import { countryCode, regionCode } from '../../nodes/shipstation/places';
import { documentOf } from '../qb-documents/made-up-records';
import { orderOf, planOf, refusalOf } from './planned';

const address = (fields: Partial<QbAddress>): QbAddress => ({ lines: [], ...fields });
const lines = (...texts: string[]): QbAddress => address({ lines: texts });

/** A document to this address; its customer is Amelia Lauter of Amelia's Garden Studio in Bayshore. */
const to = (shipTo: QbAddress | undefined, changes: Partial<StandingDocument> = {}): StandingDocument => ({ ...documentOf(), shipTo, ...changes });

const shipTo = (document: StandingDocument) => {
	const { phone, ...rest } = orderOf(document).shipTo;
	return rest;
};

describe('an address that was typed on the screen of QuickBooks, as lines', () => {
	test.each([
		[
			lines('Kathy Paulsen', 'Paulsen Medical Supplies', '900 Main St.', 'Middlefield, CA  94303'),
			{ name: 'Kathy Paulsen', company: 'Paulsen Medical Supplies', street1: '900 Main St.', city: 'Middlefield', state: 'CA', postalCode: '94303', country: 'US' },
		],
		[
			lines('Nicola Weiskopf', '45612 Main St.', 'Apt. 4', 'Bayshore, California 94326-1234 USA'),
			{ street1: '45612 Main St.', street2: 'Apt. 4', state: 'CA', postalCode: '94326-1234', country: 'US' },
		],
		[lines('12 Ocean Dr.', 'Half Moon Bay, CA', '94213'), { street1: '12 Ocean Dr.', city: 'Half Moon Bay', state: 'CA', postalCode: '94213' }],
		[lines('Jo Doe', '317 Pearce St.', 'Toronto ON M3E 3E4'), { city: 'Toronto', state: 'ON', postalCode: 'M3E 3E4', country: 'CA' }],
		[lines('Jo Doe', '10 Downing Street', 'London SW1A 2AA', 'United Kingdom'), { city: 'London', postalCode: 'SW1A 2AA', country: 'GB', state: '' }],
		[lines('Jo Doe', '10 Downing Street', 'London', 'SW1A 2AA', 'UK'), { street1: '10 Downing Street', city: 'London', postalCode: 'SW1A 2AA', country: 'GB' }],
		[lines('Max Muster', 'Hauptstr. 5', '10115 Berlin', 'Germany'), { street1: 'Hauptstr. 5', city: 'Berlin', postalCode: '10115', country: 'DE' }],
		[lines('Max Muster', 'Hauptstr. 5', 'D-10115 Berlin, Deutschland'), { city: 'Berlin', country: 'DE' }],
		[lines('Jan', 'Kade 12', '1011 AB Amsterdam', 'The Netherlands'), { city: 'Amsterdam', postalCode: '1011 AB', country: 'NL' }],
		[lines('Bruce', '1 George St', 'Sydney NSW 2000', 'Australia'), { city: 'Sydney', state: 'NSW', postalCode: '2000', country: 'AU' }],
		[lines('Ana', 'PO Box 12', 'San Juan, PR 00901'), { street1: 'PO Box 12', state: 'PR', country: 'US' }],
		[lines('Ana', '8 St. Johns Rd', 'Washington, D.C. 20001'), { city: 'Washington', state: 'DC' }],
	] as const)('%j', (typed, parts) => {
		expect(shipTo(to(typed))).toMatchObject(parts);
	});

	test.each([
		[lines('Kathy Paulsen')],
		[lines('Kathy Paulsen', 'Somewhere nice')],
		[lines('900 Main St.')],
		[lines('Kathy Paulsen', '900 Main St.', 'Middlefield')],
		[lines('Kathy Paulsen', '900 Main St.', 'Middlefield, XX 94303')],
	])('%j is not guessed: it goes to a person', (typed) => {
		expect(refusalOf(to(typed))).toMatchObject({ reason: 'address-incomplete', remedy: expect.stringContaining("'Incomplete Addresses'") });
	});
});

describe('an address in fields', () => {
	const fields = { city: 'Bayshore', region: 'California', postalCode: '94326' };

	test('names among its lines are no streets', () => {
		const posted = address({ lines: ['Ana Tester', 'Tester Ltd', '12 Willow Rd', 'Suite 3'], ...fields });
		expect(shipTo(to(posted))).toMatchObject({ name: 'Ana Tester', company: 'Tester Ltd', street1: '12 Willow Rd', street2: 'Suite 3', state: 'CA' });
		expect(shipTo(to(address({ lines: ['Amelia Lauter', '4581 Finch St.'], ...fields })))).toMatchObject({ name: 'Amelia Lauter', street1: '4581 Finch St.' });
		expect(shipTo(to(address({ lines: ['Attn: Receiving', 'Dock 4', '9 Mill Rd'], ...fields })))).toMatchObject({ name: 'Receiving', street1: 'Dock 4', street2: '9 Mill Rd' });
	});

	test('a street without a number stays a street, and a name alone is none', () => {
		expect(shipTo(to(address({ lines: ['The Old Vicarage', 'Church Lane'], ...fields })))).toMatchObject({ street1: 'The Old Vicarage', street2: 'Church Lane' });
		expect(refusalOf(to(address({ lines: ["Amelia's Garden Studio"], ...fields }))).message).toBe('The shipping address of Invoice 1042 has no street');
	});

	test.each([
		['USA', 'US'],
		['U.S.', 'US'],
		['United States of America', 'US'],
		[undefined, 'US'],
		['California', 'US'],
	])('country %j is %s', (country, code) => {
		expect(shipTo(to(address({ lines: ['1 Main St'], ...fields, country })))).toMatchObject({ country: code, state: 'CA' });
	});

	test('no country, and a state and postal code of Canada: Canada', () => {
		expect(shipTo(to(address({ lines: ['317 Pearce St.'], city: 'Toronto', region: 'ON', postalCode: 'M3E 3E4' })))).toMatchObject({ country: 'CA' });
	});

	test("a country that nobody knows is named as it stands in QuickBooks", () => {
		expect(refusalOf(to(address({ lines: ['1 Main St'], ...fields, country: 'Atlantis' }))).message).toContain("no country (QuickBooks says 'Atlantis')");
	});

	test('lines that say the same as the customer record are taken in its parts', () => {
		const typed = lines('Front desk', '4581 Finch St.', 'Bayshore, CA 94326');
		expect(shipTo(to(typed))).toMatchObject({ name: 'Front desk', street1: '4581 Finch St.', city: 'Bayshore', state: 'CA' });
	});

	test('more street than ShipStation has room for goes to a person instead of being cut', () => {
		expect(refusalOf(to(address({ lines: ['1 '.padEnd(300, 'x')], ...fields }))).message).toContain('a street of at most 200 characters');
	});
});

describe('a document without a shipping address', () => {
	const billTo = address({ lines: ['5 Bill Rd'], city: 'Bayshore', region: 'CA', postalCode: '94326' });

	test('goes to its billing address and says so, or to a person', () => {
		const plan = planOf(to(undefined, { billTo }));
		expect(plan).toMatchObject({ order: { shipTo: { street1: '5 Bill Rd' } }, remarks: [expect.stringContaining('billing address')] });
		expect(refusalOf(to(undefined, { billTo }), { address: { missing: 'refuse' } }).reason).toBe('address-incomplete');
	});

	test('has no address anywhere: it goes to a person, or is held with a tag', () => {
		const nowhere = to(undefined, { customer: { name: 'Jo Doe' } });
		expect(refusalOf(nowhere).message).toContain('no street, no city');
		const held = planOf(nowhere, { address: { incomplete: 'hold', holdTagId: 9 }, tagIds: [1] });
		expect(held).toMatchObject({ order: { orderStatus: 'on_hold', tagIds: [1, 9], shipTo: { name: 'Jo Doe', street1: '', country: 'US' } }, mark: { held: true } });
	});
});

test.each([
	['United States', 'US'],
	['usa', 'US'],
	['UK', 'GB'],
	['England', 'GB'],
	['Great Britain', 'GB'],
	['DEU', 'DE'],
	['Österreich', 'AT'],
	['Korea, Republic of', 'KR'],
	['Côte d’Ivoire', 'CI'],
	['Hong Kong', 'HK'],
	['Turkey', 'TR'],
	['Califronia', undefined],
	['', undefined],
])('country %j is %s', (words, code) => expect(countryCode(words)).toBe(code));

test.each([
	['California', 'US', 'CA'],
	['n.y.', 'US', 'NY'],
	['Québec', 'CA', 'QC'],
	['Quebec', 'CA', 'QC'],
	['AE', 'US', 'AE'],
	['Bavaria', 'US', undefined],
])('state %j of %s is %s', (words, country, code) => expect(regionCode(words, country)).toBe(code));
