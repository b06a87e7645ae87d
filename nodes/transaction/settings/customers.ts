import { z } from '../../vendor/zod';

/** Whom an order is booked to. */
export const customerSchema = z
	.object({
		mode: z.enum(['byType', 'one', 'store', 'byEmail', 'byName', 'byLastName', 'byCompany', 'byBillingName', 'byShippingName']).default('byType'),
		/** The one customer of mode `one`, and of the receipts of mode `byType`; what stands before the currency of mode `store`. */
		name: z.string().default('Web Store'),
		whenMissing: z.enum(['create', 'fallback', 'needsAttention']).default('create'),
		fallback: z.string().optional(),
		/** What a customer who is found by the e-mail address is called when created. Whoever is found by a name has that name. */
		newName: z.enum(['withEmail', 'firstLast', 'lastFirst', 'company', 'email']).default('withEmail'),
		/** Behind the name where a vendor or an employee has it; empty: a person decides. */
		suffix: z.string().max(50).default(''),
	})
	.prefault({});
