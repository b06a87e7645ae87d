import { z } from '../../vendor/zod';

/** In which currency an order is booked, and at which rate where that is not the company's own. */
export const currencySchema = z
	.object({
		/** The shop's currency, or the one in which the customer saw the prices and paid. */
		bookIn: z.enum(['shop', 'customer']).default('shop'),
		/** QuickBooks' own rate of the day, that at which the shop converted, or a given one. */
		exchangeRate: z.enum(['quickbooks', 'shop', 'fixed']).default('quickbooks'),
		/** Home currency for one unit of the order's. */
		fixedRate: z
			.string()
			.trim()
			.regex(/^\d{1,9}(\.\d{1,12})?$/, "must be a rate as a decimal number, e.g. \"1.0834\", in 'Fixed Exchange Rate'")
			.optional(),
	})
	.prefault({});
