import { z } from '../../vendor/zod';
import { conditionsSchema } from './conditions';

/** Which orders are posted at all. What stands of the others is compared all the same. */
export const filtersSchema = conditionsSchema
	.extend({
		orderStatuses: z.array(z.string().trim().toLowerCase()).default([]),
		/** Orders with any of these tags are left out. */
		withoutTags: z.array(z.string().trim().toLowerCase()).default([]),
	})
	.prefault({});

export type Filters = z.output<typeof filtersSchema>;
