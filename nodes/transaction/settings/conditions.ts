import { moneySchema } from '../../order/money';
import { z } from '../../vendor/zod';

/** Words that a builder lists; compared without regard to case. Empty: anything goes. */
const words = z.array(z.string().trim().toLowerCase()).default([]);

/** What an order has to be, for a rule that chooses something for it; everything that is asked for must be so. */
export const conditionsSchema = z.object({
	/** Channels, or places within one: a marketplace, a point of sale. */
	channels: words,
	/** Where the order goes, as ISO 3166-1 alpha-2. */
	countries: words,
	paymentMethods: words,
	paymentStatuses: words,
	/** Any of them. */
	tags: words,
	/** Inclusive, in the order's own currency. */
	totalFrom: moneySchema.optional(),
	totalTo: moneySchema.optional(),
});

export type Conditions = z.output<typeof conditionsSchema>;
