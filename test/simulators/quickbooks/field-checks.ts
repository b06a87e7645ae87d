import type { QuickBooksFault } from './faults';
import { fault, missing } from './faults';
import { knownPartProperties, knownProperties, partOfProperty, type Part } from './known-properties';
import { isNumber, textOf, type Json } from './wire-values';

/** Longest text by property, from Intuit's API Explorer. A path means the property of that part. */
const lengths: Readonly<Record<string, number>> = {
	DocNumber: 21,
	PaymentRefNum: 21,
	PONumber: 15,
	DisplayName: 500,
	GivenName: 100,
	MiddleName: 100,
	FamilyName: 100,
	Title: 16,
	Suffix: 16,
	CompanyName: 100,
	PrintOnCheckName: 110,
	Notes: 2000,
	Name: 100,
	Sku: 100,
	PurchaseDesc: 1000,
	PrivateNote: 4000,
	Description: 4000,
	Line1: 500,
	Line2: 500,
	Line3: 500,
	Line4: 500,
	Line5: 500,
	City: 255,
	Country: 255,
	CountrySubDivisionCode: 255,
	PostalCode: 30,
	Address: 100,
	FreeFormNumber: 30,
	URI: 1000,
	'CustomerMemo.value': 1000,
	'RefundReceipt.PaymentRefNum': 100,
	'PaymentMethod.Name': 31,
	'Term.Name': 31,
};

const enumerations: Readonly<Record<string, readonly string[]>> = {
	PrintStatus: ['NotSet', 'NeedToPrint', 'PrintComplete'],
	EmailStatus: ['NotSet', 'NeedToSend', 'EmailSent'],
	GlobalTaxCalculation: ['TaxInclusive', 'TaxExcluded', 'NotApplicable'],
	'Estimate.TxnStatus': ['Accepted', 'Closed', 'Pending', 'Rejected', 'Converted'],
	'Item.Type': ['Inventory', 'NonInventory', 'Service', 'Category'],
	'PaymentMethod.Type': ['CREDIT_CARD', 'NON_CREDIT_CARD'],
};

const numbers = new Set(
	'Amount UnitPrice Qty TotalAmt TotalTax DiscountPercent ExchangeRate Deposit TaxInclusiveAmt PurchaseCost QtyOnHand'.split(
		' ',
	),
);
const dates = new Set([
	'TxnDate',
	'DueDate',
	'ShipDate',
	'ServiceDate',
	'InvStartDate',
	'ExpirationDate',
	'AcceptedDate',
]);
/** Names that stand in a hierarchy `Parent:Child`, so they cannot have a colon themselves. */
const names = new Set(['DisplayName', 'Name']);

/** Refuses what QuickBooks' reader refuses in a body: unknown properties, wrong types, too long texts, bad dates. */
export function checkFields(type: string, body: Json): void {
	check(type, body, knownProperties(type), type);
}

/** Refuses a body that lacks one of these properties (2020); an empty list counts as missing. */
export function requireFields(body: Json, ...required: string[]): void {
	for (const name of required) {
		const value = body[name];
		if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) throw missing(name);
	}
}

/** Characters outside ISO-8859-1 become question marks, as in US companies. What has none is answered as it is. */
export function inLatin1(value: unknown): unknown {
	if (typeof value === 'string') return outsideLatin1.test(value) ? value.replace(allOutsideLatin1, '?') : value;
	if (Array.isArray(value)) return value.map(inLatin1);
	if (typeof value !== 'object' || value === null) return value;
	let changed: Json | undefined;
	for (const [name, inner] of Object.entries(value)) {
		const next = inLatin1(inner);
		if (next !== inner) (changed ??= { ...(value as Json) })[name] = next;
	}
	return changed ?? value;
}

const outsideLatin1 = /[^\u0000-\u00ff]/u;
const allOutsideLatin1 = /[^\u0000-\u00ff]/gu;

function check(type: string, object: Json, known: ReadonlySet<string>, place: string): void {
	for (const [name, value] of Object.entries(object)) {
		if (!known.has(name)) throw unknownProperty(name, place, known);
		if (value === null || value === undefined) continue;
		checkValue(type, name, value, place);
		const part = partOfProperty[name];
		if (part !== undefined)
			for (const each of Array.isArray(value) ? value : [value]) checkPart(type, name, part, each);
	}
}

function checkPart(type: string, name: string, part: Part, value: unknown): void {
	if (typeof value !== 'object' || value === null) throw unreadable(name, value);
	const object = value as Json;
	if (part === 'ReferenceType' && textOf(object.value) === undefined) throw unreadable(`${name}.value`, object.value);
	check(type, object, knownPartProperties(part), name);
}

/** The longest text that a property takes; absent where none is known. */
export const longestText = (type: string, place: string, name: string): number | undefined =>
	lengths[`${type}.${name}`] ?? lengths[`${place}.${name}`] ?? lengths[name];

function checkValue(type: string, name: string, value: unknown, place: string): void {
	if (numbers.has(name) && !isNumber(value)) {
		throw fault('2080', `Number format supplied is invalid. Supplied value: ${String(value)}`, name);
	}
	if (typeof value !== 'string') return;
	const limit = longestText(type, place, name);
	const length = [...value].length;
	if (limit !== undefined && length > limit) {
		throw fault(
			'2050',
			`String length specified does not match the supported length. Min:0 Max:${limit} supplied length:${length}`,
			name,
		);
	}
	if (dates.has(name) && !isDay(value)) throw fault('2060', `Date format is invalid. Supplied value: ${value}`, name);
	const allowed = enumerations[`${type}.${name}`] ?? enumerations[name];
	if (allowed !== undefined && place === type && !allowed.includes(value)) {
		throw fault('2170', `Enumeration value is invalid. Supplied value: ${value}`, name);
	}
	if (names.has(name) && place === type && /[:\t\n]/.test(value)) {
		throw fault('2040', `Element contains invalid characters: ${name}`, name);
	}
	if (type === 'Account' && name === 'Name' && value.includes('"')) {
		throw fault('2040', `Element contains invalid characters: ${name}`, name);
	}
}

function isDay(text: string): boolean {
	return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function unknownProperty(name: string, place: string, known: ReadonlySet<string>): QuickBooksFault {
	const list = [...known].map((each) => `"${each}"`).join(', ');
	return fault(
		'2010',
		`Property Name:Unrecognized field "${name}" (class com.intuit.schema.finance.v3.${place}), not marked as ignorable ` +
			`(${known.size} known properties: ${list}])\n specified is unsupported or invalid`,
	);
}

function unreadable(name: string, value: unknown): QuickBooksFault {
	return fault(
		'2010',
		`Property Name:Can not construct ${name} from ${JSON.stringify(value) ?? 'nothing'} specified is unsupported or invalid`,
	);
}
