import { z } from '../../vendor/zod';

/** Whom an order is booked to. */
export const customerSchema = z
	.object({
		mode: z.enum(['one', 'byEmail', 'byName', 'byCompany']).default('one'),
		/** The one customer of mode `one`. */
		name: z.string().default('Web Store'),
		whenMissing: z.enum(['create', 'fallback', 'needsAttention']).default('create'),
		fallback: z.string().optional(),
	})
	.prefault({});
