import { z } from '../vendor/zod';

const day = z.iso.date({ error: 'must be a day, e.g. "2026-03-01"' });

/** An entry of one of QuickBooks' lists as the builder chose it; `field` is the parameter to name when it does not fit. */
export const recordChoiceSchema = z.object({ by: z.enum(['id', 'name']), value: z.string().min(1), field: z.string() });

export type RecordChoice = z.output<typeof recordChoiceSchema>;

/** What documents of lines have besides money and people. Each is left out where QuickBooks has no such field on the document. */
export const formFields = {
	/** On the document or on every line, as the company keeps classes. */
	class: recordChoiceSchema.optional(),
	/** QuickBooks' Location; its API calls it Department. */
	location: recordChoiceSchema.optional(),
	terms: recordChoiceSchema.optional(),
	/** Absent: as the terms say. */
	dueDate: day.optional(),
	/** By the name or the number (1 to 3) of a custom field. */
	customFields: z.array(z.object({ field: z.string().min(1), value: z.string().min(1) })).optional(),
	shipDate: day.optional(),
	shipMethod: z.string().min(1).optional(),
	trackingNumber: z.string().min(1).optional(),
};
