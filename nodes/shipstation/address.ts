import { z } from '../vendor/zod';
import { optionalObject, optionalText } from './wire-values';

/** An address as ShipStation answers it. */
export const addressSchema = optionalObject(
	z.object({
		name: optionalText,
		company: optionalText,
		street1: optionalText,
		street2: optionalText,
		street3: optionalText,
		city: optionalText,
		state: optionalText,
		postalCode: optionalText,
		country: optionalText,
		phone: optionalText,
		residential: z.unknown().transform((value) => (typeof value === 'boolean' ? value : undefined)),
		/** ShipStation's own judgement, for people. */
		addressVerified: optionalText,
	}),
);
