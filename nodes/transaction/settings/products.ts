import { z } from '../../vendor/zod';

/** What a line of the order is booked to. */
export const productsSchema = z
	.object({
		whenMissing: z.enum(['create', 'fallback', 'needsAttention']).default('create'),
		/** What a created product is. */
		type: z.enum(['NonInventory', 'Service', 'Inventory']).default('NonInventory'),
		fallbackItem: z.string().optional(),
		/** Stands before the names of created products. */
		namePrefix: z.string().default(''),
	})
	.prefault({});
