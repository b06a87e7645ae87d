import { canonicalHash } from '../order/canonical-hash';
import { cutAt, oneLine } from './text-limits';

/** Lengths that QuickBooks allows (API Explorer: Customer, Item). */
export const CUSTOMER_NAME_LIMIT = 500;
export const NAME_PART_LIMIT = 100;
export const ITEM_NAME_LIMIT = 100;
export const SKU_LIMIT = 100;

/**
 * A text as a name in QuickBooks: on one line and without `:`, which separates a name from its parent's.
 * Empty when nothing is left.
 */
export function bookName(text: string): string {
	if (!text.includes(':')) return oneLine(text);
	let name = oneLine(text.replaceAll(':', ' - ')).replace(/^(- )+/, '');
	// A pattern that looks for the end takes a minute for a title of a hundred thousand colons.
	while (name.endsWith(' -')) name = name.slice(0, -2);
	return name.trim();
}

/**
 * A name that is too long, cut so that two long names that begin alike stay two: eight digits of the whole text's hash
 * stand at the end.
 */
export function fitName(name: string, limit: number): string {
	return name.length <= limit ? name : withHash(name, name, limit);
}

/** `name`, with a hash of `of` behind it, within `limit`. */
export const withHash = (name: string, of: string, limit: number): string => {
	const tail = ` ~${canonicalHash(of, 8)}`;
	return `${cutAt(name, limit - tail.length).trimEnd()}${tail}`.trim();
};
