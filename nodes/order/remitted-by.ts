import type { Order, OrderCharge, OrderTax } from './order';

/**
 * The taxes of an order's lines, shipping and fees that the seller, a marketplace or nobody known remits. Asked of every order, and
 * seldom is there one: going through them costs a third of what a list of all taxes does.
 */
export function remittedBy(remitter: OrderTax['remittedBy'], { lines, shipping, fees }: Pick<Order, 'lines' | 'shipping' | 'fees'>): OrderTax[] {
	const found: OrderTax[] = [];
	for (const charges of [lines, shipping, fees] satisfies OrderCharge[][]) {
		for (const { taxes } of charges) {
			for (const tax of taxes) if (tax.remittedBy === remitter) found.push(tax);
		}
	}
	return found;
}
