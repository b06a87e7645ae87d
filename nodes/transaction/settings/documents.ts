import { z } from '../../vendor/zod';

/** Fields of the document itself. */
export const docNumberSchema = z
	.object({
		/** The order's number with prefix and suffix, or the next of QuickBooks' own. */
		by: z.enum(['order', 'quickBooks']).default('order'),
		prefix: z.string().default(''),
		suffix: z.string().default(''),
	})
	.prefault({});

export const memoSchema = z
	.object({
		/** Text that the customer sees. */
		customer: z.string().default(''),
		/** Whether the customer's note on the order follows it. */
		orderNote: z.boolean().default(false),
		/** Text that the bookkeeper sees, before what is said about the order. */
		private: z.string().default(''),
	})
	.prefault({});
