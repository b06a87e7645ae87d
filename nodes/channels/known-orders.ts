import type { IsKnown } from './channel';
import { readInstant } from './instant';
import { wasRead } from './order-hash';
import type { ReadingState } from './reading-state';

/** An order may change again within the second that its update carries, and the shop's clock may differ from ours. */
const SETTLED_AFTER_MS = 60_000;

/**
 * What the overlap brings back and nobody has to read again: orders that were read with this update, and once more when it was
 * settled. What changes without counting as an update is found by the sweep, which asks for everything.
 * @param state as it was before this poll read anything
 */
export function knownOrders({ seen, readSince }: ReadingState): IsKnown {
	const before = { ...seen };
	return (hash, updatedAt) => {
		const known = before[hash];
		const updated = Date.parse(readInstant(updatedAt) ?? '');
		if (!known || readSince === undefined || known[1] !== updated) return false;
		return wasRead(known[0]) && updated + SETTLED_AFTER_MS < Date.parse(readSince);
	};
}
