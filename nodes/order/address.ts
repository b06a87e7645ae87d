import { z } from '../vendor/zod';

const text = z.string().optional();

/** A postal address in the channel's own words; every part may be absent. */
export const addressSchema = z.object({
	firstName: text,
	lastName: text,
	company: text,
	line1: text,
	line2: text,
	city: text,
	/** State or province, as a code where the channel has one. */
	region: text,
	postalCode: text,
	/** ISO 3166-1 alpha-2 where the channel has it. */
	country: text,
	phone: text,
	email: text,
});

export type Address = z.infer<typeof addressSchema>;
