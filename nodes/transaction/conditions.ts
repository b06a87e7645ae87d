import { compare } from '../order/money';
import type { Order } from '../order/order';
import type { Conditions } from './settings/conditions';

/** Where an order goes; the billing address speaks where nothing is shipped. */
export const countryOf = ({ shipTo, billTo }: Order): string => shipTo?.country || billTo?.country || '';

/** The words of an order for each kind of condition, as the shop writes them. */
export const wordsOf = {
	channels: ({ channel, sourceName }: Order): string[] => [channel, sourceName ?? ''],
	countries: (order: Order): string[] => [countryOf(order)],
	/** Of payments that went through or may still do so. */
	paymentMethods: ({ payments }: Order): string[] =>
		payments
			.filter(({ kind, status }) => status !== 'failure' && kind !== 'void')
			.flatMap(({ method, methodTitle }) => [method, methodTitle ?? '']),
	paymentStatuses: ({ paymentStatus }: Order): string[] => [paymentStatus],
	tags: ({ tags }: Order): string[] => tags,
};

/** Whether one of an order's words is among those that are wanted. */
export const isAmong = (wanted: readonly string[], words: string[]): boolean =>
	words.some((word) => wanted.includes(word.trim().toLowerCase()));

export const isBelow = ({ totals }: Order, least: string | undefined): boolean => least !== undefined && compare(totals.total, least) < 0;
export const isAbove = ({ totals }: Order, most: string | undefined): boolean => most !== undefined && compare(totals.total, most) > 0;

const kinds = Object.keys(wordsOf) as Array<keyof typeof wordsOf>;

/** Whether an order is all that is asked for. */
export const meets = (order: Order, conditions: Conditions): boolean =>
	kinds.every((kind) => conditions[kind].length === 0 || isAmong(conditions[kind], wordsOf[kind](order))) &&
	!isBelow(order, conditions.totalFrom) &&
	!isAbove(order, conditions.totalTo);
