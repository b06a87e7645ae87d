import { z } from '../../vendor/zod';

/** What was given back. */
export const refundsSchema = z
	.object({
		as: z.enum(['refundReceipt', 'creditMemo', 'needsAttention']).default('refundReceipt'),
		/** An order that was given back wholly before it was posted. */
		ofUnposted: z.enum(['postFirst', 'skip']).default('postFirst'),
	})
	.prefault({});
