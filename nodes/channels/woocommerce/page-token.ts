import { z } from '../../vendor/zod';
import { tokenText } from '../token-text';

/**
 * Where the next page begins. Page numbers alone lose orders: one that is edited between two pages moves to the end of the
 * list, everything behind it moves up by one, and the first row of the next page has slipped onto the page already read.
 * So a page begins where the last one ended *in time*:
 *
 * - `from`: ask for everything from this second on (inclusive). Orders of that second come twice; whoever reads the pages
 *   knows them by their fingerprint. An order edited meanwhile comes again at its new time, further on.
 * - `second`: a page that held nothing but orders of one single second gets nowhere that way. What is left of that second
 *   is then asked for alone, without the `seen` ones. The window is one second wide on purpose: an order in `seen` that is
 *   edited meanwhile leaves it, and must not stay excluded from the pages after.
 * - `page`: numbers, only for the newest-first samples in the editor, which promise nothing.
 */
export type PageToken =
	| { kind: 'from'; from: string }
	| { kind: 'second'; second: string; seen: string[] }
	| { kind: 'page'; page: number };

const instant = z.iso.datetime();

const tokenSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('from'), from: instant }),
	z.object({ kind: z.literal('second'), second: instant, seen: z.array(z.string()) }),
	z.object({ kind: z.literal('page'), page: z.number().int().positive() }),
]);

export const { writeToken, readToken } = tokenText(tokenSchema);
