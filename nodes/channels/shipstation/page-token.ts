import { z } from '../../vendor/zod';
import { tokenText } from '../token-text';

/**
 * Where the next page begins. Page numbers alone lose orders: one that changes between two pages moves to the end of the list,
 * and the first row of the next page has slipped onto the page already read. So a page begins where the last one ended *in time*,
 * by ShipStation's own wall clock and at its second: rows of that second come twice, and whoever reads the pages knows them by their
 * fingerprint. Numbers only count on within one second that fills a whole page.
 *
 * - `modified` and `created`: both passes over what is new; the second one finds orders that came into ShipStation with an older
 *   change date than their arrival.
 * - `placed`: by the date of the sale. Orders that know only their day all stand at midnight, so `seen` names those of the last
 *   second, which are not given out again.
 * - `newest`: samples in the editor, which promise nothing.
 */
const tokenSchema = z.object({
	pass: z.enum(['modified', 'created', 'placed', 'newest']),
	/** `2026-03-01 09:30:00`, by ShipStation's wall clock. */
	from: z.string().optional(),
	page: z.number().int().positive(),
	seen: z.array(z.union([z.number(), z.string()])),
});

export type PageToken = z.output<typeof tokenSchema>;

export const { writeToken, readToken } = tokenText(tokenSchema);
