import { z } from '../../vendor/zod';

/** How what was taken off stands on a document. Where tax goes by codes the prices are always lower: tax follows the lines. */
export const discountsSchema = z
	.object({
		as: z.enum(['line', 'itemPerCoupon', 'prices']).default('line'),
		/** Whether the shop computed its tax on what was left after the discount. */
		beforeTax: z.boolean().default(true),
	})
	.prefault({});
