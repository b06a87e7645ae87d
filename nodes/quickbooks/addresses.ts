import type { Address } from '../order/address';

/** QuickBooks' PhysicalAddress: name and company stand on lines of their own, since it has no fields for them. */
export function toPhysicalAddress(address: Address, clean: (text: string) => string): Record<string, string> {
	const person = [address.firstName, address.lastName].filter(Boolean).join(' ');
	const lines = [person, address.company, address.line1, address.line2].filter((line): line is string => Boolean(line?.trim()));
	const physical: Record<string, string> = {};
	for (const [index, line] of lines.entries()) physical[`Line${index + 1}`] = cut(clean(line), 500);
	const set = (field: string, value: string | undefined, most: number) => {
		if (value?.trim()) physical[field] = cut(clean(value), most);
	};
	set('City', address.city, 255);
	set('CountrySubDivisionCode', address.region, 255);
	set('PostalCode', address.postalCode, 30);
	set('Country', address.country, 255);
	return physical;
}

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');
