import { isZero, minus, plus, sum } from '../order/money';
import type { Order, OrderLine, OrderRefund } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { inBooks, withCurrency } from './amounts';
import { bundleMarks } from './bundle-marks';
import { namedItem, productItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine } from './plan';
import { givenBack } from './refunded-tax';
import type { SyncSettings } from './sync-settings';
import { oneLine } from './text-limits';
import type { ToldRefund } from './whole-refund';

/** A refund as an order of what was given back: its lines, shipping, fees and tax, and nothing of the sale besides. */
export const asOrder = (order: Order, { refund, extras }: ToldRefund): Order => ({
	...order,
	lines: refund.lines.flatMap(({ lineId, quantity, net, tax }) => {
		const line = order.lines.find(({ id }) => id === lineId);
		return [{ ...(line ?? UNKNOWN_LINE), quantity, gross: net, discount: '0', ...givenBack(line, net, tax) }];
	}),
	shipping: refund.shipping.map(({ net, tax }, index) => {
		const shipping = order.shipping[index] ?? order.shipping[0];
		return { ...(shipping ?? { id: '', title: 'Shipping' }), gross: net, discount: '0', ...givenBack(shipping, net, tax) };
	}),
	fees: refund.fees.map(({ feeId, net, tax }) => {
		const fee = order.fees.find(({ id }) => id === feeId);
		return { ...(fee ?? { id: feeId, title: 'Fee' }), gross: net, discount: '0', ...givenBack(fee, net, tax) };
	}),
	discounts: [],
	taxes: [],
	totals: { ...extras, total: refund.amount, refunded: '0' },
});

const UNKNOWN_LINE: OrderLine = { id: '', kind: 'product', title: 'Refund', quantity: '1', gross: '0', discount: '0', net: '0', tax: '0', taxes: [] };

/**
 * What was given back, line by line. A piece that came back goes to its own product; one that did not, and money that belongs
 * to no line, go to the *Refund Item*, so that no stock moves.
 */
export function refundLines(
	order: Order,
	{ refund, extras }: ToldRefund,
	settings: SyncSettings,
): Outcome<{ lines: PlannedItemLine[]; remarks: string[] }> {
	const lines: PlannedItemLine[] = [];
	const marksOf = bundleMarks(order.lines);
	for (const returned of refund.lines) {
		const line = order.lines.find(({ id }) => id === returned.lineId);
		const item = refundItem(order, line, returned.restocked, settings);
		if (!item.ok) return item;
		const booked = itemLine(
			{
				item: item.value,
				description: line ? `${line.title}${returned.restocked === false ? ' (not restocked)' : ''}` : 'Refund',
				quantity: isZero(returned.quantity) ? '1' : returned.quantity,
				amount: inBooks(returned.net, order.currency),
				charged: { ...givenBack(line, returned.net, returned.tax), quantity: line?.quantity },
			},
			settings,
		);
		lines.push(line ? Object.assign(booked, marksOf(line)) : booked);
	}
	const parts = [...refund.lines, ...refund.shipping, ...refund.fees].map(({ net, tax }) => plus(net, tax));
	const apart = minus(refund.amount, sum([...parts, extras.tip, extras.duties, extras.rounding]));
	// Fractions of a cent are rounding, and formBody closes them visibly.
	if (isZero(inBooks(apart, order.currency))) return succeed({ lines, remarks: [] });
	const amount = inBooks(apart, order.currency);
	const description = oneLine(refund.reason ?? '') || 'Refund';
	lines.push(itemLine({ item: namedItem('refund', settings), description, amount }, settings));
	const unexplained = minus(apart, refund.adjustment);
	const remark = `${withCurrency(unexplained, order.currency)} of refund '${refund.id}' belong to no line of the shop's and are booked to the refund item without tax.`;
	if (!isZero(inBooks(unexplained, order.currency))) return succeed({ lines, remarks: [remark] });
	const taxed = order.lines.some(({ tax }) => !isZero(tax)) && refund.lines.every(({ tax }) => isZero(tax));
	return succeed({ lines, remarks: taxed ? [givesBackNoTax(refund, order)] : [] });
}

/** Shops tell an amount alone, and how much tax is in it is a decision: the goods may have become cheaper, or it may be a goodwill. */
const givesBackNoTax = (refund: OrderRefund, { currency }: Order): string =>
	`The shop says of the ${withCurrency(refund.adjustment, currency)} of refund '${refund.id}' no tax: none is given back. Refund by line in the shop, or correct the tax in QuickBooks, if it is to be.`;

function refundItem(order: Order, line: OrderLine | undefined, restocked: boolean | undefined, settings: SyncSettings) {
	if (line === undefined || restocked === false) return succeed(namedItem('refund', settings));
	return line.kind === 'giftCard' ? succeed(namedItem('giftCard', settings)) : productItem(order, line, settings);
}
