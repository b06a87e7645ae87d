import type { Order } from '../order/order';
import { withCurrency } from './amounts';
import { countryOf, isAbove, isAmong, isBelow, wordsOf } from './conditions';
import type { Filters } from './settings/filters';

/** The filter that an order does not pass, by its name in the editor, and why. */
export interface LeftOut {
	by: string;
	why: string;
}

const paymentStatusWords: Record<Order['paymentStatus'], string> = {
	unpaid: 'unpaid',
	authorized: 'authorized only',
	partial: 'paid in part',
	paid: 'paid',
	partiallyRefunded: 'refunded in part',
	refunded: 'refunded',
	voided: 'voided',
};

const listed = (words: string[]): string => [...new Set(words.filter(Boolean))].map((word) => `'${word}'`).join(', ');

/** Each filter's list, the order's words that have to be among them, and how a person is told of those. */
const filters: Array<{ by: string; wanted: (filters: Filters) => string[]; words: (order: Order) => string[]; why: (order: Order) => string }> = [
	{ by: 'Only Channels', wanted: ({ channels }) => channels, words: wordsOf.channels, why: (order) => `it is from ${listed(wordsOf.channels(order))}` },
	{
		by: 'Only Countries',
		wanted: ({ countries }) => countries,
		words: wordsOf.countries,
		why: (order) => (countryOf(order) ? `it goes to ${countryOf(order)}` : 'it names no country'),
	},
	{ by: 'Only Order Statuses', wanted: ({ orderStatuses }) => orderStatuses, words: ({ status }) => [status], why: ({ status }) => `it is ${status}` },
	{
		by: 'Only Payment Methods',
		wanted: ({ paymentMethods }) => paymentMethods,
		words: wordsOf.paymentMethods,
		why: (order) => (order.payments.length > 0 ? `it is paid by ${listed(wordsOf.paymentMethods(order))}` : 'it names no payment method'),
	},
	{
		by: 'Only Payment Statuses',
		wanted: ({ paymentStatuses }) => paymentStatuses,
		words: wordsOf.paymentStatuses,
		why: ({ paymentStatus }) => `it is ${paymentStatusWords[paymentStatus]}`,
	},
	{
		by: 'Only Tags',
		wanted: ({ tags }) => tags,
		words: wordsOf.tags,
		why: ({ tags }) => (tags.length > 0 ? `its tags are ${listed(tags)}` : 'it has no tag'),
	},
];

/** Which filter leaves an order out, if any does. */
export function leftOut(order: Order, chosen: Filters): LeftOut | undefined {
	for (const { by, wanted, words, why } of filters) {
		const list = wanted(chosen);
		if (list.length > 0 && !isAmong(list, words(order))) return { by, why: why(order) };
	}
	if (isAmong(chosen.withoutTags, order.tags)) return { by: 'Leave Out Tags', why: `its tags are ${listed(order.tags)}` };
	const total = `its total is ${withCurrency(order.totals.total, order.currency)}`;
	if (isBelow(order, chosen.totalFrom)) return { by: 'Only Totals From', why: total };
	return isAbove(order, chosen.totalTo) ? { by: 'Only Totals To', why: total } : undefined;
}
