import { Big } from 'big.js';
import { add } from './compute-order';
import type { OrderLineRecord, RefundRecord, ShopifyOrderRecord, TransactionRecord } from './order-record';

/** What is given back: the order's share for the quantities, its shipping, or an amount beyond either. */
export interface RefundRequest {
	readonly lines?: ReadonlyArray<{ readonly lineId: string; readonly quantity: number }>;
	readonly shipping?: boolean;
	/** Money given back for no line in particular, tax included; positive. */
	readonly discrepancy?: string;
	readonly note?: string;
}

export interface BuiltRefund {
	readonly refund: RefundRecord;
	readonly transactions: TransactionRecord[];
}

/** Money goes back to the tenders it came from, the newest first. */
export function buildRefund(
	order: ShopifyOrderRecord,
	request: RefundRequest,
	at: number,
	nextId: () => string,
): BuiltRefund {
	const lines = (request.lines ?? []).map(({ lineId, quantity }) => refundLine(order, lineId, quantity, nextId()));
	const { shipping } = order.amounts;
	const shippingBack =
		request.shipping === true && shipping !== undefined
			? [{ id: nextId(), subtotal: shipping.price, tax: add(shipping.taxes.map(({ amount }) => amount)).toFixed(2) }]
			: [];
	const included = order.draft.taxesIncluded ?? false;
	const explained = add(
		[...lines, ...shippingBack].flatMap(({ subtotal, tax }) => (included ? [subtotal] : [subtotal, tax])),
	);
	const discrepancy = new Big(request.discrepancy ?? 0);
	const transactions = payBack(order, explained.plus(discrepancy), at, nextId);
	return {
		transactions,
		refund: {
			id: nextId(),
			at,
			note: request.note ?? null,
			lines,
			shipping: shippingBack,
			discrepancy: discrepancy.eq(0) ? undefined : { id: nextId(), amount: discrepancy.times(-1).toFixed(2) },
			transactionIds: transactions.map(({ id }) => id),
		},
	};
}

/** Units of a line that were given back already. */
export const refundedUnits = (order: ShopifyOrderRecord, lineId: string): number =>
	order.refunds
		.flatMap((refund) => refund.lines.filter((line) => line.lineId === lineId))
		.reduce((sum, { quantity }) => sum + quantity, 0);

function refundLine(
	order: ShopifyOrderRecord,
	lineId: string,
	quantity: number,
	id: string,
): RefundRecord['lines'][number] {
	const line = order.amounts.lines.find((candidate) => candidate.id === lineId);
	if (line === undefined) throw new Error(`order ${order.id} has no line ${lineId}`);
	const before = refundedUnits(order, lineId);
	if (quantity < 1 || before + quantity > line.quantity)
		throw new Error(`line ${lineId} has ${line.quantity - before} left to refund`);
	const tax = add(line.taxes.map(({ amount }) => amount)).toFixed(2);
	return {
		id,
		lineId,
		quantity,
		subtotal: share(line.net, before, quantity, line),
		tax: share(tax, before, quantity, line),
	};
}

/** Shares for successive quantities add up to the whole. */
const share = (amount: string, before: number, quantity: number, line: OrderLineRecord): string => {
	const upTo = (units: number): Big => new Big(amount).times(units).div(line.quantity).round(2, Big.roundHalfUp);
	return upTo(before + quantity)
		.minus(upTo(before))
		.toFixed(2);
};

function payBack(order: ShopifyOrderRecord, amount: Big, at: number, nextId: () => string): TransactionRecord[] {
	let due = amount;
	const made: TransactionRecord[] = [];
	for (const payment of [...order.transactions].reverse()) {
		if (!['CAPTURE', 'SALE'].includes(payment.kind) || payment.status !== 'SUCCESS') continue;
		const returned = add(
			order.transactions
				.filter(({ kind, parentId }) => kind === 'REFUND' && parentId === payment.id)
				.map((back) => back.amount),
		);
		const left = new Big(payment.amount).minus(returned);
		const now = due.gt(left) ? left : due;
		if (now.lte(0)) continue;
		const id = nextId();
		made.push({
			id,
			kind: 'REFUND',
			status: 'SUCCESS',
			gateway: payment.gateway,
			amount: now.toFixed(2),
			at,
			parentId: payment.id,
			paymentId: `${payment.paymentId}.r${id.slice(-4)}`,
		});
		due = due.minus(now);
	}
	if (due.gt(0))
		throw new Error(`order ${order.id} cannot give back ${amount.toFixed(2)}: ${due.toFixed(2)} was never received`);
	return made;
}
