import type { QbAddress, StandingDocument } from './qb-document';
import type { CustomerRecord, SalesRecord, WireAddress } from './sales-record';

/** An address of QuickBooks; absent when nothing is in it. */
export function toAddress(address: WireAddress): QbAddress | undefined {
	if (!address) return undefined;
	const lines = [address.Line1, address.Line2, address.Line3, address.Line4, address.Line5].filter((line) => line !== undefined);
	const { City: city, CountrySubDivisionCode: region, PostalCode: postalCode } = address;
	const country = address.Country ?? address.CountryCode;
	if (lines.length === 0 && city === undefined && postalCode === undefined && region === undefined) return undefined;
	return { lines, city, region, postalCode, country };
}

/** The customer of a document, with what only the customer's own record tells: phone, e-mail, addresses in fields. */
export function toCustomer({ CustomerRef }: SalesRecord, customers: ReadonlyMap<string, CustomerRecord>): StandingDocument['customer'] {
	const id = CustomerRef?.value;
	const record = id === undefined ? undefined : customers.get(id);
	const name = record?.DisplayName ?? CustomerRef?.name;
	if (id === undefined && name === undefined) return undefined;
	return {
		id,
		name: name ?? '',
		givenName: record?.GivenName,
		familyName: record?.FamilyName,
		company: record?.CompanyName,
		email: record?.PrimaryEmailAddr?.Address,
		phone: record?.PrimaryPhone?.FreeFormNumber ?? record?.Mobile?.FreeFormNumber,
		billTo: toAddress(record?.BillAddr),
		shipTo: toAddress(record?.ShipAddr),
	};
}
