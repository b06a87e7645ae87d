import type { Address } from '../order/address';
import type { Company } from './company';
import { storable } from './storable';

/**
 * QuickBooks' PhysicalAddress; absent when nothing is known. Name and company stand on lines of their own, since it has no
 * fields for them. Lengths: API Explorer, PhysicalAddress.
 */
export function toPhysicalAddress(address: Address, company: Company): Record<string, string> | undefined {
	const person = [address.firstName, address.lastName].filter(Boolean).join(' ');
	const lines = [person, address.company, address.line1, address.line2].filter((line) => line?.trim());
	const fields: Array<[field: string, value: string | undefined, most: number]> = [
		...lines.map((line, index): [string, string | undefined, number] => [`Line${index + 1}`, line, 500]),
		['City', address.city, 255],
		['CountrySubDivisionCode', address.region, 255],
		['PostalCode', address.postalCode, 30],
		['Country', address.country, 255],
	];
	const physical = fields.flatMap(([field, value, most]) =>
		value?.trim() ? [[field, storable(value, company, most)] as const] : [],
	);
	return physical.length > 0 ? Object.fromEntries(physical) : undefined;
}
