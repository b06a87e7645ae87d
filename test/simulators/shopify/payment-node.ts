import { Big } from 'big.js';
import { add } from './compute-order';
import { connection, type PageArguments } from './connection';
import { lineNode, shippingNode } from './line-node';
import { dateTime, decimal, gid, type OrderMoney } from './money';
import type { RefundRecord, ShopifyOrderRecord, TransactionRecord } from './order-record';

const GATEWAY_NAMES: Readonly<Record<string, string>> = {
	shopify_payments: 'Shopify Payments',
	gift_card: 'Gift card',
	manual: 'Manual',
	paypal: 'PayPal',
	bogus: 'Bogus',
};

export function transactionNode(transaction: TransactionRecord, order: ShopifyOrderRecord, money: OrderMoney) {
	return {
		__typename: 'OrderTransaction',
		id: gid('OrderTransaction', transaction.id),
		kind: transaction.kind,
		status: transaction.status,
		gateway: transaction.gateway,
		formattedGateway: GATEWAY_NAMES[transaction.gateway] ?? transaction.gateway,
		test: order.draft.test ?? false,
		createdAt: dateTime(transaction.at),
		processedAt: dateTime(transaction.at),
		paymentId: transaction.paymentId,
		manualPaymentGateway: transaction.gateway === 'manual',
		amountSet: money.bag(transaction.amount),
		parentTransaction: transaction.parentId === null ? null : { id: gid('OrderTransaction', transaction.parentId) },
		fees: feesOf(transaction, money),
		settlementCurrency: transaction.gateway === 'shopify_payments' ? money.currency : null,
		settlementCurrencyRate: transaction.gateway === 'shopify_payments' ? '1.0' : null,
	};
}

/** Fees are known for Shopify Payments only: here 2.9 % and 30 cents. */
function feesOf(transaction: TransactionRecord, money: OrderMoney) {
	const charged = transaction.gateway === 'shopify_payments' && ['SALE', 'CAPTURE'].includes(transaction.kind);
	if (!charged) return [];
	const amount = new Big(transaction.amount).times('0.029').plus('0.30').round(2, Big.roundHalfUp);
	return [
		{
			id: gid('TransactionFee', transaction.id),
			type: 'processing_fee',
			rate: decimal('0.029'),
			rateName: 'Standard',
			amount: money.money(amount),
			flatFee: money.money('0.30'),
			flatFeeName: null,
			taxAmount: money.money('0'),
		},
	];
}

export function refundNode(refund: RefundRecord, order: ShopifyOrderRecord, money: OrderMoney) {
	const transactions = order.transactions.filter(({ id }) => refund.transactionIds.includes(id));
	const lineOf = (lineId: string) => {
		const line = order.amounts.lines.find(({ id }) => id === lineId);
		return line === undefined ? null : lineNode(line, order, money);
	};
	const discrepancies = refund.discrepancy === undefined ? [] : [refund.discrepancy];
	return {
		__typename: 'Refund',
		id: gid('Refund', refund.id),
		legacyResourceId: refund.id,
		createdAt: dateTime(refund.at),
		processedAt: dateTime(refund.at),
		updatedAt: dateTime(refund.at),
		note: refund.note,
		totalRefundedSet: money.bag(add(transactions.map(({ amount }) => amount))),
		duties: [],
		refundLineItems: (args: PageArguments) =>
			connection(
				refund.lines.map((line) => ({
					id: gid('RefundLineItem', line.id),
					quantity: line.quantity,
					restockType: 'RETURN',
					restocked: true,
					lineItem: lineOf(line.lineId),
					subtotalSet: money.bag(line.subtotal),
					totalTaxSet: money.bag(line.tax),
				})),
				args,
			),
		refundShippingLines: (args: PageArguments) =>
			connection(
				refund.shipping.map((line) => ({
					id: gid('RefundShippingLine', line.id),
					shippingLine:
						order.amounts.shipping === undefined ? null : shippingNode(order.amounts.shipping, order, money),
					subtotalAmountSet: money.bag(line.subtotal),
					taxAmountSet: money.bag(line.tax),
				})),
				args,
			),
		orderAdjustments: (args: PageArguments) =>
			connection(
				discrepancies.map(({ id, amount }) => ({
					id: gid('OrderAdjustment', id),
					reason: 'REFUND_DISCREPANCY',
					amountSet: money.bag(amount),
					taxAmountSet: money.bag('0'),
				})),
				args,
			),
		transactions: (args: PageArguments) =>
			connection(
				transactions.map((transaction) => transactionNode(transaction, order, money)),
				args,
			),
	};
}
