import { z } from '../../vendor/zod';

/** What shipping is booked to. */
export const shippingSchema = z
	.object({
		/** `field`: QuickBooks' own shipping field, whose account the company chooses. */
		as: z.enum(['item', 'itemPerMethod', 'field']).default('item'),
		/** Of `itemPerMethod`: the items of some methods; every other method has an item of its own name. */
		methods: z.array(z.object({ method: z.string().min(1), item: z.string().min(1) })).default([]),
	})
	.prefault({});
