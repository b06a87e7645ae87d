import { canonicalHash } from './canonical-hash';
import type { Order } from './order';

/** Hash of one reading of an order: everything the channel said, without when and why we asked. */
export function fingerprint(order: Omit<Order, 'fingerprint'>): string {
	const reading = { ...order, fetchedAt: undefined, sample: undefined, fingerprint: undefined };
	return canonicalHash(reading, 32);
}
