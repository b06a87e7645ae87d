import type { QuickBooksOptions } from '../../test/simulators/quickbooks/quickbooks-simulator';

/** A company that answers over the internet: a quarter of a second a call, and 50 ms for each thing in it. */
export const REALISTIC_ANSWERS = { latencyMs: 250, latencyPerItemMs: 50 } satisfies QuickBooksOptions;

/** What QuickBooks publishes: 500 calls and 40 batches a minute, ten at once, and ten a second as well. */
export const EVERY_LIMIT = { perSecond: 10 } satisfies QuickBooksOptions['limits'];
