import { isZero, sum } from '../../order/money';
import type { Order, OrderInput } from '../../order/order';
import type { ReadingContext } from '../unreadable-order';
import type { ChargeRules } from './charge';
import { instantOf, localDayOf } from './dates';
import { toDiscounts } from './discounts';
import { removedByEdits, removedInAll } from './edits';
import { toFees, toLines, toShipping } from './lines';
import { paidAtOf, paymentStatusOf, toPayments } from './payments';
import { toAddress, toCustomer } from './people';
import { toRefunds } from './refunds';
import type { ShopifyEditSale, ShopifyOrder } from './shopify-order';
import { ofMarketplace, remitterOf, taxesInAll } from './taxes';
import { withoutTipLine } from './tip-line';
import { fits, totalOf } from './total';

/** Puts the canonical order together from its parts. */
export function assembleOrder(
	order: ShopifyOrder,
	editSales: ShopifyEditSale[],
	placedAt: string,
	context: ReadingContext,
): { draft: OrderInput; checks: string[] } {
	const currency = order.currencyCode;
	const rules: ChargeRules = { taxesIncluded: order.taxesIncluded, currency, remitter: remitterOf(order) };
	const removed = removedByEdits(editSales);
	const fees = toFees(order, rules);
	const shipping = toShipping(order, rules);
	const tip = order.totalTipReceivedSet;
	const duties = order.dutiesIncluded ? '0' : order.originalTotalDutiesSet;
	const rounding = order.totalCashRoundingAdjustment.paymentSet;

	const allLines = toLines(order, removed, rules);
	const marketplaceTax = ofMarketplace([...allLines, ...shipping, ...fees].flatMap(({ taxes }) => taxes));
	const totalWith = (lines: typeof allLines) => {
		const parts = { currency, charges: [...lines, ...shipping, ...fees], tip, duties, rounding };
		const total = totalOf(order.totalPriceSet.shopMoney.amount, { removed: removedInAll(removed.values()), marketplaceTax }, parts);
		return { lines, total, fits: fits(total, parts) };
	};
	const asListed = totalWith(allLines);
	const lessTip = asListed.fits ? undefined : withoutTipLine(allLines, tip);
	const withoutTip = lessTip && totalWith(lessTip);
	const { lines, total } = withoutTip?.fits ? withoutTip : asListed;

	const payments = toPayments(order);
	const refunds = toRefunds(order, removed);
	const presentment = order.totalPriceSet.presentmentMoney;
	const name = order.name ?? order.legacyResourceId;
	const draft: OrderInput = {
		channel: context.channel,
		accountId: context.accountId,
		id: order.legacyResourceId,
		number: name.replace(/^#/, ''),
		name,
		url: `${context.shopUrl.replace(/\/+$/, '')}/admin/orders/${encodeURIComponent(order.legacyResourceId)}`,
		sourceName: order.sourceName,
		externalIds: externalIdsOf(order),
		status: order.cancelledAt !== undefined ? 'cancelled' : order.closedAt !== undefined ? 'completed' : 'open',
		channelStatus: order.displayFinancialStatus?.toLowerCase(),
		paymentStatus: paymentStatusOf(order, payments, total),
		fulfillmentStatus: fulfillmentStatusOf(order.displayFulfillmentStatus),
		isTest: order.test,
		placedAt,
		updatedAt: instantOf(order.updatedAt),
		paidAt: paidAtOf(payments),
		cancelledAt: instantOf(order.cancelledAt),
		storeTimeZone: context.timeZone,
		localDate: localDayOf(placedAt, context.timeZone),
		currency,
		...(presentment?.currencyCode === undefined || presentment.currencyCode === currency
			? {}
			: { presentment: { currency: presentment.currencyCode, total: presentment.amount } }),
		taxInclusive: order.taxesIncluded,
		taxExempt: order.taxExempt,
		customer: toCustomer(order),
		billTo: toAddress(order.billingAddress),
		shipTo: toAddress(order.shippingAddress),
		lines,
		shipping,
		fees,
		discounts: toDiscounts(order, allocated(order, lines), allocatedToShipping(order, shipping), currency),
		taxes: taxesInAll([...lines, ...shipping, ...fees]),
		totals: { tip, duties, rounding, total, refunded: sum(refunds.map(({ amount }) => amount)) },
		payments,
		refunds,
		note: order.note,
		tags: order.tags,
		fetchedAt: context.fetchedAt,
	};
	return { draft, checks: checksOf(order, { currency, marketplaceTax, removed: removed.size }, context) };
}

function checksOf(
	order: ShopifyOrder,
	found: { currency: string; marketplaceTax: string; removed: number },
	context: ReadingContext,
): string[] {
	const checks: string[] = [];
	if (!isZero(found.marketplaceTax)) {
		checks.push(`tax of ${found.marketplaceTax} ${found.currency} is remitted by the marketplace and is not in the total`);
	}
	if (found.removed > 0) checks.push(`order edits removed units from ${found.removed} line(s): they are not in the lines`);
	if (order.dutiesIncluded && !isZero(order.originalTotalDutiesSet)) {
		checks.push(`duties of ${order.originalTotalDutiesSet} ${found.currency} are contained in the prices`);
	}
	const tests = order.test ? 0 : order.transactions.filter(({ test }) => test).length;
	if (tests > 0) checks.push(`${tests} test transaction(s) of a real order are left out`);
	if (context.timeZone === undefined) checks.push("the shop's time zone is not known: the day is UTC's");
	return checks;
}

const allocated = (order: ShopifyOrder, lines: Array<{ id?: string | undefined; discount: string }>) =>
	lines.map((charge) => ({
		id: charge.id ?? '',
		charge,
		allocations: order.lineItems.find((item) => item.id === charge.id)?.discountAllocations ?? [],
	}));

const allocatedToShipping = (order: ShopifyOrder, shipping: Array<{ id?: string | undefined; discount: string }>) =>
	order.shippingLines
		.filter((line) => !line.isRemoved)
		.map((line, index) => ({
			id: shipping[index]?.id ?? '',
			charge: { discount: shipping[index]?.discount ?? '0' },
			allocations: line.discountAllocations,
		}));

const externalIdsOf = (order: ShopifyOrder): Record<string, string> => {
	const ids = {
		confirmationNumber: order.confirmationNumber,
		poNumber: order.poNumber,
		sourceIdentifier: order.sourceIdentifier,
	};
	return Object.fromEntries(Object.entries(ids).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
};

const fulfillmentStatusOf = (status: string | undefined): Order['fulfillmentStatus'] => {
	switch (status) {
		case undefined:
			return undefined;
		case 'FULFILLED':
		case 'FULFILLMENT_NOT_REQUIRED':
			return 'fulfilled';
		case 'PARTIALLY_FULFILLED':
			return 'partial';
		default:
			return 'unfulfilled';
	}
};
