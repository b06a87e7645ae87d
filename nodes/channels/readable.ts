import type { Order, UnreadableOrder } from '../order/order';
import { orderHash, readingHash } from './order-hash';
import { isHistoric, isWanted, type OrderFilter } from './reading-rules';

/** What reading without loss must know of the things that are read: orders of a shop, documents of QuickBooks, parcels. */
export interface Readable<T> {
	/** Twelve hex digits that stand for the thing. */
	hashOf(thing: T): string;
	/** Eight hex digits that stand for one reading of it. */
	readingOf(thing: T): string;
	/** Whether it is older than the start date. One whose age nobody knows is not. */
	isHistoric(thing: T, start: string): boolean;
	isWanted(thing: T, filter: OrderFilter): boolean;
}

/** Anything that is read by when it was last changed. */
export interface Changing {
	updatedAt?: string;
}

/** What a page gives: things in the order of their changes, and the mark of the next page. */
export interface PageOf<T> {
	/** In the order of the query. What could not be read stands in its place as such. */
	orders: T[];
	/** Absent on the last page. */
	next?: string;
}

export const ORDERS: Readable<Order | UnreadableOrder> = { hashOf: orderHash, readingOf: readingHash, isHistoric, isWanted };
