import { canonicalHash } from '../order/canonical-hash';
import { fingerprint } from '../order/fingerprint';
import type { Order, UnreadableOrder } from '../order/order';
import { isUnreadable } from '../order/order';
import { orderKey, type OrderIdentity } from '../order/order-key';

const readingOf = (order: Order | UnreadableOrder): string =>
	order.fingerprint ?? (isUnreadable(order) ? canonicalHash(order) : fingerprint(order));

/** Twelve hex digits that stand for an order; one without an id is known by its reading. */
export const orderHash = (order: Order | UnreadableOrder): string =>
	order.id === '' ? canonicalHash(readingOf(order), 12) : identityHash(order);

export const identityHash = (identity: OrderIdentity): string => canonicalHash(orderKey(identity), 12);

/** Begins the readings of orders that could not be read: the next reading may be a better one, though the order is the same. */
const UNREAD = '?';

/** Eight characters that stand for one reading of an order: only ever compared with another one of the same order. */
export const readingHash = (order: Order | UnreadableOrder): string =>
	((isUnreadable(order) ? UNREAD : '') + readingOf(order)).slice(0, 8);

export const wasRead = (reading: string): boolean => !reading.startsWith(UNREAD);
