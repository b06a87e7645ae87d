import type { Address } from '../order/address';
import { fit, oneLine } from './text-limits';

/** Lengths that QuickBooks allows (API Explorer: PhysicalAddress; 2,000 over all lines). */
const limits: Record<keyof Address, number> = {
	firstName: 100,
	lastName: 100,
	company: 255,
	line1: 500,
	line2: 500,
	city: 255,
	region: 255,
	postalCode: 30,
	country: 255,
	phone: 30,
	email: 100,
};

const partNames = Object.keys(limits) as Array<keyof Address>;

/** An address within QuickBooks' limits, without its empty parts; `undefined` when nothing is left. */
export function postalAddress(address: Address | undefined): Address | undefined {
	if (!address) return undefined;
	const fitted: Address = {};
	for (const part of partNames) {
		const given = address[part];
		const text = given ? oneLine(given) : '';
		if (text) fitted[part] = text.length > limits[part] ? fit(text, limits[part]) : text;
	}
	return Object.keys(fitted).length > 0 ? fitted : undefined;
}
