import { Big } from 'big.js';
import type { WooOrderRecord, WooRefundRecord } from './order-record';
import { sumOf } from './tax';
import type { WireLine, WireLineTax, WireShippingLine, WireTaxLine } from './wire-order';

/** What a person asks back. Amounts of lines and their taxes are the order's share for the quantity. */
export interface RefundRequest {
	/** Total to give back, tax included; needed when no line is named, else the lines' sum. */
	readonly amount?: string;
	readonly reason?: string;
	readonly lines?: ReadonlyArray<{ readonly lineId: number; readonly quantity: number }>;
	/** All of the shipping, with its tax. */
	readonly shipping?: boolean;
	/** Whether the gateway paid it out; by hand otherwise. */
	readonly refundedPayment?: boolean;
}

const negative = (amount: string): string => {
	const value = new Big(amount === '' ? 0 : amount).times(-1);
	return (value.eq(0) ? new Big(0) : value).toFixed(2);
};

/** The share of an amount for `quantity` of `whole` units, after `before` units went earlier: all shares add up to the amount. */
const share = (amount: string, before: number, quantity: number, whole: number): string => {
	const upTo = (units: number): Big =>
		new Big(amount === '' ? 0 : amount).times(units).div(whole).round(2, Big.roundHalfUp);
	return upTo(before + quantity)
		.minus(upTo(before))
		.toFixed(2);
};

export function buildRefund(
	order: WooOrderRecord,
	request: RefundRequest,
	createdAt: number,
	nextId: () => number,
	nextItemId: () => number,
): WooRefundRecord {
	const id = nextId();
	const lines = (request.lines ?? []).map(({ lineId, quantity }) => refundLine(order, lineId, quantity, nextItemId));
	const shippingLines =
		request.shipping === true ? order.amounts.shipping_lines.map((line) => refundShipping(line, nextItemId)) : [];
	const named = sumOf([...lines, ...shippingLines].flatMap((line) => [line.total, line.total_tax])).times(-1);
	const amount = new Big(request.amount ?? named);
	const given = sumOf(order.refunds.map((refund) => refund.amount));
	const left = new Big(order.amounts.total).minus(given);
	if (amount.lte(0) || amount.gt(left))
		throw new Error(`invalid refund amount ${amount.toFixed(2)}: ${left.toFixed(2)} is left of order ${order.id}`);
	return {
		id,
		createdAt,
		amount: amount.toFixed(2),
		reason: request.reason ?? '',
		refundedPayment: request.refundedPayment ?? false,
		metaId: nextItemId(),
		partial: amount.lt(left),
		lines,
		shippingLines,
		taxLines: refundTaxes(order, lines, shippingLines, nextItemId),
		feeLines: [],
	};
}

function refundLine(order: WooOrderRecord, lineId: number, quantity: number, nextItemId: () => number): WireLine {
	const line = order.amounts.line_items.find(({ id }) => id === lineId);
	if (line === undefined) throw new Error(`order ${order.id} has no line ${lineId}`);
	const before = order.refunds.reduce((sum, refund) => {
		const same = refund.lines.filter((refunded) => refunded.meta_data.some(({ value }) => value === String(lineId)));
		return sum - same.reduce((units, refunded) => units + refunded.quantity, 0);
	}, 0);
	if (quantity < 1 || before + quantity > line.quantity)
		throw new Error(`line ${lineId} has ${line.quantity - before} left to refund`);
	const of = (amount: string): string => negative(share(amount, before, quantity, line.quantity));
	const taxes = line.taxes.map((tax): WireLineTax => ({ id: tax.id, total: of(tax.total), subtotal: of(tax.total) }));
	return {
		...line,
		id: nextItemId(),
		quantity: -quantity,
		// A refund line knows only what is given back: its subtotal is its total.
		subtotal: of(line.total),
		subtotal_tax: sumOf(taxes.map((tax) => tax.total)).toFixed(2),
		total: of(line.total),
		total_tax: sumOf(taxes.map((tax) => tax.total)).toFixed(2),
		taxes,
		meta_data: [
			{
				id: nextItemId(),
				key: '_refunded_item_id',
				value: String(lineId),
				display_key: '_refunded_item_id',
				display_value: String(lineId),
			},
		],
	};
}

function refundShipping(line: WireShippingLine, nextItemId: () => number): WireShippingLine {
	const value = String(line.id);
	return {
		...line,
		id: nextItemId(),
		total: negative(line.total),
		total_tax: negative(line.total_tax),
		taxes: line.taxes.map((tax) => ({ ...tax, total: negative(tax.total) })),
		meta_data: [
			{ id: nextItemId(), key: '_refunded_item_id', value, display_key: '_refunded_item_id', display_value: value },
		],
	};
}

function refundTaxes(
	order: WooOrderRecord,
	lines: WireLine[],
	shipping: WireShippingLine[],
	nextItemId: () => number,
): WireTaxLine[] {
	const totalOf = (parts: ReadonlyArray<WireLine | WireShippingLine>, rateId: number): string =>
		sumOf(parts.flatMap((part) => part.taxes.filter(({ id }) => id === rateId).map((tax) => tax.total))).toFixed(2);
	return order.amounts.tax_lines
		.filter(({ rate_id: rateId }) => [...lines, ...shipping].some((part) => part.taxes.some(({ id }) => id === rateId)))
		.map((tax) => ({
			...tax,
			id: nextItemId(),
			tax_total: totalOf(lines, tax.rate_id),
			shipping_tax_total: totalOf(shipping, tax.rate_id),
		}));
}
