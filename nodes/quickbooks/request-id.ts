import { canonicalHash } from '../order/canonical-hash';
import type { BatchItem } from './quickbooks';

/**
 * The `requestid` of a batch: the same ordered contents give the same id, so that an identical re-send is answered by
 * QuickBooks with the first answer.
 * @param generation tells a deliberate second posting from a re-send: the attempt, and the ids of what is replaced
 * @returns 32 hex digits; with a bId of two they stay far below the 50 characters that QuickBooks allows for both
 */
export const requestIdOf = (items: BatchItem[], generation: Array<number | string>): string => canonicalHash({ items, generation }, 32);
