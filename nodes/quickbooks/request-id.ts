import { canonicalHash } from '../order/canonical-hash';
import type { BatchItem } from './quickbooks';

/**
 * The `requestid` of a batch: the same ordered contents give the same id, so that an identical re-send is answered by
 * QuickBooks with the first answer. `generation` tells a deliberate second posting from a re-send.
 * @returns 32 hex digits; with a bId of two they stay far below the 50 characters that QuickBooks allows for both
 */
export const requestIdOf = (items: BatchItem[], generation: number): string => canonicalHash({ items, generation }, 32);
