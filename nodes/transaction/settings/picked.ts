import { z } from '../../vendor/zod';

/** A thing of QuickBooks as the builder picked it: from a list (its id) or by its name. */
export const pickedSchema = z.object({ by: z.enum(['id', 'name']), value: z.string().min(1) });

export type Picked = z.output<typeof pickedSchema>;
