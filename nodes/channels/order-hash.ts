import { canonicalHash } from '../order/canonical-hash';
import { fingerprint } from '../order/fingerprint';
import type { Order, UnreadableOrder } from '../order/order';
import { isUnreadable } from '../order/order';
import { orderKey } from '../order/order-key';

const readingOf = (order: Order | UnreadableOrder): string =>
	order.fingerprint ?? (isUnreadable(order) ? canonicalHash(order) : fingerprint(order));

/** Twelve hex digits that stand for an order; one without an id is known by its reading. */
export const orderHash = (order: Order | UnreadableOrder): string =>
	canonicalHash(order.id === '' ? readingOf(order) : orderKey(order), 12);

/** Eight hex digits that stand for one reading of an order: only ever compared with another one of the same order. */
export const readingHash = (order: Order | UnreadableOrder): string => readingOf(order).slice(0, 8);
