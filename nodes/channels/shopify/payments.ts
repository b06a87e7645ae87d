import { compare, isZero, minus, sum } from '../../order/money';
import type { Order, OrderInput, OrderPayment } from '../../order/order';
import { instantOf } from './dates';
import type { ShopifyOrder, ShopifyTransaction } from './shopify-order';

type PaymentInput = NonNullable<OrderInput['payments']>[number];

const KIND = new Map<string, OrderPayment['kind']>([
	['SALE', 'sale'],
	['CAPTURE', 'capture'],
	['AUTHORIZATION', 'authorization'],
	['EMV_AUTHORIZATION', 'authorization'],
	['VOID', 'void'],
]);

/** `AWAITING_RESPONSE`, `UNKNOWN` and whatever comes later are not money in hand. */
const statusOf = (status: string): OrderPayment['status'] =>
	status === 'SUCCESS' ? 'success' : status === 'FAILURE' || status === 'ERROR' ? 'failure' : 'pending';

/** Gateways that redeem what the shop owes already. */
const TENDER = new Map<string | undefined, OrderPayment['tender']>([
	['gift_card', 'giftCard'],
	['shopify_store_credit', 'storeCredit'],
]);

export const tenderOf = (gateway: string | undefined): OrderPayment['tender'] => TENDER.get(gateway) ?? 'money';

/** What the till gave back in cash on a payment: the drawer keeps the rest. */
const changeOn = (payment: ShopifyTransaction, all: ShopifyTransaction[]): string =>
	sum(
		all
			.filter((other) => other.kind === 'CHANGE' && other.status === 'SUCCESS' && other.parentTransaction?.id === payment.id)
			.map((other) => other.amountSet),
	);

/** Fees exist for Shopify Payments only. */
const feeOf = ({ fees }: ShopifyTransaction, currency: string): string | undefined =>
	fees.length > 0 && fees.every((fee) => fee.amount.currencyCode === currency)
		? sum(fees.map((fee) => fee.amount.amount))
		: undefined;

/**
 * The order's payments. Refunds stand with the refunds. A test transaction of a real order moved no money and is left out.
 */
export function toPayments(order: ShopifyOrder): PaymentInput[] {
	const real = order.transactions.filter((transaction) => order.test || !transaction.test);
	return real.flatMap((transaction) => {
		const kind = KIND.get(transaction.kind);
		if (kind === undefined) return [];
		return [
			{
				id: transaction.id,
				kind,
				status: statusOf(transaction.status),
				method: transaction.gateway ?? 'unknown',
				methodTitle: transaction.formattedGateway,
				amount: minus(transaction.amountSet, changeOn(transaction, real)),
				currency: order.currencyCode,
				at: instantOf(transaction.processedAt ?? transaction.createdAt),
				tender: tenderOf(transaction.gateway),
				reference: transaction.paymentId,
				fee: feeOf(transaction, order.currencyCode),
			},
		];
	});
}

const STATUS = new Map<string | undefined, Order['paymentStatus']>([
	['AUTHORIZED', 'authorized'],
	['EXPIRED', 'voided'],
	['PAID', 'paid'],
	['PARTIALLY_PAID', 'partial'],
	['PARTIALLY_REFUNDED', 'partiallyRefunded'],
	['PENDING', 'unpaid'],
	['REFUNDED', 'refunded'],
	['VOIDED', 'voided'],
]);

/** Shopify's own word, or what the payments say where Shopify has none (or a new one). */
export function paymentStatusOf(order: ShopifyOrder, payments: PaymentInput[], total: string): Order['paymentStatus'] {
	const known = STATUS.get(order.displayFinancialStatus);
	if (known !== undefined) return known;
	const received = receivedOf(payments);
	if (compare(received, total) >= 0) return 'paid';
	if (!isZero(received)) return 'partial';
	return payments.some(({ kind, status }) => kind === 'authorization' && status === 'success') ? 'authorized' : 'unpaid';
}

const isReceived = ({ kind, status }: PaymentInput): boolean =>
	status === 'success' && (kind === 'sale' || kind === 'capture');

const receivedOf = (payments: PaymentInput[]): string => sum(payments.filter(isReceived).map(({ amount }) => amount));

/** When the last money came in. */
export const paidAtOf = (payments: PaymentInput[]): string | undefined =>
	payments
		.filter(isReceived)
		.flatMap(({ at }) => (at === undefined ? [] : [at]))
		.sort()
		.at(-1);
