import type { Failure } from '../../outcome/failure';

/** What is wrong with one order alone: the others of its page can be read all the same. */
const OF_ONE_ORDER = new Set(['list-too-long', 'list-without-end', 'query-too-costly']);

export const concernsOneOrder = ({ reason }: Failure): boolean => OF_ONE_ORDER.has(reason);

/** @param read how many of them Shopify gave; `of` how many there are, where it says so */
export const tooLong = (field: 'transactions' | 'refunds', read: number, of?: number): Failure => ({
	cause: 'node-defect',
	reason: 'list-too-long',
	message: `Shopify gives ${read} of its '${field}', and there ${of === undefined ? 'may be more' : `are ${of}`}`,
	remedy: 'Enter this order by hand',
});

/** @param what the list and whose it is */
export const withoutEnd = (what: string): Failure => ({
	cause: 'node-defect',
	reason: 'list-without-end',
	message: `Shopify's list of ${what} has no end`,
	remedy: 'Report it with the API version that is set',
});
