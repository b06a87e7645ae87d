import type { Company } from './company';
import { defined, idIn, textOf, type Json } from './wire-values';

/**
 * When, how and under which number a form's goods go out. There is no list of ship methods: the reference is a text. Whether
 * an Estimate keeps a tracking number is open: Intuit's schema has the field, its API Explorer does not list it.
 */
export function shippingFields(company: Company, type: string, sent: Json): Json {
	const method = idIn(sent.ShipMethodRef);
	const tracked = type !== 'Estimate' || company.behaviour.estimateKeepsTracking;
	return defined({
		ShipDate: textOf(sent.ShipDate),
		ShipMethodRef: method === undefined ? undefined : { value: method, name: method },
		TrackingNum: tracked ? textOf(sent.TrackingNum) : undefined,
	});
}
