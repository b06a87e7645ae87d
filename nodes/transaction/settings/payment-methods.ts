import { z } from '../../vendor/zod';
import { pickedSchema } from './picked';

/** What the shop's ways of paying are in QuickBooks. */
export const paymentMethodsSchema = z
	.array(
		z.object({
			/** As the shop names it, by its key or by its title; in lower case. */
			methods: z.array(z.string().trim().toLowerCase()),
			/** QuickBooks' own payment method; absent: none is named. */
			method: pickedSchema.optional(),
			/** Where the money goes. Absent: the deposit account. */
			deposit: pickedSchema.optional(),
		}),
	)
	.default([]);
