import { z } from '../../vendor/zod';
import { conditionsSchema } from './conditions';
import { pickedSchema } from './picked';

const day = z.iso.date({ error: 'must be a day, e.g. "2026-03-01"' });

const listed = { class: pickedSchema.optional(), location: pickedSchema.optional(), terms: pickedSchema.optional() };

/** Fields of a document besides money and people. */
export const fieldsSchema = z
	.object({
		...listed,
		dueDate: day.optional(),
		/** By the name or the number of a custom field of sales forms. */
		customFields: z.array(z.object({ field: z.string().trim().min(1, 'must not be empty'), value: z.string().trim() })).default([]),
		shipDate: day.optional(),
		shipMethod: z.string().trim().default(''),
		trackingNumber: z.string().trim().default(''),
		/** For each field, the first rule that an order meets and that names one. */
		rules: z.array(conditionsSchema.extend(listed)).default([]),
	})
	.prefault({});
