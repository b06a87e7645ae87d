import { addsUp } from '../order/adds-up';
import { isNegative, isZero } from '../order/money';
import type { Order, OrderTax } from '../order/order';
import { remittedBy } from '../order/remitted-by';
import { refused, type Failure } from '../outcome/failure';
import { booksDecimals, fitsBooks, withinBooks } from './amounts';

/** Why an order cannot be booked whatever the settings say, or `undefined` when it can. */
export function whyNotBookable(order: Order): Failure | undefined {
	return unmarkable(order) ?? unbalanced(order) ?? impossibleTotal(order) ?? empty(order) ?? unknownRemitter(order);
}

/** The mark stands in a private note of 4,000 characters, beside the bookkeeper's own words. */
const LONGEST_IDENTITY = 400;
const plainIdentity = /^[!-~]+$/;

/** What says which order a document is of must survive in QuickBooks: in whole, and as itself. */
function unmarkable({ channel, accountId, id }: Order): Failure | undefined {
	const identity = `${channel}${accountId}${id}`;
	if (plainIdentity.test(identity) && identity.length <= LONGEST_IDENTITY) return undefined;
	const halves = /\p{Surrogate}/u.test(identity);
	// Other characters take up to twelve each in the mark.
	if (!halves && encodeURIComponent(identity).length <= LONGEST_IDENTITY) return undefined;
	return refused(
		'id-not-keepable',
		halves
			? "'id', 'accountId' or 'channel' of an order has half a character in it, which QuickBooks cannot keep"
			: `'id', 'accountId' and 'channel' of an order are ${identity.length} characters long, too many to mark its documents with`,
		"Give the order the shop's own id in the node that made this item",
	);
}

function unbalanced(order: Order): Failure | undefined {
	const stated = order.reconciliation;
	const computed = addsUp(order);
	if (computed.balanced && stated?.balanced !== false) return undefined;
	const { residual, checks } = computed.balanced && stated ? stated : computed;
	return refused(
		'does-not-add-up',
		`Order '${order.number}' does not add up: ${checks.join('; ') || `${residual} ${order.currency} are unexplained`}`,
		'Compare the order with the shop and correct it there, or correct the amounts in the node that made this item',
		{ total: order.totals.total, residual, currency: order.currency },
	);
}

function impossibleTotal(order: Order): Failure | undefined {
	const { currency, totals } = order;
	if (isNegative(totals.total)) {
		return refused(
			'negative-total',
			`Order '${order.number}' has a total of ${totals.total} ${currency}; a sale below zero is a refund`,
			'Book it by hand in QuickBooks as a Refund Receipt or a Credit Memo',
			{ total: totals.total, currency },
		);
	}
	if (!fitsBooks(totals.total, currency)) {
		return refused(
			'amount-too-fine',
			`Order '${order.number}' has a total of ${totals.total} ${currency}; QuickBooks keeps ${booksDecimals(currency)} decimals`,
			'Round the total in the shop, or book this order by hand',
			{ total: totals.total, currency },
		);
	}
	const largest = [totals.total, ...[...order.lines, ...order.shipping, ...order.fees].map((charge) => charge.gross)].find(
		(amount) => !withinBooks(amount),
	);
	return largest === undefined
		? undefined
		: refused(
				'amount-too-large',
				`Order '${order.number}' has an amount of ${largest} ${currency}; QuickBooks holds ten digits before the point`,
				'Book this order by hand, in parts',
				{ amount: largest, currency },
			);
}

function empty(order: Order): Failure | undefined {
	if (order.lines.length + order.shipping.length + order.fees.length > 0) return undefined;
	const { total } = order.totals;
	return refused(
		'no-lines',
		`Order '${order.number}' has no lines, and its total is ${total} ${order.currency}`,
		'Look at the order in the shop: without lines nobody can tell what was sold',
		{ total, currency: order.currency },
	);
}

function unknownRemitter(order: Order): Failure | undefined {
	const isUnknown = (tax: OrderTax) => tax.remittedBy === 'unknown' && !isZero(tax.amount);
	const unknown = order.taxes.find(isUnknown) ?? remittedBy('unknown', order).find(isUnknown);
	return unknown === undefined
		? undefined
		: refused(
				'tax-remitter-unknown',
				`Order '${order.number}' has '${unknown.name}' of ${unknown.amount} ${order.currency}, and nobody says whether the seller or the marketplace remits it`,
				"Find out who pays this tax to the authority, and set 'remittedBy' of the tax to 'seller' or 'marketplace'",
				{ tax: unknown.name, amount: unknown.amount, currency: order.currency },
			);
}
