import type { Order } from '../order/order';
import { DESCRIPTION_LIMIT } from './item';
import { bookName, CUSTOMER_NAME_LIMIT, ITEM_NAME_LIMIT, NAME_PART_LIMIT, SKU_LIMIT } from './names';
import type { SyncSettings } from './sync-settings';
import { exceeds, oneLine } from './text-limits';

/** What had to be cut to QuickBooks' limits, or left out, in sentences. */
export function textRemarks(order: Order, { memo }: SyncSettings): string[] {
	const remarks: string[] = [];
	order.lines.forEach((line, index) => {
		if (exceeds(line.title, DESCRIPTION_LIMIT)) remarks.push(cut(`The title of line ${index + 1}`, DESCRIPTION_LIMIT));
		const sku = oneLine(line.sku ?? '');
		if (sku && exceeds(sku, SKU_LIMIT)) remarks.push(cut(`The SKU of line ${index + 1}`, SKU_LIMIT));
		if (!sku && exceeds(bookName(line.title), ITEM_NAME_LIMIT)) {
			remarks.push(cut(`The product name of line ${index + 1}`, ITEM_NAME_LIMIT));
		}
	});
	const { firstName = '', lastName = '', company = '' } = order.customer ?? {};
	if (exceeds(`${firstName} ${lastName}`, CUSTOMER_NAME_LIMIT)) {
		remarks.push(cut("The customer's name", CUSTOMER_NAME_LIMIT));
	} else if ([firstName, lastName, company].some((name) => exceeds(name, NAME_PART_LIMIT))) {
		remarks.push(cut("A part of the customer's name", NAME_PART_LIMIT));
	}
	if (memo.orderNote && exceeds(`${memo.customer}${order.note ?? ''}`, 1000)) remarks.push(cut("The customer's memo", 1000));
	return remarks;
}

const cut = (what: string, limit: number): string => `${what} was cut to ${limit} characters.`;
