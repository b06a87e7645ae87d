import type { BusinessInN8n } from '../n8n/business-in-n8n';
import { noFindings, say, type Verdict } from '../faults/case';

/** Holds the books against what the two shops know of their own orders; `orders` is how many. */
export function judgeBooks(here: BusinessInN8n): Verdict & { orders: number } {
	const verdict = { ...noFindings(), orders: 0 };
	for (const [channel, orders] of [
		['woocommerce', here.business.woocommerce.orders()],
		['shopify', here.business.shopify.orders()],
	] as const) {
		const books = here.booked(channel);
		for (const { id, number, total, paid, addsUp, refunded } of orders) {
			if (!paid || !addsUp || refunded !== '0.00') continue;
			verdict.orders += 1;
			const totals = (books.get(id) ?? []).filter((each) => each !== '0.00');
			const what = totals.length === 0 ? 'lost' : totals.length > 1 ? 'twice' : totals[0] === total ? undefined : 'wrong';
			if (what) say(verdict, what, `${channel} order ${number} of ${total} stands as ${totals.join(', ') || 'nothing'}`);
		}
	}
	const { debit, credit } = here.business.quickbooks.trialBalance();
	if (debit.toString() !== credit.toString()) say(verdict, 'wrong', `debits of ${debit.toString()} and credits of ${credit.toString()}`);
	return verdict;
}
